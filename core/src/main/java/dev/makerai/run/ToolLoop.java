package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.http.Cancellation;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** How often the same call may have the same outcome unless told otherwise: {@value}. */
    public static final int DEFAULT_MAX_REPEATS = 5;

    private static final Duration LONGEST_TOOL_TIMEOUT = Duration.ofDays(1);
    private static final Duration LONGEST_RUN = Duration.ofDays(365);

    private final Responses responses;
    private final LoopSettings settings;

    /**
     * Makes a loop with the default limits.
     *
     * @param responses the service
     * @param tools what the model may call; may be empty
     */
    public ToolLoop(Responses responses, Toolset tools) {
        this(responses, new LoopSettings().with(it -> it.tools = tools));
    }

    private ToolLoop(Responses responses, LoopSettings settings) {
        this.responses = responses;
        this.settings = settings;
    }

    private ToolLoop with(Consumer<LoopSettings> change) {
        return new ToolLoop(responses, settings.with(change));
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
        return with(it -> it.maxRounds = rounds);
    }

    /**
     * The same loop with another limit for a model that makes the same call with the same outcome again and again. When
     * it is reached, the model is asked once more, without tools, so that it can sum up.
     *
     * @param times how often the same may come, at least 2; 0 for as often as the model likes
     */
    public ToolLoop maxRepeats(int times) {
        if (times < 0 || times == 1) {
            throw new IllegalArgumentException("maxRepeats must be 0 or at least 2, but is " + times);
        }
        return with(it -> it.maxRepeats = times);
    }

    /**
     * The same loop with another time limit for each tool call whose tool says none. A call that is alone in its
     * response then runs on a thread of its own, so that it can be left behind if it does not end.
     *
     * @param timeout more than zero, at most a day
     */
    public ToolLoop toolTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TOOL_TIMEOUT) > 0) {
            throw new IllegalArgumentException("toolTimeout must be above zero and at most a day, but is " + timeout);
        }
        return with(it -> it.toolTimeout = timeout);
    }

    /**
     * The same loop with a time limit for a whole run: requests, their further tries, tools and approvals.
     *
     * @param time more than zero, at most a year
     */
    public ToolLoop deadline(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_RUN) > 0) {
            throw new IllegalArgumentException("deadline must be above zero and at most a year, but is " + time);
        }
        return with(it -> it.deadline = time);
    }

    /**
     * The same loop, to be stopped from another thread: the request is given up and the tools are interrupted.
     *
     * @param cancellation stops all runs that it is given to
     */
    public ToolLoop cancellation(Cancellation cancellation) {
        return with(it -> it.cancellation = Objects.requireNonNull(cancellation, "cancellation"));
    }

    /**
     * The same loop with somebody who decides about calls that do more than look. Without one they are denied.
     *
     * @param approver is asked on the run's thread
     */
    public ToolLoop approver(Approver approver) {
        return with(it -> it.approver = Objects.requireNonNull(approver, "approver"));
    }

    /**
     * The same loop with something for its tools, such as the customer who asks; the model does not see it.
     *
     * @param data what {@code ToolContext.data} gives them
     */
    public ToolLoop toolData(Object data) {
        return with(it -> it.toolData = Objects.requireNonNull(data, "data"));
    }

    /**
     * The same loop, which takes what belongs to its thread along to the threads of its tools.
     *
     * @param carrier is asked for each call that runs on another thread
     */
    public ToolLoop contextCarrier(ContextCarrier carrier) {
        return with(it -> it.carrier = Objects.requireNonNull(carrier, "carrier"));
    }

    /**
     * Runs to the final answer as text.
     *
     * @param request the first request; the tools are added to it
     * @return the run, however it ended
     */
    public Run<String> run(ResponseRequest request) {
        return run(request, this::whole, Response::outputText);
    }

    /**
     * Runs to the final answer as a value of a Java type. Every request of the run asks for it.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @return the run, however it ended
     */
    public <T> Run<T> run(ResponseRequest request, Schema<T> answer) {
        return run(typed(request, answer), this::whole, reading(answer));
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
        return run(request, (it, patience, onCut) -> streamed(it, patience, onCut, onText), Response::outputText);
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
        return run(
                typed(request, answer),
                (it, patience, onCut) -> streamed(it, patience, onCut, answer, onPartial),
                reading(answer));
    }

    /** Each response begins a new value: what a model says before it calls a tool is no part of its answer. */
    private <T> Response streamed(
            ResponseRequest request,
            Patience patience,
            Consumer<Response> onCut,
            Schema<T> answer,
            Consumer<? super Partial<T>> onPartial) {
        AnswerDraft<T> draft = new AnswerDraft<>(answer, onPartial);
        Response whole = events(request, patience, onCut, draft::add);
        draft.end(whole.outputText());
        return whole;
    }

    private Response streamed(
            ResponseRequest request, Patience patience, Consumer<Response> onCut, Consumer<? super String> onText) {
        StringBuilder given = new StringBuilder();
        Response whole = events(request, patience, onCut, event -> {
            if (event instanceof OutputTextEvent.Delta delta) {
                given.append(delta.delta());
                onText.accept(delta.delta());
            }
        });
        String text = whole.outputText();
        if (text.length() > given.length() && text.startsWith(given.toString())) {
            // Not every server sends the text in pieces, or all of them.
            onText.accept(text.substring(given.length()));
        }
        return whole;
    }

    private Response events(
            ResponseRequest request, Patience patience, Consumer<Response> onCut, Consumer<ResponseEvent> onEvent) {
        try (ResponseStream stream = responses.stream(request, patience.timeLeft(), patience.cancellation())) {
            try {
                stream.forEach(onEvent);
                return stream.response();
            } catch (MakerAiException e) {
                Response soFar = stream.soFar();
                if (!soFar.id().isEmpty() || !soFar.output().isEmpty()) {
                    onCut.accept(soFar);
                }
                throw e;
            }
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

    private Response whole(ResponseRequest request, Patience patience, Consumer<Response> onCut) {
        Response response = responses.create(request, patience.timeLeft(), patience.cancellation());
        if (!response.status().isUnderWay() || response.id().isEmpty() || patience.isOver()) {
            return response;
        }
        BackgroundWait wait = new BackgroundWait(response);
        try {
            return wait.end(responses, patience);
        } catch (MakerAiException e) {
            onCut.accept(wait.newest());
            throw e;
        }
    }

    private interface Asking {
        /**
         * Asks for a response.
         *
         * @param onCut takes what there is of a response that breaks off, before that is thrown
         */
        Response ask(ResponseRequest request, Patience patience, Consumer<Response> onCut);
    }

    private <T> Run<T> run(ResponseRequest first, Asking asking, Function<Response, T> reader) {
        String id = runId();
        List<Step> steps = new ArrayList<>();
        Patience patience = new Patience(settings.deadline, settings.cancellation);
        try {
            RunEnd end = rounds(withTools(first), asking, id, patience, steps);
            Response last = steps.get(steps.size() - 1).response();
            return new Run<>(id, steps, end, end instanceof RunEnd.Completed ? reader.apply(last) : null);
        } catch (MakerAiException e) {
            RunEnd stopped = stopped(patience);
            return new Run<>(id, steps, stopped == null ? new RunEnd.Failed(e) : stopped, null);
        }
    }

    /** A random id; it need not be secret, so the quick generator does. */
    private static String runId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "run_"
                + new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
    }

    /** Why a run may not go on, or null. */
    private @Nullable RunEnd stopped(Patience patience) {
        if (Thread.currentThread().isInterrupted() || patience.isCancelled()) {
            return new RunEnd.Cancelled();
        }
        return patience.isLate()
                ? new RunEnd.LimitReached(
                        Limit.DEADLINE,
                        "The time for the whole run, " + settings.deadline
                                + ", is over. Allow more with deadline, or ask for less.")
                : null;
    }

    private RunEnd rounds(ResponseRequest first, Asking asking, String runId, Patience patience, List<Step> steps) {
        ToolCalls toolCalls = new ToolCalls(settings, runId, patience);
        RepeatedCalls repeated = new RepeatedCalls(settings.maxRepeats);
        ResponseRequest request = NextRequest.first(first);
        RunEnd.@Nullable LimitReached limit = null;
        for (int round = 1; ; round++) {
            int number = round;
            ResponseRequest asked = request;
            Response response =
                    asking.ask(request, patience, soFar -> steps.add(new Step(number, asked, soFar, List.of())));
            boolean mayCall = isWhole(response) && limit == null;
            List<ToolCall> calls = mayCall ? toolCalls.run(CallItems.of(response)) : List.of();
            steps.add(new Step(round, request, response, calls));
            boolean isDone = calls.isEmpty() && !response.status().isUnderWay();
            RunEnd stopped = isDone ? null : stopped(patience);
            if (stopped != null) {
                return stopped;
            }
            if (calls.isEmpty()) {
                return endOf(response, limit);
            }
            limit = limit(round, repeated.add(calls));
            request = NextRequest.after(request, response, calls, limit != null);
        }
    }

    private RunEnd.@Nullable LimitReached limit(int round, boolean isRepeated) {
        if (round == settings.maxRounds) {
            return new RunEnd.LimitReached(
                    Limit.ROUNDS,
                    "The model still asked for tools after " + round + " rounds. Allow more with maxRounds, or look at"
                            + " run().explain() for a call that repeats itself.");
        }
        return isRepeated
                ? new RunEnd.LimitReached(
                        Limit.REPEATED_CALLS,
                        "The model made the same call " + settings.maxRepeats + " times, always with the same outcome."
                                + " Look at run().explain(), and let the tool say what to do instead, or allow more"
                                + " with maxRepeats.")
                : null;
    }

    private static boolean isWhole(Response response) {
        // Some compatible servers leave the status out.
        return response.status().value().isEmpty() || response.status().equals(ResponseStatus.COMPLETED);
    }

    private RunEnd endOf(Response last, RunEnd.@Nullable LimitReached limit) {
        if (last.status().equals(ResponseStatus.INCOMPLETE)) {
            IncompleteDetails details = last.incompleteDetails();
            String reason = details == null ? null : details.reason();
            return new RunEnd.Incomplete(reason == null ? "the service does not say why" : reason);
        }
        if (!isWhole(last) || last.error() != null) {
            return new RunEnd.Failed(ResponseFailedException.of(last));
        }
        if (limit != null) {
            return limit;
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
        for (ToolDefinition tool : settings.tools.definitions()) {
            offered.add(FunctionTool.of(tool.name(), tool.description(), tool.parameters()));
        }
        return request.toBuilder().tools(offered).build();
    }
}
