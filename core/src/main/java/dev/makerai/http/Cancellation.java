package dev.makerai.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops a request, a stream or a run that is under way, from any thread.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * Thread stop = new Thread(cancellation::cancel);
 * Runtime.getRuntime().addShutdownHook(stop);
 * Response response = ai.responses().create(request, Duration.ofMinutes(2), cancellation);
 * }</pre>
 *
 * <p>It works once and for all that it was given to; what is given one that was cancelled already does not begin.
 * Thread-safe.
 */
public final class Cancellation {
    /** Made when first needed: most calls need none. */
    private @Nullable Set<Action> actions;

    private boolean isCancelled;

    /** Makes one that is not cancelled. */
    public Cancellation() {}

    /** Stops all that it was given to; does nothing the second time. */
    public void cancel() {
        List<Action> all;
        synchronized (this) {
            isCancelled = true;
            all = actions == null ? List.of() : List.copyOf(actions);
            actions = null;
        }
        RuntimeException failure = null;
        for (Action each : all) {
            try {
                each.what.run();
            } catch (RuntimeException e) {
                // The others have to stop all the same.
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether {@link #cancel} was called. */
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /**
     * Has something done when this is cancelled; at once, on this thread, if it is already.
     *
     * @param action runs once at most, on the thread that cancels
     * @return to be closed when the action is needed no more
     */
    public Registration onCancel(Runnable action) {
        Action added = new Action(Objects.requireNonNull(action, "action"));
        synchronized (this) {
            if (!isCancelled) {
                if (actions == null) {
                    actions = new LinkedHashSet<>();
                }
                actions.add(added);
                return added;
            }
        }
        action.run();
        return added;
    }

    /** That something is to be done. */
    public interface Registration extends AutoCloseable {
        /** Says that it need not be done any more. */
        @Override
        void close();
    }

    private final class Action implements Registration {
        private final Runnable what;

        Action(Runnable what) {
            this.what = what;
        }

        @Override
        public void close() {
            synchronized (Cancellation.this) {
                if (actions != null) {
                    actions.remove(this);
                }
            }
        }
    }
}
