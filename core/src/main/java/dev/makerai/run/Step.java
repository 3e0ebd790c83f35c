package dev.makerai.run;

import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import java.time.Duration;
import java.util.List;

/**
 * One round of a run: a request, its response, and the tool calls that the response asked for.
 *
 * @param round counted from 1
 * @param request what was sent
 * @param response what came back
 * @param calls the calls that it asked for and what came of each, in their order; empty in the last round
 * @param answerTime from the sending of the request, further tries included, until the response was whole or broke off
 */
public record Step(int round, ResponseRequest request, Response response, List<ToolCall> calls, Duration answerTime) {
    /** Copies the list. */
    public Step {
        calls = List.copyOf(calls);
    }
}
