package dev.makerai.responses;

import java.util.Objects;

/**
 * Who speaks in a message.
 *
 * @param value the name on the wire
 */
public record Role(String value) {
    /** The person. */
    public static final Role USER = new Role("user");

    /** The model. */
    public static final Role ASSISTANT = new Role("assistant");

    /** Whoever runs the application; the older name of {@link #DEVELOPER}. */
    public static final Role SYSTEM = new Role("system");

    /** Whoever runs the application: weighs more than the person. */
    public static final Role DEVELOPER = new Role("developer");

    /** Takes any name: the service may know more than the constants here. */
    public Role {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
