package dev.makerai.run;

import dev.makerai.responses.ResponseRequest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run that goes on round by round, as fast as somebody goes through it: each round can be looked at, and the request of
 * the next one seen and changed.
 *
 * <pre>{@code
 * try (Steps<String> steps =
 *         ai.prompt("Find the cheapest filament").tools(new Shop()).steps()) {
 *     for (Step step : steps) {
 *         System.out.println(step.calls());
 *         steps.nextRequest(request -> request.toBuilder().model("gpt-6-luna").build());
 *     }
 *     System.out.println(steps.run().value());
 * }
 * }</pre>
 *
 * <p>To be gone through once, by one thread, and closed. One that is closed before its end is a run that was cancelled.
 *
 * @param <T> the type of the final answer
 */
public final class Steps<T> implements Iterable<Step>, AutoCloseable {
    private final RunEngine<T> engine;
    private boolean hasIterator;

    Steps(RunEngine<T> engine) {
        this.engine = engine;
    }

    /**
     * The rounds; each is carried out when it is asked for.
     *
     * @throws IllegalStateException if there was one already
     */
    @Override
    public Iterator<Step> iterator() {
        if (hasIterator) {
            throw new IllegalStateException("The steps of a run can be gone through once: run().steps() keeps them");
        }
        hasIterator = true;
        return new Rounds();
    }

    /** The request of the next round, or null when there is none. */
    public @Nullable ResponseRequest nextRequest() {
        return engine.nextRequest();
    }

    /**
     * Changes the request of the next round; nothing if there is none. It answers the tool calls of this round, so its
     * input has to keep their outputs.
     *
     * @param change is called once, now, if there is a next round
     */
    public void nextRequest(UnaryOperator<ResponseRequest> change) {
        ResponseRequest next = engine.nextRequest();
        if (next != null) {
            engine.nextRequest(change.apply(next));
        }
    }

    /** The run as far as it has come; before its end it counts as cancelled. */
    public Run<T> run() {
        return engine.run();
    }

    /** Ends the run, if it has not ended. */
    @Override
    public void close() {
        engine.close();
    }

    private final class Rounds implements Iterator<Step> {
        private @Nullable Step ready;

        @Override
        public boolean hasNext() {
            while (ready == null) {
                RunEvent event = engine.next();
                if (event == null) {
                    return false;
                }
                if (event instanceof RunEvent.RoundFinished finished) {
                    ready = finished.step();
                }
            }
            return true;
        }

        @Override
        public Step next() {
            if (!hasNext() || ready == null) {
                throw new NoSuchElementException("The run has ended: run() tells how");
            }
            Step next = ready;
            ready = null;
            return next;
        }
    }
}
