package dev.makerai;

import dev.makerai.cost.Budget;
import dev.makerai.cost.CostLedger;
import dev.makerai.cost.ModelTier;
import dev.makerai.cost.PriceTable;
import dev.makerai.history.HistoryMode;
import dev.makerai.http.Cancellation;
import dev.makerai.responses.InputContent;
import dev.makerai.responses.InputFile;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.InputText;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseTool;
import dev.makerai.responses.Role;
import dev.makerai.run.Approver;
import dev.makerai.run.ContextCarrier;
import dev.makerai.run.Run;
import dev.makerai.run.RunFrame;
import dev.makerai.run.RunListener;
import dev.makerai.run.RunStream;
import dev.makerai.run.SavedRun;
import dev.makerai.run.Steps;
import dev.makerai.run.ToolLoop;
import dev.makerai.schema.Partial;
import dev.makerai.schema.Schema;
import dev.makerai.tools.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything that belongs to it: instructions, tools, images, documents, limits.
 *
 * <pre>{@code
 * Run<Quote> run = ai.prompt("What do 2 kg of PETG cost?")
 *         .instructions("Prices are in EUR.")
 *         .tools(new Shop())
 *         .maxRounds(3)
 *         .run(Quote.class);
 * }</pre>
 *
 * <p>Immutable: each method gives a new prompt, so one can be kept and varied. Thread-safe.
 */
public final class Prompt {
    private final MakerAi ai;
    private final ResponseRequest request;
    private final List<InputContent> content;
    private final Toolset tools;
    private final UnaryOperator<ToolLoop> limits;
    private final @Nullable RunFrame frame;

    private Prompt(
            MakerAi ai,
            ResponseRequest request,
            List<InputContent> content,
            Toolset tools,
            UnaryOperator<ToolLoop> limits,
            @Nullable RunFrame frame) {
        this.ai = ai;
        this.request = request;
        this.content = List.copyOf(content);
        this.tools = tools;
        this.limits = limits;
        this.frame = frame;
    }

    static Prompt of(MakerAi ai, String text) {
        return new Prompt(
                ai,
                ResponseRequest.builder(ai.model()).build(),
                List.of(new InputText(text)),
                Toolset.of(),
                UnaryOperator.identity(),
                null);
    }

    /** Goes on with a run, which has its question already. */
    static Prompt of(MakerAi ai, SavedRun saved) {
        return new Prompt(ai, saved.request(), List.of(), Toolset.of(), loop -> loop.resuming(saved), null);
    }

    /**
     * Lets the model call tools.
     *
     * @param holders objects with {@link dev.makerai.tools.Tool} methods, {@link Toolset}s, or tools that the service
     *     runs, such as a {@link dev.makerai.responses.WebSearchTool}; they are added to those already given
     * @throws IllegalArgumentException if a tool cannot be offered; the message names class, method and parameter, and
     *     says why and what to do
     */
    public Prompt tools(Object... holders) {
        List<ResponseTool> hosted = new ArrayList<>(request.tools());
        if (holders == null) {
            throw new IllegalArgumentException("The tools are null: pass objects with @Tool methods");
        }
        List<Object> own = new ArrayList<>();
        for (Object holder : holders) {
            if (holder instanceof ResponseTool tool) {
                hosted.add(tool);
            } else {
                own.add(holder);
            }
        }
        ResponseRequest all = request.toBuilder().tools(hosted).build();
        return new Prompt(ai, all, content, Toolset.of(tools, Toolset.of(own.toArray())), limits, frame);
    }

    /**
     * Shows the model an image: PNG, JPEG, WebP or GIF. It is sent as it is, also with the place where it was taken if it
     * knows that: {@link InputImage#withoutExif} takes that out.
     *
     * @param file the image's file
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is none of these formats, or too large
     */
    public Prompt image(Path file) {
        return image(InputImage.of(file));
    }

    /** Shows the model an image from anywhere. */
    public Prompt image(InputImage image) {
        return part(image);
    }

    /**
     * Gives the model a document: PDF, Word, PowerPoint, Excel, or any text. Several may be given.
     *
     * @param file the document's file; its extension and its first bytes say what it is
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no document that models read, or too large
     */
    public Prompt file(Path file) {
        return file(InputFile.of(file));
    }

    /** Gives the model a document from anywhere. */
    public Prompt file(InputFile file) {
        return part(file);
    }

    /** Tells the model how to behave; it weighs more than the question. */
    public Prompt instructions(String instructions) {
        return request(builder -> builder.instructions(instructions));
    }

    /**
     * Asks another model than the client's own.
     *
     * @param model the model's id, such as {@code gpt-6.1-sol}
     */
    public Prompt model(String model) {
        return request(builder -> builder.model(model));
    }

    /** Asks the model that the client's router names for what the question asks of a model. */
    public Prompt tier(ModelTier tier) {
        return model(ai.router().model(tier));
    }

    /**
     * Goes on from an earlier response, whose whole history the model then sees.
     *
     * @param responseId the id of that response
     */
    public Prompt previousResponse(String responseId) {
        return request(builder -> builder.previousResponseId(responseId));
    }

    /**
     * Says who keeps what is said in the run; by default the service, by response.
     *
     * @param mode with {@link HistoryMode#CONVERSATION} each run gets a new conversation object, unless the request names
     *     one
     * @throws IllegalStateException if this is a question of a {@link Conversation}, which has a history of its own
     */
    public Prompt history(HistoryMode mode) {
        if (frame instanceof TurnFrame) {
            throw new IllegalStateException(
                    "The conversation says who keeps what is said in it: ai.conversation(it -> it.history(...))");
        }
        Prompt prompt = request(it -> it.extra("store", null));
        return switch (mode) {
            case PREVIOUS_RESPONSE ->
                prompt.request(it -> it.conversation(null)).frame(null);
            case CONVERSATION -> prompt.frame(new NewConversation(ai.conversations()));
            case LOCAL ->
                prompt.request(it -> it.conversation(null).store(false)).frame(null);
        };
    }

    /**
     * Bounds the tokens of each response, reasoning included.
     *
     * @param tokens at least 16
     */
    public Prompt maxOutputTokens(int tokens) {
        return request(builder -> builder.maxOutputTokens(tokens));
    }

    /**
     * Changes anything else of the requests. The input is set by this prompt and tools are added to those set here.
     *
     * @param change is called once, now
     */
    public Prompt request(Consumer<ResponseRequest.Builder> change) {
        ResponseRequest.Builder builder = request.toBuilder();
        change.accept(builder);
        return new Prompt(ai, builder.build(), content, tools, limits, frame);
    }

    /**
     * Bounds the rounds of the tool loop; by default {@value ToolLoop#DEFAULT_MAX_ROUNDS}.
     *
     * @param rounds requests that may ask for tools, at least 1
     */
    public Prompt maxRounds(int rounds) {
        return limit(loop -> loop.maxRounds(rounds));
    }

    /**
     * Bounds the time of each tool call; by default one minute. A call that takes longer is answered with an error, and
     * the run goes on.
     *
     * @param timeout more than zero, at most a day
     */
    public Prompt toolTimeout(Duration timeout) {
        return limit(loop -> loop.toolTimeout(timeout));
    }

    /**
     * Bounds how often the model may make the same call with the same outcome; by default
     * {@value ToolLoop#DEFAULT_MAX_REPEATS} times.
     *
     * @param times at least 2; 0 for as often as the model likes
     */
    public Prompt maxRepeats(int times) {
        return limit(loop -> loop.maxRepeats(times));
    }

    /**
     * Bounds the time of the whole run: requests, their further tries, tools and approvals. When it is over, the run ends
     * with what it has.
     *
     * @param time more than zero, at most a year
     */
    public Prompt deadline(Duration time) {
        return limit(loop -> loop.deadline(time));
    }

    /**
     * Bounds what the whole run may take in money or tokens; see {@link ToolLoop#budget}. What is too much is not sent.
     *
     * @param budget such as {@code Budget.usd("0.05")}
     */
    public Prompt budget(Budget budget) {
        return limit(loop -> loop.budget(budget));
    }

    /** Notes what each round costs; a ledger may be shared by any number of runs. */
    public Prompt ledger(CostLedger ledger) {
        return limit(loop -> loop.ledger(ledger));
    }

    /**
     * Lets another thread stop the run: the request is given up and the tools are interrupted.
     *
     * @param cancellation stops all that it is given to
     */
    public Prompt cancellation(Cancellation cancellation) {
        return limit(loop -> loop.cancellation(cancellation));
    }

    /** Has somebody decide, on the thread of the run, about calls that do more than look. Without one they are denied. */
    public Prompt approver(Approver approver) {
        return limit(loop -> loop.approver(approver));
    }

    /** Gives the tools something that the model does not see: what {@link dev.makerai.tools.ToolContext#data} returns. */
    public Prompt toolData(Object data) {
        return limit(loop -> loop.toolData(data));
    }

    /**
     * Takes what belongs to this thread, such as the MDC of a log, along to the threads of the tools.
     *
     * @param carrier is asked for each call that runs on another thread
     */
    public Prompt contextCarrier(ContextCarrier carrier) {
        return limit(loop -> loop.contextCarrier(carrier));
    }

    /** Has somebody see what happens in the run, on its thread, after those already given. */
    public Prompt listener(RunListener listener) {
        return limit(loop -> loop.listener(listener));
    }

    /**
     * Notes the run in a file as it goes, so that after a crash of the program the same lines go on with it: tool calls
     * that have ended are not run again, and a run that had its answer is over at once. See {@link ToolLoop#journal}.
     *
     * @param file one for each run; it holds all that was said, but no tools and no key. Its folder must exist
     */
    public Prompt journal(Path file) {
        return limit(loop -> loop.journal(file));
    }

    /**
     * Asks, running tools as often as the model wants within the limits.
     *
     * @return the run, however it ended; {@link Run#value()} is the answer's text
     */
    public Run<String> run() {
        return loop().run(finishedRequest());
    }

    /**
     * Asks for an answer of a Java type.
     *
     * @param type a record, or any other type that {@link Schema} supports
     * @return the run, however it ended; {@link Run#value()} is the answer
     * @throws IllegalArgumentException if the type has no strict schema
     */
    public <T> Run<T> run(Class<T> type) {
        return loop().run(finishedRequest(), Schema.of(type));
    }

    /**
     * Asks and hands on what the model writes while it writes it.
     *
     * @param onText takes each piece, on this thread; what it throws ends the run and reaches the caller
     * @return the run, however it ended; {@link Run#value()} is the answer's text
     */
    public Run<String> stream(Consumer<? super String> onText) {
        return loop().stream(finishedRequest(), onText);
    }

    /**
     * Asks for an answer of a Java type and hands on what is known of it while the model writes it.
     *
     * @param type a record, or any other type that {@link Schema} supports
     * @param onPartial takes each partial, on this thread; what it throws ends the run and reaches the caller. The last
     *     one of a completed run holds the whole value
     * @return the run, however it ended; {@link Run#value()} is the answer
     * @throws IllegalArgumentException if the type has no strict schema
     */
    public <T> Run<T> stream(Class<T> type, Consumer<? super Partial<T>> onPartial) {
        return loop().stream(finishedRequest(), Schema.of(type), onPartial);
    }

    /**
     * Asks, and gives all that happens on the way as it happens.
     *
     * @return the events, to be read and closed by one thread
     */
    public RunStream<String> stream() {
        return loop().stream(finishedRequest());
    }

    /**
     * Asks for an answer of a Java type, and gives all that happens on the way as it happens.
     *
     * @param type a record, or any other type that {@link Schema} supports
     * @return the events, to be read and closed by one thread
     * @throws IllegalArgumentException if the type has no strict schema
     */
    public <T> RunStream<T> stream(Class<T> type) {
        return loop().stream(finishedRequest(), Schema.of(type));
    }

    /**
     * Asks round by round, with a look at each and at the request of the next.
     *
     * @return the rounds, to be gone through and closed by one thread
     */
    public Steps<String> steps() {
        return loop().steps(finishedRequest());
    }

    /**
     * Asks round by round for an answer of a Java type.
     *
     * @param type a record, or any other type that {@link Schema} supports
     * @return the rounds, to be gone through and closed by one thread
     * @throws IllegalArgumentException if the type has no strict schema
     */
    public <T> Steps<T> steps(Class<T> type) {
        return loop().steps(finishedRequest(), Schema.of(type));
    }

    /** The same prompt, each run of which stands in a frame. */
    Prompt frame(@Nullable RunFrame frame) {
        return new Prompt(ai, request, content, tools, limits, frame);
    }

    String model() {
        return request.model();
    }

    /** The model and the tools; not what is asked, which may be long or secret. */
    @Override
    public String toString() {
        return "Prompt[model " + request.model() + ", " + tools + "]";
    }

    private Prompt part(InputContent part) {
        if (content.isEmpty()) {
            throw new IllegalStateException("A run that is resumed has its question already");
        }
        List<InputContent> all = new ArrayList<>(content);
        all.add(part);
        return new Prompt(ai, request, all, tools, limits, frame);
    }

    private ToolLoop loop() {
        ToolLoop bare = new ToolLoop(ai.responses(), tools);
        PriceTable prices = ai.prices();
        ToolLoop loop = limits.apply(prices == null ? bare : bare.prices(prices));
        return frame == null ? loop : loop.frame(frame);
    }

    private ResponseRequest finishedRequest() {
        if (content.isEmpty()) {
            return request;
        }
        InputMessage question = InputMessage.of(Role.USER, content);
        return request.toBuilder().input(List.of(question)).build();
    }

    private Prompt limit(UnaryOperator<ToolLoop> limit) {
        // Tried at once, so that a wrong limit is reported where it is set.
        ToolLoop unused = limit.apply(loop());
        return new Prompt(ai, request, content, tools, loop -> limit.apply(limits.apply(loop)), frame);
    }
}
