package dev.makerai.responses;

import java.util.Objects;

/**
 * How much a model thinks before it answers; not every model knows every one.
 *
 * @param value the name on the wire
 */
public record ReasoningEffort(String value) {
    /** Not at all. */
    public static final ReasoningEffort NONE = new ReasoningEffort("none");

    /** Hardly. */
    public static final ReasoningEffort MINIMAL = new ReasoningEffort("minimal");

    /** A little. */
    public static final ReasoningEffort LOW = new ReasoningEffort("low");

    /** The usual amount. */
    public static final ReasoningEffort MEDIUM = new ReasoningEffort("medium");

    /** Much. */
    public static final ReasoningEffort HIGH = new ReasoningEffort("high");

    /** Very much. */
    public static final ReasoningEffort XHIGH = new ReasoningEffort("xhigh");

    /** As much as the model can. */
    public static final ReasoningEffort MAX = new ReasoningEffort("max");

    /** Takes any name: the service may know more than the constants here. */
    public ReasoningEffort {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
