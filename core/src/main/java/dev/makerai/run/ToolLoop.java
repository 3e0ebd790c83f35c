package dev.makerai.run;

import dev.makerai.cost.Budget;
import dev.makerai.cost.CostLedger;
import dev.makerai.cost.PriceTable;
import dev.makerai.http.Cancellation;
import dev.makerai.responses.FunctionTool;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseTool;
import dev.makerai.responses.Responses;
import dev.makerai.responses.TextFormat;
import dev.makerai.schema.Partial;
import dev.makerai.schema.Schema;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
     * The same loop with somebody who sees what happens.
     *
     * @param listener is called after those already given
     */
    public ToolLoop listener(RunListener listener) {
        Objects.requireNonNull(listener, "listener");
        return with(it -> it.listener = it.listener == null ? listener : it.listener.then(listener));
    }

    /**
     * The same loop, whose run is noted in a file as it goes, so that it can be taken up after a crash of the program. If
     * there is a run in the file already, which began with the same request, it is gone on with: calls that have ended
     * are not run again, one that changes something and was cut off is answered as
     * {@link dev.makerai.tools.ToolResult.Kind#OUTCOME_UNKNOWN}, and a run that had its answer is over at once.
     *
     * @param file one for each run; it holds all that was said, but no tools and no key. Its folder must exist
     * @throws JournalException by the methods that run, if another run writes to the file, or it holds another one
     */
    public ToolLoop journal(Path file) {
        return with(it -> it.journal = Objects.requireNonNull(file, "file"));
    }

    /**
     * The same loop, which goes on with a run that was saved instead of beginning one. Limits count anew, but for how
     * often a tool may be called.
     *
     * <pre>{@code
     * Run<String> resumed = loop.resuming(saved).run(saved.request());
     * }</pre>
     *
     * @param saved the run; to be run with its {@link SavedRun#request}, or a changed one
     */
    public ToolLoop resuming(SavedRun saved) {
        return with(it -> it.saved = Objects.requireNonNull(saved, "saved"));
    }

    /**
     * The same loop with a budget for a whole run, checked before each request. What a run that is resumed spent before
     * counts too. Money needs a price for all that is asked: without one the run fails before anything is sent.
     *
     * @param budget what a run may take
     */
    public ToolLoop budget(Budget budget) {
        return with(it -> it.budget = Objects.requireNonNull(budget, "budget"));
    }

    /**
     * The same loop with other prices than {@link PriceTable#builtIn}.
     *
     * @param prices for {@link Run#cost}, budget and ledger
     */
    public ToolLoop prices(PriceTable prices) {
        return with(it -> it.prices = Objects.requireNonNull(prices, "prices"));
    }

    /**
     * The same loop, whose rounds are noted in a ledger.
     *
     * @param ledger in the place of any other
     */
    public ToolLoop ledger(CostLedger ledger) {
        return with(it -> it.ledger = Objects.requireNonNull(ledger, "ledger"));
    }

    /**
     * The same loop, whose runs stand in a frame.
     *
     * @param frame in the place of any other
     */
    public ToolLoop frame(RunFrame frame) {
        return with(it -> it.frame = Objects.requireNonNull(frame, "frame"));
    }

    /**
     * Runs to the final answer as text.
     *
     * @param request the first request; the tools are added to it
     * @return the run, however it ended
     */
    public Run<String> run(ResponseRequest request) {
        return drained(request, WholeAnswer::new, Response::outputText, event -> {});
    }

    /**
     * Runs to the final answer as a value of a Java type. Every request of the run asks for it.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @return the run, however it ended
     */
    public <T> Run<T> run(ResponseRequest request, Schema<T> answer) {
        return drained(typed(request, answer), WholeAnswer::new, reading(answer), event -> {});
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
        return drained(request, StreamedAnswer::ofText, Response::outputText, event -> {
            if (event instanceof RunEvent.TextDelta delta) {
                onText.accept(delta.text());
            }
        });
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
        return drained(typed(request, answer), streaming(answer), reading(answer), event -> {
            if (event instanceof RunEvent.PartialAnswer partial) {
                onPartial.accept(partialOf(partial));
            }
        });
    }

    @SuppressWarnings("unchecked") // Made from the schema of the answer.
    private static <T> Partial<T> partialOf(RunEvent.PartialAnswer event) {
        return (Partial<T>) event.partial();
    }

    /**
     * Runs to the final answer as text, and gives all that happens on the way as it happens.
     *
     * @param request the first request; the tools are added to it
     * @return the events, to be read and closed by one thread
     */
    public RunStream<String> stream(ResponseRequest request) {
        return new RunStream<>(engine(request, StreamedAnswer::ofText, Response::outputText, true));
    }

    /**
     * Runs to the final answer as a value of a Java type, and gives all that happens on the way as it happens.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @return the events, to be read and closed by one thread
     */
    public <T> RunStream<T> stream(ResponseRequest request, Schema<T> answer) {
        return new RunStream<>(engine(typed(request, answer), streaming(answer), reading(answer), true));
    }

    /**
     * Runs round by round, with a look at each and at the request of the next.
     *
     * @param request the first request; the tools are added to it
     * @return the rounds, to be gone through and closed by one thread
     */
    public Steps<String> steps(ResponseRequest request) {
        return new Steps<>(engine(request, WholeAnswer::new, Response::outputText, false));
    }

    /**
     * Runs round by round to the final answer as a value of a Java type.
     *
     * @param request the first request; the tools and the answer's schema are added to it
     * @param answer the schema of the final answer
     * @return the rounds, to be gone through and closed by one thread
     */
    public <T> Steps<T> steps(ResponseRequest request, Schema<T> answer) {
        return new Steps<>(engine(typed(request, answer), WholeAnswer::new, reading(answer), false));
    }

    private static RoundAnswer.Form streaming(Schema<?> answer) {
        return (responses, request, patience) -> StreamedAnswer.of(answer, responses, request, patience);
    }

    private static <T> Function<Response, T> reading(Schema<T> answer) {
        return response -> answer.read(response.outputText());
    }

    private static ResponseRequest typed(ResponseRequest request, Schema<?> answer) {
        return request.toBuilder()
                .textFormat(TextFormat.jsonSchema(answer.name(), answer.json()))
                .build();
    }

    private <T> Run<T> drained(
            ResponseRequest request, RoundAnswer.Form form, Function<Response, T> reader, Consumer<RunEvent> onEvent) {
        try (RunEngine<T> engine = engine(request, form, reader, false)) {
            for (RunEvent event = engine.next(); event != null; event = engine.next()) {
                onEvent.accept(event);
            }
            return engine.run();
        }
    }

    private <T> RunEngine<T> engine(
            ResponseRequest request, RoundAnswer.Form form, Function<Response, T> reader, boolean live) {
        RunFrame frame = settings.frame;
        ResponseRequest framed = frame == null ? request : frame.begin(request);
        try {
            RunStart start = RunStart.of(settings, NextRequest.first(withTools(framed)));
            return new RunEngine<>(responses, settings, form, reader, live, start.state(), start.journal());
        } catch (Throwable e) {
            if (frame != null) {
                frame.end(null);
            }
            throw e;
        }
    }

    private ResponseRequest withTools(ResponseRequest request) {
        List<ResponseTool> offered = new ArrayList<>(request.tools());
        for (ToolDefinition tool : settings.tools.definitions()) {
            FunctionTool function = FunctionTool.of(tool.name(), tool.description(), tool.parameters());
            offered.add(settings.tools.policy(tool.name()).async() ? function.withAsync(true) : function);
        }
        return request.toBuilder().tools(offered).build();
    }
}
