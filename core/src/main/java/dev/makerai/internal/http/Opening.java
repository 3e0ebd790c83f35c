package dev.makerai.internal.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Ends the wait for an answer to begin: from another thread, or when it takes too long. It covers all tries of one
 * request and the pauses between them.
 */
public final class Opening {
    /** No time at which the wait ends by itself. */
    public static final long NO_DEADLINE = InterruptWatcher.NO_DEADLINE;

    private final long deadline;
    private final @Nullable Duration silence;
    private final Supplier<String> tooLate;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable Call call;

    /**
     * Makes it for one request.
     *
     * @param deadline until when to wait in all, by {@link System#nanoTime}, or {@link #NO_DEADLINE}
     * @param silence how long one try may be without an answer, or null for the client's own timeouts
     * @param tooLate says, as a whole sentence, what was waited for too long and what to do
     */
    public Opening(long deadline, @Nullable Duration silence, Supplier<String> tooLate) {
        this.deadline = deadline;
        this.silence = silence;
        this.tooLate = tooLate;
    }

    /** Makes it for one request that may take as long as it takes. */
    public Opening() {
        this(NO_DEADLINE, null, () -> "");
    }

    /** Ends the wait at once. Any thread may call this. */
    public void cancel() {
        cancelled.countDown();
        Call waiting = call;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** Whether the deadline will have passed when a wait is over. */
    boolean isLateAfter(Duration wait) {
        return deadline != NO_DEADLINE && deadline - System.nanoTime() <= wait.toNanos();
    }

    String tooLate() {
        return tooLate.get();
    }

    /**
     * Begins a try.
     *
     * @return until when it may wait, or {@link #NO_DEADLINE}
     */
    long begin(Call next) {
        call = next;
        if (isCancelled()) {
            next.cancel();
        }
        if (silence == null) {
            return deadline;
        }
        long end = System.nanoTime() + silence.toNanos();
        return deadline != NO_DEADLINE && deadline - end < 0 ? deadline : end;
    }

    /** Waits until a time is over or this is cancelled. */
    void await(Duration wait) throws InterruptedException {
        boolean unused = cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
