package dev.makerai.internal.rest;

import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.RateLimitException;
import dev.makerai.errors.ServerException;
import dev.makerai.errors.TransportException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something again and again until it is done, with pauses that grow, and never for longer than it may. A fault
 * of the network or the service does not end the waiting at once, since what is waited for goes on meanwhile. Immutable.
 */
public final class Polling {
    /** Asks without an answer, one behind the other, after which nobody will answer. */
    private static final int MOST_FAULTS = 10;

    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final double GROWTH = 1.5;

    private final Duration first;
    private final Duration longest;
    private final Sleep sleep;
    private final LongSupplier nanoTime;

    /**
     * Waits in real time.
     *
     * @param first the first pause
     * @param longest what the pauses grow to
     */
    public Polling(Duration first, Duration longest) {
        this(first, longest, it -> Thread.sleep(it.toMillis()), System::nanoTime);
    }

    /**
     * Waits in a time of one's own.
     *
     * @param sleep passes the time
     * @param nanoTime tells the time
     */
    public Polling(Duration first, Duration longest, Sleep sleep, LongSupplier nanoTime) {
        this.first = first;
        this.longest = longest;
        this.sleep = sleep;
        this.nanoTime = nanoTime;
    }

    /**
     * Waits on the calling thread.
     *
     * @param within how long at most
     * @param ask asks once, and takes no longer than it is told
     * @param done whether there is nothing more to wait for
     * @param late the exception for the last answer, where it was not done in time
     * @throws MakerAiException what the ask throws: at once, or where nobody answered to the end
     */
    public <T> T until(
            Duration within, Function<Duration, T> ask, Predicate<T> done, Function<T, MakerAiException> late) {
        requireTime(within);
        long end = nanoTime.getAsLong() + within.toNanos();
        Duration pause = first;
        T last = null;
        int faults = 0;
        while (true) {
            MakerAiException fault = null;
            try {
                last = ask.apply(left(end));
                if (done.test(last)) {
                    return last;
                }
                faults = 0;
            } catch (TransportException | ServerException | RateLimitException e) {
                fault = e;
                faults++;
                if (faults >= MOST_FAULTS || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            pause(pause.compareTo(left(end)) < 0 ? pause : left(end));
            if (left(end).isZero()) {
                throw ended(fault, last, late);
            }
            Duration longer = Duration.ofNanos((long) (pause.toNanos() * GROWTH));
            pause = longer.compareTo(longest) < 0 ? longer : longest;
        }
    }

    private static <T> MakerAiException ended(
            @Nullable MakerAiException fault, @Nullable T last, Function<T, MakerAiException> late) {
        if (last != null) {
            return late.apply(last);
        }
        if (fault == null) {
            throw new IllegalStateException("There was neither an answer nor a fault");
        }
        return fault;
    }

    private static void requireTime(Duration within) {
        if (within.isNegative() || within.isZero() || within.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "The time to wait must be above zero and at most a year, but is " + within);
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** An interrupt is left for the next request, which then says so. */
    private void pause(Duration pause) {
        try {
            sleep.of(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes the time. */
    @FunctionalInterface
    public interface Sleep {
        /**
         * Waits.
         *
         * @param duration how long
         * @throws InterruptedException if the thread was interrupted
         */
        void of(Duration duration) throws InterruptedException;
    }
}
