package dev.makerai.responses;

import java.util.Objects;

/**
 * How long a model's answers are.
 *
 * @param value the name on the wire
 */
public record Verbosity(String value) {
    /** Short. */
    public static final Verbosity LOW = new Verbosity("low");

    /** The usual length. */
    public static final Verbosity MEDIUM = new Verbosity("medium");

    /** Long. */
    public static final Verbosity HIGH = new Verbosity("high");

    /** Takes any name: the service may know more than the constants here. */
    public Verbosity {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
