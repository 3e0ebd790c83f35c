package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * The tokens that a response took.
 *
 * @param inputTokens all tokens of the input, the cached ones included
 * @param inputTokensDetails what became of them, or null if the service does not say
 * @param outputTokens all tokens of the output, those for reasoning included
 * @param outputTokensDetails what became of them, or null if the service does not say
 */
public record Usage(
        long inputTokens,
        @Nullable InputDetails inputTokensDetails,
        long outputTokens,
        @Nullable OutputDetails outputTokensDetails) {
    /** No tokens at all. */
    public static final Usage NONE = of(0, 0, 0, 0, 0);

    /** Needs counts that are not negative. */
    public Usage {
        requireCount(inputTokens);
        requireCount(outputTokens);
    }

    /**
     * Makes a whole count.
     *
     * @param inputTokens all tokens of the input
     * @param cachedTokens those of them that came from the cache
     * @param cacheWriteTokens those of them that were written into the cache
     * @param outputTokens all tokens of the output
     * @param reasoningTokens those of them that went into reasoning
     */
    public static Usage of(
            long inputTokens, long cachedTokens, long cacheWriteTokens, long outputTokens, long reasoningTokens) {
        return new Usage(
                inputTokens,
                new InputDetails(cachedTokens, cacheWriteTokens),
                outputTokens,
                new OutputDetails(reasoningTokens));
    }

    /** The tokens of the input that came from the cache; 0 if the service does not say. */
    public long cachedTokens() {
        return inputTokensDetails == null ? 0 : orZero(inputTokensDetails.cachedTokens());
    }

    /** The tokens of the input that were written into the cache; 0 if the service does not say. */
    public long cacheWriteTokens() {
        return inputTokensDetails == null ? 0 : orZero(inputTokensDetails.cacheWriteTokens());
    }

    /** The tokens of the output that went into reasoning; 0 if the service does not say. */
    public long reasoningTokens() {
        return outputTokensDetails == null ? 0 : orZero(outputTokensDetails.reasoningTokens());
    }

    /** Input and output together. */
    public long totalTokens() {
        return inputTokens + outputTokens;
    }

    /**
     * The sum with another response's tokens.
     *
     * @param other the tokens to add
     */
    public Usage plus(Usage other) {
        return of(
                Math.addExact(inputTokens, other.inputTokens),
                Math.addExact(cachedTokens(), other.cachedTokens()),
                Math.addExact(cacheWriteTokens(), other.cacheWriteTokens()),
                Math.addExact(outputTokens, other.outputTokens),
                Math.addExact(reasoningTokens(), other.reasoningTokens()));
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static void requireCount(@Nullable Long count) {
        if (count != null && count < 0) {
            throw new IllegalArgumentException("A count of tokens cannot be negative, but is " + count);
        }
    }

    /**
     * What became of the input.
     *
     * @param cachedTokens tokens that came from the cache, or null if the service does not say
     * @param cacheWriteTokens tokens that were written into the cache, or null if the service does not say
     */
    public record InputDetails(
            @Nullable Long cachedTokens, @Nullable Long cacheWriteTokens) {
        /** Needs counts that are not negative. */
        public InputDetails {
            requireCount(cachedTokens);
            requireCount(cacheWriteTokens);
        }
    }

    /**
     * What became of the output.
     *
     * @param reasoningTokens tokens that went into reasoning, or null if the service does not say
     */
    public record OutputDetails(@Nullable Long reasoningTokens) {
        /** Needs a count that is not negative. */
        public OutputDetails {
            requireCount(reasoningTokens);
        }
    }
}
