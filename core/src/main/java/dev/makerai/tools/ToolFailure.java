package dev.makerai.tools;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a tool to tell the model why it could not do what was asked.
 *
 * <pre>{@code
 * if (stock.grams(material) < grams) {
 *     throw new ToolFailure("Only " + stock.grams(material) + " g of " + material + " are left.");
 * }
 * }</pre>
 *
 * <p>The message goes to the model word for word, so it must hold no secret. The message of any other exception stays
 * with the program, and the model is told only that the tool failed.
 */
public final class ToolFailure extends MakerAiException {
    private static final long serialVersionUID = 1L;

    /** @param message what went wrong and what the model can do about it */
    public ToolFailure(String message) {
        this(message, null);
    }

    /**
     * @param message what went wrong and what the model can do about it
     * @param cause what it came from, for the program's own log, or null; the model never sees it
     */
    public ToolFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
