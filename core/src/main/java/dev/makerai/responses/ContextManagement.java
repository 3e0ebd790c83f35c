package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service does when the model's context fills up.
 *
 * @param type what it does, such as {@code compaction}
 * @param compactThreshold the tokens of context from which on it does; null for its default
 */
public record ContextManagement(String type, @Nullable Long compactThreshold) {
    private static final long LEAST_THRESHOLD = 1000;

    /** Needs the type. */
    public ContextManagement {
        Objects.requireNonNull(type, "type");
    }

    /** Shortens the context to what matters, when the service finds it full. */
    public static ContextManagement compaction() {
        return new ContextManagement("compaction", null);
    }

    /**
     * Shortens the context to what matters, when it is larger than a threshold.
     *
     * @param threshold tokens, at least 1000
     */
    public static ContextManagement compaction(long threshold) {
        if (threshold < LEAST_THRESHOLD) {
            throw new IllegalArgumentException(
                    "The threshold of compaction must be at least " + LEAST_THRESHOLD + " tokens, but is " + threshold);
        }
        return new ContextManagement("compaction", threshold);
    }
}
