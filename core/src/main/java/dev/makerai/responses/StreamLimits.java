package dev.makerai.responses;

import dev.makerai.internal.http.Opening;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the events of a response may take.
 *
 * @param firstToken until the first token, from the start; or null
 * @param idle between two events; or null
 * @param whole until the end, from the start; or null
 */
record StreamLimits(
        @Nullable Duration firstToken,
        @Nullable Duration idle,
        @Nullable Duration whole) {
    static final StreamLimits NONE = new StreamLimits(null, null, null);

    StreamLimits withIdle(@Nullable Duration time) {
        return new StreamLimits(firstToken, time, whole);
    }

    /** How long the first token may still take; null for as long as it takes. */
    @Nullable
    Duration untilFirst(long startNanos) {
        long end = new StreamLimits(firstToken, null, whole).deadline(startNanos, false);
        return end == EventSource.NO_DEADLINE ? null : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** What ends the wait for an answer that takes longer before its first event than it may. */
    Opening opening(long startNanos, boolean hasOutput) {
        // A refusal is an event too: further tries get their own time.
        return new Opening(
                new StreamLimits(firstToken, null, whole).deadline(startNanos, hasOutput),
                idle,
                () -> tooLate(startNanos, hasOutput));
    }

    long deadline(long startNanos, boolean hasOutput) {
        long now = System.nanoTime();
        Long left = null;
        if (idle != null) {
            left = idle.toNanos();
        }
        if (firstToken != null && !hasOutput) {
            long untilFirst = Math.max(0, startNanos + firstToken.toNanos() - now);
            left = left == null ? untilFirst : Math.min(left, untilFirst);
        }
        if (whole != null) {
            long untilEnd = Math.max(0, startNanos + whole.toNanos() - now);
            left = left == null ? untilEnd : Math.min(left, untilEnd);
        }
        if (left == null) {
            return EventSource.NO_DEADLINE;
        }
        long deadline = now + left;
        return deadline == EventSource.NO_DEADLINE ? deadline + 1 : deadline;
    }

    String tooLate(long startNanos, boolean hasOutput) {
        if (whole != null && System.nanoTime() - startNanos >= whole.toNanos()) {
            return "The time that the caller gave for the whole response is over: give it more, or ask for less";
        }
        if (firstToken != null && !hasOutput && (idle == null || firstToken.compareTo(idle) <= 0)) {
            return "The first token did not come within " + seconds(firstToken)
                    + ": raise firstTokenTimeout, or ask a quicker model";
        }
        return "No event came for " + seconds(idle == null ? Duration.ZERO : idle)
                + ": raise idleTimeout (a model that thinks may be silent for minutes), or ask for less";
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
