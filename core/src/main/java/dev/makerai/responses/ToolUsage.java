package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * What the service's own tools used, beside the tokens of the response.
 *
 * @param imageGen tokens for making pictures, or null if the service does not say
 * @param webSearch searches on the web, or null if the service does not say
 */
public record ToolUsage(
        @Nullable ImageGeneration imageGen, @Nullable WebSearch webSearch) {
    /**
     * Searches on the web.
     *
     * @param numRequests how many
     */
    public record WebSearch(long numRequests) {}

    /**
     * Tokens for making pictures.
     *
     * @param inputTokens all tokens of the input
     * @param inputTokensDetails of what kind they were, or null if the service does not say
     * @param cachedTokens those of them that came from the cache, or null if the service does not say
     * @param cachedTokensDetails of what kind those were, or null if the service does not say
     * @param outputTokens all tokens of the output
     * @param outputTokensDetails of what kind they were, or null if the service does not say
     * @param totalTokens input and output together
     */
    public record ImageGeneration(
            long inputTokens,
            @Nullable Kinds inputTokensDetails,
            @Nullable Long cachedTokens,
            @Nullable CachedKinds cachedTokensDetails,
            long outputTokens,
            @Nullable Kinds outputTokensDetails,
            long totalTokens) {}

    /**
     * Tokens by what they stand for.
     *
     * @param imageTokens pictures
     * @param textTokens texts
     */
    public record Kinds(long imageTokens, long textTokens) {}

    /**
     * Tokens from the cache by what they stand for.
     *
     * @param cachedImageTokens pictures
     * @param cachedTextTokens texts
     */
    public record CachedKinds(long cachedImageTokens, long cachedTextTokens) {}
}
