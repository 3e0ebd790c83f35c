package dev.makerai.responses;

import java.util.Objects;

/**
 * How much of its thinking a model tells.
 *
 * @param value the name on the wire
 */
public record ReasoningSummary(String value) {
    /** As much as the model can. */
    public static final ReasoningSummary AUTO = new ReasoningSummary("auto");

    /** Briefly. */
    public static final ReasoningSummary CONCISE = new ReasoningSummary("concise");

    /** At length. */
    public static final ReasoningSummary DETAILED = new ReasoningSummary("detailed");

    /** Takes any name: the service may know more than the constants here. */
    public ReasoningSummary {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
