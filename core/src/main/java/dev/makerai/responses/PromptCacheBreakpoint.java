package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Marks a part as the end of a beginning that is worth keeping in the cache: what stands before it and the part itself.
 *
 * @param mode {@link #EXPLICIT}, the only one there is
 * @param ttl how long it is kept, or null for the request's own time
 */
public record PromptCacheBreakpoint(String mode, @Nullable Ttl ttl) {
    /** Marked by the request. */
    public static final String EXPLICIT = "explicit";

    /** Needs the mode. */
    public PromptCacheBreakpoint {
        Objects.requireNonNull(mode, "mode");
    }

    /** A mark that is kept as long as the request says. */
    public static PromptCacheBreakpoint of() {
        return new PromptCacheBreakpoint(EXPLICIT, null);
    }

    /**
     * A mark with a time of its own.
     *
     * @param ttl how long to keep it
     */
    public static PromptCacheBreakpoint of(Ttl ttl) {
        return new PromptCacheBreakpoint(EXPLICIT, ttl);
    }

    /**
     * How long a beginning is kept; writing it for longer costs more.
     *
     * @param value the name on the wire
     */
    public record Ttl(String value) {
        /** Half an hour. */
        public static final Ttl THIRTY_MINUTES = new Ttl("30m");

        /** Half a day. */
        public static final Ttl TWELVE_HOURS = new Ttl("12h");

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
