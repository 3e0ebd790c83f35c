package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * Why a response was cut off.
 *
 * @param reason such as {@link #MAX_OUTPUT_TOKENS}, or null if the service does not say
 */
public record IncompleteDetails(@Nullable String reason) {
    /** The output reached the request's limit of tokens, or the model's. */
    public static final String MAX_OUTPUT_TOKENS = "max_output_tokens";

    /** The output reached the limit of messages. */
    public static final String MAX_MESSAGES = "max_messages";

    /** The application steered the model elsewhere, and another response goes on. */
    public static final String STEERED = "steered";

    /** A filter stopped the output. */
    public static final String CONTENT_FILTER = "content_filter";
}
