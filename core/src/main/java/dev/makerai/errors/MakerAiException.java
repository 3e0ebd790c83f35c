package dev.makerai.errors;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that this library throws for something that went wrong while it ran. Misuse that a
 * developer mends once, such as a tool method with an unsupported parameter type, is an
 * {@link IllegalArgumentException} instead.
 *
 * <p>No message holds a secret.
 */
public abstract class MakerAiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    /**
     * @param message what went wrong, where, and what to do
     * @param cause what it came from, or null
     */
    protected MakerAiException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What went wrong, where, and what to do; never null. */
    @Override
    public String getMessage() {
        return message;
    }
}
