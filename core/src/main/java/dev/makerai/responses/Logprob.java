package dev.makerai.responses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a token was.
 *
 * @param token the token; empty if the service does not say
 * @param logprob the natural logarithm of its probability; null if the service does not say
 * @param bytes the token in UTF-8, each byte from 0 to 255; empty if the service does not say
 * @param topLogprobs the likeliest tokens at this place; empty unless the request asked for them
 */
public record Logprob(String token, @Nullable Double logprob, List<Integer> bytes, List<Alternative> topLogprobs) {
    /** A missing token is empty. */
    public Logprob {
        token = ResponseEvents.orEmpty(token);
        bytes = List.copyOf(bytes);
        topLogprobs = List.copyOf(topLogprobs);
    }

    /**
     * A token that might have stood there.
     *
     * @param token the token; empty if the service does not say
     * @param logprob the natural logarithm of its probability; null if the service does not say
     * @param bytes the token in UTF-8, each byte from 0 to 255; empty if the service does not say
     */
    public record Alternative(String token, @Nullable Double logprob, List<Integer> bytes) {
        /** A missing token is empty. */
        public Alternative {
            token = ResponseEvents.orEmpty(token);
            bytes = List.copyOf(bytes);
        }
    }
}
