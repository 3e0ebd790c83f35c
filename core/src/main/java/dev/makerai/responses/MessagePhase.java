package dev.makerai.responses;

import java.util.Objects;

/**
 * What a message is for; send it back with the message, since later answers are worse without it.
 *
 * @param value the name on the wire
 */
public record MessagePhase(String value) {
    /** Said on the way, such as before a tool is called. */
    public static final MessagePhase COMMENTARY = new MessagePhase("commentary");

    /** The answer itself. */
    public static final MessagePhase FINAL_ANSWER = new MessagePhase("final_answer");

    /** Takes any name: the service may know more than the constants here. */
    public MessagePhase {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
