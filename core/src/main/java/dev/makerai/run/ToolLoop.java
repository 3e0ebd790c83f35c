package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.FunctionTool;
import dev.makerai.responses.IncompleteDetails;
import dev.makerai.responses.OutputTextEvent;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseFailedException;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStatus;
import dev.makerai.responses.ResponseStream;
import dev.makerai.responses.ResponseTool;
import dev.makerai.responses.Responses;
import dev.makerai.responses.TextFormat;
import dev.makerai.schema.Partial;
import dev.makerai.schema.Schema;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The automatic tool-call loop: sends a request, runs the tools that the response asks for, sends their outputs back,
 * and so on until the model gives its final answer.
 *
 * <p>Most programs use it through {@code MakerAi.prompt}. On its own it takes a hand-made request:
 *
 * <pre>{@code
 * ToolLoop loop = new ToolLoop(ai.responses(), Toolset.of(new Shop()));
 * Run<String> run = loop.run(ResponseRequest.builder("gpt-6.1-sol").input("Price of 2 kg PETG?").build());
 * }</pre>
 *
 * <p>A call that cannot be carried out does not end the run: an unknown tool, arguments that do not fit, a tool that
 * throws or takes too long are each answered with a short message for the model, which goes on. Several calls of one
 * response run at the same time; their outputs are sent in the order of the calls.
 *
 * <p>The service keeps the history ({@code previous_response_id}), so each round sends only what is new; where the
 * request says {@code store(false)} the loop keeps it and sends every item again, unchanged but for tool calls without the
 * form of one, which get it. Of several calls of a response with the same id only the first counts.
 *
 * <p>Immutable and thread-safe.
 */
public final class ToolLoop {
    /** How many rounds a run may take unless told otherwise: {@value}. */
    public static final int DEFAULT_MAX_ROUNDS = 10;

    /** How long one tool call may take unless told otherwise: one minute. */
    public static final Duration DEFAULT_TOOL_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration LONGEST_TOOL_TIMEOUT = Duration.ofDays(1);

    private final Responses responses;
    private final Toolset tools;
    private final int maxRounds;
    private final Duration toolTimeout;

    /**
     * Makes a loop with the default limits.
     *
     * @param responses the service
     * @param tools what the model may call; may be empty
     */
    public ToolLoop(Responses responses, Toolset tools) {
        this(responses, tools, DEFAULT_MAX_ROUNDS, DEFAULT_TOOL_TIMEOUT);
    }

    private ToolLoop(Responses responses, Toolset tools, int maxRounds, Duration toolTimeout) {
        this.responses = responses;
        this.tools = tools;
        this.maxRounds = maxRounds;
        this.toolTimeout = toolTimeout;
    }

    /**
     * The same loop with another limit of rounds. When it is reached, the last calls are still answered and the model
     * is asked once more, without tools, so that it can sum up.
     *
     * @param rounds requests that may ask for tools, at least 1
     */
    public ToolLoop maxRounds(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("maxRounds must be at least 1, but is " + rounds);
        }
        return new ToolLoop(responses, tools, rounds, toolTimeout);
    }

    /**
     * The same loop with another time limit for each tool call.
     *
     * @param timeout more than zero, at most a day
     */
    public ToolLoop toolTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TOOL_TIMEOUT) > 0) {
            throw new IllegalArgumentException("toolTimeout must be above zero and at most a day, but is " + timeout);
        }
        return new ToolLoop(responses, tools, maxRounds, timeout);
    }

    /**
     * Runs to the final answer as text.
     *
     * @param request the first request; the tools are added to it
     * @return the run, however it ended
     */
    public Run<String> run(ResponseRequest request) {
        return run(request, responses::create, Response::outputText);
    }

    /**
     * Runs to the final answer as a value of a Java type. Every request of the run asks for it.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @return the run, however it ended
     */
    public <T> Run<T> run(ResponseRequest request, Schema<T> answer) {
        return run(typed(request, answer), responses::create, reading(answer));
    }

    /**
     * Runs to the final answer as text and hands on what the model writes while it writes it, that of earlier rounds
     * included.
     *
     * @param request the first request; the tools are added to it
     * @param onText takes each piece, on this thread; what it throws ends the run and reaches the caller
     * @return the run, however it ended
     */
    public Run<String> stream(ResponseRequest request, Consumer<? super String> onText) {
        return run(request, it -> streamed(it, onText), Response::outputText);
    }

    /**
     * Runs to the final answer as a value of a Java type and hands on what is known of it while the model writes it.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @param onPartial takes each partial, on this thread; what it throws ends the run and reaches the caller. The last
     *     one of a completed run holds the whole value
     * @return the run, however it ended
     */
    public <T> Run<T> stream(ResponseRequest request, Schema<T> answer, Consumer<? super Partial<T>> onPartial) {
        return run(typed(request, answer), it -> streamed(it, answer, onPartial), reading(answer));
    }

    /** Each response begins a new value: what a model says before it calls a tool is no part of its answer. */
    private <T> Response streamed(ResponseRequest request, Schema<T> answer, Consumer<? super Partial<T>> onPartial) {
        AnswerDraft<T> draft = new AnswerDraft<>(answer, onPartial);
        try (ResponseStream stream = responses.stream(request)) {
            stream.forEach(draft::add);
            Response whole = stream.response();
            draft.end(whole.outputText());
            return whole;
        }
    }

    private Response streamed(ResponseRequest request, Consumer<? super String> onText) {
        StringBuilder given = new StringBuilder();
        try (ResponseStream stream = responses.stream(request)) {
            for (ResponseEvent event : stream) {
                if (event instanceof OutputTextEvent.Delta delta) {
                    given.append(delta.delta());
                    onText.accept(delta.delta());
                }
            }
            Response whole = stream.response();
            String text = whole.outputText();
            if (text.length() > given.length() && text.startsWith(given.toString())) {
                // Not every server sends the text in pieces, or all of them.
                onText.accept(text.substring(given.length()));
            }
            return whole;
        }
    }

    private static <T> Function<Response, T> reading(Schema<T> answer) {
        return response -> answer.read(response.outputText());
    }

    private static ResponseRequest typed(ResponseRequest request, Schema<?> answer) {
        return request.toBuilder()
                .textFormat(TextFormat.jsonSchema(answer.name(), answer.json()))
                .build();
    }

    private <T> Run<T> run(
            ResponseRequest first, Function<ResponseRequest, Response> asking, Function<Response, T> reader) {
        List<Step> steps = new ArrayList<>();
        try {
            Response last = rounds(withTools(first), asking, steps);
            RunEnd end = endOf(last, steps.size());
            return new Run<>(steps, end, end instanceof RunEnd.Completed ? reader.apply(last) : null);
        } catch (MakerAiException e) {
            RunEnd end = Thread.currentThread().isInterrupted() ? new RunEnd.Cancelled() : new RunEnd.Failed(e);
            return new Run<>(steps, end, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run<>(steps, new RunEnd.Cancelled(), null);
        }
    }

    private Response rounds(ResponseRequest first, Function<ResponseRequest, Response> asking, List<Step> steps)
            throws InterruptedException {
        ToolCalls toolCalls = new ToolCalls(tools, toolTimeout);
        ResponseRequest request = NextRequest.first(first);
        for (int round = 1; ; round++) {
            Response response = asking.apply(request);
            List<FunctionCall> asked = isWhole(response) && round <= maxRounds ? CallItems.of(response) : List.of();
            List<ToolCall> calls;
            try {
                calls = toolCalls.run(asked);
            } catch (InterruptedException e) {
                steps.add(new Step(round, request, response, List.of()));
                throw e;
            }
            steps.add(new Step(round, request, response, calls));
            if (calls.isEmpty()) {
                return response;
            }
            request = NextRequest.after(request, response, calls, round == maxRounds);
        }
    }

    private static boolean isWhole(Response response) {
        // Some compatible servers leave the status out.
        return response.status().value().isEmpty() || response.status().equals(ResponseStatus.COMPLETED);
    }

    private RunEnd endOf(Response last, int rounds) {
        if (last.status().equals(ResponseStatus.INCOMPLETE)) {
            IncompleteDetails details = last.incompleteDetails();
            String reason = details == null ? null : details.reason();
            return new RunEnd.Incomplete(reason == null ? "the service does not say why" : reason);
        }
        if (!isWhole(last) || last.error() != null) {
            return new RunEnd.Failed(ResponseFailedException.of(last));
        }
        if (rounds > maxRounds) {
            return new RunEnd.LimitReached(maxRounds);
        }
        DecodeException wordless = Wordless.problem(last);
        if (wordless != null) {
            return new RunEnd.Failed(wordless);
        }
        String refusal = last.refusal();
        return refusal == null ? new RunEnd.Completed() : new RunEnd.Refused(refusal);
    }

    private ResponseRequest withTools(ResponseRequest request) {
        List<ResponseTool> offered = new ArrayList<>(request.tools());
        for (ToolDefinition tool : tools.definitions()) {
            offered.add(FunctionTool.of(tool.name(), tool.description(), tool.parameters()));
        }
        return request.toBuilder().tools(offered).build();
    }
}
