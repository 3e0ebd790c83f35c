package dev.makerai.responses;

import java.util.Objects;

/**
 * What the model says where it will not do what it was asked.
 *
 * @param refusal its words
 */
public record Refusal(String refusal) implements OutputContent {
    /** Needs the words. */
    public Refusal {
        Objects.requireNonNull(refusal, "refusal");
    }
}
