package dev.makerai.responses;

import dev.makerai.internal.json.WireName;
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
                new InputDetails(cachedTokens, cacheWriteTokens, null),
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

    /**
     * The tokens of {@link #cacheWriteTokens} that are kept for twelve hours instead of half an hour, at a higher
     * price; 0 if the service does not say.
     */
    public long cacheWriteTokens12h() {
        CacheWrites writes = inputTokensDetails == null ? null : inputTokensDetails.cacheWriteTokensDetails();
        return writes == null ? 0 : orZero(writes.ttl12hTokens());
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
        return new Usage(
                Math.addExact(inputTokens, other.inputTokens),
                new InputDetails(
                        Math.addExact(cachedTokens(), other.cachedTokens()),
                        Math.addExact(cacheWriteTokens(), other.cacheWriteTokens()),
                        cacheWrites(other)),
                Math.addExact(outputTokens, other.outputTokens),
                new OutputDetails(Math.addExact(reasoningTokens(), other.reasoningTokens())));
    }

    /** The sum by time; null if none of the two says how long anything is kept. */
    private @Nullable CacheWrites cacheWrites(Usage other) {
        if (!saysCacheTime() && !other.saysCacheTime()) {
            return null;
        }
        // Where only one of them says it, the other's tokens were written for the usual half an hour.
        long twelveHours = Math.addExact(cacheWriteTokens12h(), other.cacheWriteTokens12h());
        long all = Math.addExact(cacheWriteTokens(), other.cacheWriteTokens());
        return new CacheWrites(Math.max(0, all - twelveHours), twelveHours);
    }

    private boolean saysCacheTime() {
        return inputTokensDetails != null && inputTokensDetails.cacheWriteTokensDetails() != null;
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
     * @param cacheWriteTokensDetails for how long those are kept, or null if the service does not say
     */
    public record InputDetails(
            @Nullable Long cachedTokens,
            @Nullable Long cacheWriteTokens,
            @Nullable CacheWrites cacheWriteTokensDetails) {
        /** Needs counts that are not negative. */
        public InputDetails {
            requireCount(cachedTokens);
            requireCount(cacheWriteTokens);
        }
    }

    /**
     * For how long tokens are kept in the cache.
     *
     * @param ttl30mTokens tokens that are kept for half an hour, or null if the service does not say
     * @param ttl12hTokens tokens that are kept for twelve hours, or null if the service does not say
     */
    public record CacheWrites(
            @WireName("ttl_30m_tokens") @Nullable Long ttl30mTokens,
            @WireName("ttl_12h_tokens") @Nullable Long ttl12hTokens) {
        /** Needs counts that are not negative. */
        public CacheWrites {
            requireCount(ttl30mTokens);
            requireCount(ttl12hTokens);
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
