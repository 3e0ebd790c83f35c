package dev.makerai.run;

import dev.makerai.http.Cancellation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long one run may go on: until its deadline, or until somebody cancels it. */
final class Patience {
    private static final Cancellation.Registration NOTHING = () -> {};

    private final @Nullable Long end;
    private final @Nullable Instant deadline;
    private final @Nullable Cancellation cancellation;

    /** Begins now. */
    Patience(@Nullable Duration time, @Nullable Cancellation cancellation) {
        this.end = time == null ? null : Long.valueOf(System.nanoTime() + time.toNanos());
        this.deadline = time == null ? null : Instant.now().plus(time);
        this.cancellation = cancellation;
    }

    boolean isOver() {
        return isLate() || isCancelled();
    }

    boolean isLate() {
        return end != null && end - System.nanoTime() <= 0;
    }

    boolean isCancelled() {
        return cancellation != null && cancellation.isCancelled();
    }

    boolean hasDeadline() {
        return end != null;
    }

    /** The moment of the deadline, or null. */
    @Nullable
    Instant deadline() {
        return deadline;
    }

    /** How much time is left, never below zero. */
    long nanosLeft() {
        return end == null ? Long.MAX_VALUE : Math.max(0, end - System.nanoTime());
    }

    /** The same for a request; null for as long as it takes. */
    @Nullable
    Duration timeLeft() {
        return end == null ? null : Duration.ofNanos(nanosLeft());
    }

    @Nullable
    Cancellation cancellation() {
        return cancellation;
    }

    Cancellation.Registration onCancel(Runnable action) {
        return cancellation == null ? NOTHING : cancellation.onCancel(action);
    }
}
