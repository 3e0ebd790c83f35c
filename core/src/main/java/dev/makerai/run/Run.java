package dev.makerai.run;

import dev.makerai.cost.Cost;
import dev.makerai.cost.PriceTable;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did and how it ended: the answer, every step on the way, and the tokens it took.
 *
 * <pre>{@code
 * Run<Quote> run = ai.prompt("What do 2 kg of PETG cost?").tools(new Shop()).run(Quote.class);
 * Quote quote = run.value();
 * System.out.println(run.explain());
 * }</pre>
 *
 * @param <T> the type of the final answer; {@link String} where none was asked for
 */
public final class Run<T> {
    private final RunState state;
    private final List<Step> steps;
    private final RunEnd end;
    private final @Nullable T value;
    private final @Nullable PriceTable prices;

    /** @param prices null for the built-in ones */
    Run(RunState state, RunEnd end, @Nullable T value, @Nullable PriceTable prices) {
        this.state = state;
        this.steps = List.copyOf(state.steps);
        this.end = end;
        this.value = value;
        this.prices = prices;
    }

    /**
     * The final answer.
     *
     * @throws RunException if the run ended in any other way than {@link RunEnd.Completed}; it carries this run
     */
    public T value() {
        if (value == null) {
            throw RunException.of(end, this);
        }
        return value;
    }

    /** A name for this run that no other has; tools and approvers see it too. */
    public String id() {
        return state.id;
    }

    /** The request that the run began with, as it was before any budget bounded it. */
    public ResponseRequest firstRequest() {
        return state.first;
    }

    /** The text of the last response; empty if there is none. */
    public String text() {
        Response last = lastResponse();
        return last == null ? "" : last.outputText();
    }

    /** The rounds in their order; empty if the first request already failed. */
    public List<Step> steps() {
        return steps;
    }

    /** All tool calls of the run in the order in which the model got their outputs. */
    public List<ToolCall> toolCalls() {
        return steps.stream().flatMap(step -> step.calls().stream()).toList();
    }

    /** How the run ended. */
    public RunEnd end() {
        return end;
    }

    /** Why the run ended in any other way than with an answer, in a sentence; empty if it has its answer. */
    public String whyEnded() {
        return end instanceof RunEnd.Completed ? "" : RunException.of(end, this).getMessage();
    }

    /** The tokens of all rounds together; all zero where the service reported none. */
    public Usage usage() {
        Usage sum = Usage.NONE;
        for (Step step : steps) {
            Usage usage = step.response().usage();
            if (usage != null) {
                sum = sum.plus(usage);
            }
        }
        return sum;
    }

    /**
     * What all rounds together cost, by the price table of the run. A part whose price is not known makes it unknown, never
     * cheaper.
     */
    public Cost cost() {
        Cost sum = Cost.none(prices().currency());
        for (Step step : steps) {
            sum = sum.plus(cost(step));
        }
        return sum;
    }

    /**
     * What one round cost, by the price table of the run.
     *
     * @param step of this run
     */
    public Cost cost(Step step) {
        return prices().cost(step.request(), step.response());
    }

    private PriceTable prices() {
        return prices == null ? PriceTable.builtIn() : prices;
    }

    /** The last response that the service gave, or null if there was none. */
    public @Nullable Response lastResponse() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).response();
    }

    /**
     * What the run added to the history: what the model said and did, and the output of each call, in their order and as
     * they may be sent again. Responses that were cut off or failed are left out; a call that was not carried out has an
     * output that says so.
     */
    public List<InputItem> newItems() {
        return AddedItems.of(steps, end);
    }

    /** The last response that ended well, so that it can be gone on from; null if there was none. */
    public @Nullable Response lastWholeResponse() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (AddedItems.isWhole(steps.get(i))) {
                return steps.get(i).response();
            }
        }
        return null;
    }

    /**
     * All that is needed to go on with the run, also in another process, unless it has its answer: after an approval, with
     * wider limits, or after a failure.
     */
    public SavedRun save() {
        return new SavedRun(state.copy());
    }

    /** The story of the run for people: what was asked, what ran and what it answered, tokens, and why it ended. */
    public String explain() {
        return Story.of(this);
    }

    /** How the run ended and in how many rounds. */
    @Override
    public String toString() {
        return "Run[" + end + ", " + steps.size() + " rounds, " + toolCalls().size() + " tool calls]";
    }
}
