package dev.makerai.run;

import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import java.time.Duration;
import java.util.List;

/**
 * One round of a run: a request, its response, and the tool calls that ended in it.
 *
 * @param round counted from 1
 * @param request what was sent
 * @param response what came back
 * @param calls the calls whose outputs the next request brings, and what came of each: those that it asked for, in their
 *     order, behind {@code async} ones of earlier rounds that have ended; an async one that still runs is in a later
 *     round. Empty in the last round
 * @param answerTime from the sending of the request, further tries included, until the response was whole or broke off
 */
public record Step(int round, ResponseRequest request, Response response, List<ToolCall> calls, Duration answerTime) {
    /** Copies the list. */
    public Step {
        calls = List.copyOf(calls);
    }

    /** Whether a call was asked for by an earlier round, which did not wait for it. */
    public boolean isOfEarlierRound(ToolCall call) {
        return CallItems.of(response).stream().noneMatch(asked -> asked.callId().equals(call.id()));
    }
}
