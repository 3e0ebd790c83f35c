package dev.makerai.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A run as it happens: what the model writes, tools that begin, get further and end, rounds, and the end.
 *
 * <pre>{@code
 * try (RunStream<String> events = ai.prompt("Slice the bracket").tools(new Slicers()).stream()) {
 *     for (RunEvent event : events) {
 *         if (event instanceof RunEvent.TextDelta text) {
 *             System.out.print(text.text());
 *         } else if (event instanceof RunEvent.Progress progress) {
 *             System.out.println(progress.progress().message());
 *         }
 *     }
 *     System.out.println(events.run().toolCalls().size());
 * }
 * }</pre>
 *
 * <p>The run goes on while the events are read, on the thread that reads them, but its tools never run on that one. To be
 * read once, by one thread, and closed; one that is closed before its end is a run that was cancelled.
 *
 * @param <T> the type of the final answer
 */
public final class RunStream<T> implements Iterable<RunEvent>, AutoCloseable {
    private final RunEngine<T> engine;
    private boolean hasIterator;

    RunStream(RunEngine<T> engine) {
        this.engine = engine;
    }

    /**
     * The events; the last is {@link RunEvent.Ended}.
     *
     * @throws IllegalStateException if there was one already
     */
    @Override
    public Iterator<RunEvent> iterator() {
        if (hasIterator) {
            throw new IllegalStateException("The events of a run can be read once");
        }
        hasIterator = true;
        return new Events();
    }

    /** The run as far as it has come; before its end it counts as cancelled. */
    public Run<T> run() {
        return engine.run();
    }

    /** Ends the run, if it has not ended: the request is given up and tools are interrupted. */
    @Override
    public void close() {
        engine.close();
    }

    private final class Events implements Iterator<RunEvent> {
        private @Nullable RunEvent ready;

        @Override
        public boolean hasNext() {
            if (ready == null) {
                ready = engine.next();
            }
            return ready != null;
        }

        @Override
        public RunEvent next() {
            if (!hasNext() || ready == null) {
                throw new NoSuchElementException("The run has ended");
            }
            RunEvent next = ready;
            ready = null;
            return next;
        }
    }
}
