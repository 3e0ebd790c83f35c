package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much of an earlier response's input was found in the cache. */
public sealed interface PromptCacheDiagnostics {
    /** All that could be. */
    record CacheHit() implements PromptCacheDiagnostics {}

    /**
     * Less than could be.
     *
     * @param reason why, such as {@code tools_changed} or {@code input_changed}; empty if the service does not say
     * @param cacheMissedTokens the tokens that were read anew, or null if the service does not say
     * @param comparisonReusableTokens the tokens that the two inputs have in common, or null if the service does not say
     */
    record CacheMiss(
            String reason,
            @Nullable Long cacheMissedTokens,
            @Nullable Long comparisonReusableTokens) implements PromptCacheDiagnostics {
        /** Takes a missing reason as empty. */
        public CacheMiss(
                @Nullable String reason, @Nullable Long cacheMissedTokens, @Nullable Long comparisonReusableTokens) {
            this.reason = reason == null ? "" : reason;
            this.cacheMissedTokens = cacheMissedTokens;
            this.comparisonReusableTokens = comparisonReusableTokens;
        }
    }

    /** The earlier response is not there any more. */
    record ComparisonResponseNotFound() implements PromptCacheDiagnostics {}

    /** The service cannot say. */
    record Unavailable() implements PromptCacheDiagnostics {}

    /**
     * A kind that this version does not model, or one whose members do not fit it.
     *
     * @param type the kind on the wire; empty if there is none
     * @param raw the exact answer
     */
    record Unknown(String type, Json raw) implements PromptCacheDiagnostics {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
