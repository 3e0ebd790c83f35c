package dev.makerai.tools;

import java.util.Objects;

/**
 * How far a tool is with a call.
 *
 * @param fraction from 0 to 1, or NaN if it is not known
 * @param message what it is at, for people; at most {@value #MAX_CHARACTERS} characters are kept
 */
public record ToolProgress(double fraction, String message) {
    /** How long a message may be: {@value}. */
    public static final int MAX_CHARACTERS = 500;

    /**
     * Checks the fraction and cuts the message.
     *
     * @throws IllegalArgumentException if the fraction is below 0 or above 1
     */
    public ToolProgress {
        Objects.requireNonNull(message, "message");
        if (fraction < 0 || fraction > 1) {
            throw new IllegalArgumentException("The progress must be from 0 to 1, but is " + fraction);
        }
        message = message.length() <= MAX_CHARACTERS ? message : message.substring(0, MAX_CHARACTERS - 1) + "…";
    }
}
