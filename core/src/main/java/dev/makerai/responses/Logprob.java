package dev.makerai.responses;

import java.util.List;
import java.util.Objects;

/**
 * How likely a token was.
 *
 * @param token the token
 * @param logprob the natural logarithm of its probability
 * @param bytes the token in UTF-8, each byte from 0 to 255; empty if the service does not say
 * @param topLogprobs the likeliest tokens at this place; empty unless the request asked for them
 */
public record Logprob(String token, double logprob, List<Integer> bytes, List<Alternative> topLogprobs) {
    /** Needs the token. */
    public Logprob {
        Objects.requireNonNull(token, "token");
        bytes = List.copyOf(bytes);
        topLogprobs = List.copyOf(topLogprobs);
    }

    /**
     * A token that might have stood there.
     *
     * @param token the token
     * @param logprob the natural logarithm of its probability
     * @param bytes the token in UTF-8, each byte from 0 to 255; empty if the service does not say
     */
    public record Alternative(String token, double logprob, List<Integer> bytes) {
        /** Needs the token. */
        public Alternative {
            Objects.requireNonNull(token, "token");
            bytes = List.copyOf(bytes);
        }
    }
}
