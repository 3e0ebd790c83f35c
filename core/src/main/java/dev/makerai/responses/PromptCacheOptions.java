package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service keeps in its cache of beginnings of requests, and how long; what is null is left to the service.
 *
 * <pre>{@code
 * PromptCacheOptions.of(PromptCacheOptions.Ttl.HOURS_12)
 * }</pre>
 *
 * @param mode who says where a beginning ends, or null
 * @param ttl how long a beginning is kept at least, or null
 * @param prewarm whether only to fill the cache, without an answer; or null
 * @param comparisonResponseId the id of a response to say the differences to, where the cache was missed; or null
 */
public record PromptCacheOptions(
        @Nullable Mode mode,
        @Nullable Ttl ttl,
        @Nullable Boolean prewarm,
        @Nullable String comparisonResponseId) {
    /**
     * Keeps a beginning for some time.
     *
     * @param ttl how long at least
     */
    public static PromptCacheOptions of(@Nullable Ttl ttl) {
        return new PromptCacheOptions(null, ttl, null, null);
    }

    /**
     * The same, with beginnings marked by the application or found by the service.
     *
     * @param mode who says where a beginning ends; {@link Mode#IMPLICIT} if null
     */
    public PromptCacheOptions withMode(@Nullable Mode mode) {
        return new PromptCacheOptions(mode, ttl, prewarm, comparisonResponseId);
    }

    /**
     * The same, to fill the cache or to be answered.
     *
     * @param prewarm whether only to fill the cache
     */
    public PromptCacheOptions withPrewarm(boolean prewarm) {
        return new PromptCacheOptions(mode, ttl, prewarm, comparisonResponseId);
    }

    /**
     * The same, with the response saying why the cache was missed.
     *
     * @param responseId an earlier response that should have begun alike, or null
     */
    public PromptCacheOptions withComparison(@Nullable String responseId) {
        return new PromptCacheOptions(mode, ttl, prewarm, responseId);
    }

    boolean isEmpty() {
        return mode == null && ttl == null && prewarm == null && comparisonResponseId == null;
    }

    /**
     * Who says where a beginning ends.
     *
     * @param value the name on the wire
     */
    public record Mode(String value) {
        /** The service. */
        public static final Mode IMPLICIT = new Mode("implicit");

        /** The application, by a mark in the content of its messages. */
        public static final Mode EXPLICIT = new Mode("explicit");

        /** Takes any name: the service may know more than the constants here. */
        public Mode {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * How long a beginning is kept at least.
     *
     * @param value the name on the wire
     */
    public record Ttl(String value) {
        /** 30 minutes. */
        public static final Ttl MINUTES_30 = new Ttl("30m");

        /** 12 hours; writing into the cache is dearer then. */
        public static final Ttl HOURS_12 = new Ttl("12h");

        /** Takes any name: the service may know more than the constants here. */
        public Ttl {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
