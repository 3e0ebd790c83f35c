package dev.makerai.audio;

import org.jspecify.annotations.Nullable;

/**
 * What a transcription took: tokens of some models, seconds of others.
 *
 * @param type {@code tokens} or {@code duration} are known; null if the service does not say
 * @param inputTokens all tokens of the input, or null
 * @param inputTokenDetails what they were, or null
 * @param outputTokens all tokens of the output, or null
 * @param totalTokens both together, or null
 * @param seconds how long the speech is, or null
 */
public record AudioUsage(
        @Nullable String type,
        @Nullable Long inputTokens,
        @Nullable InputDetails inputTokenDetails,
        @Nullable Long outputTokens,
        @Nullable Long totalTokens,
        @Nullable Double seconds) {
    /**
     * What the tokens of the input were.
     *
     * @param audioTokens those of the speech, or null
     * @param textTokens those of the prompt, or null
     */
    public record InputDetails(
            @Nullable Long audioTokens, @Nullable Long textTokens) {}
}
