package dev.makerai.responses;

import java.util.List;
import java.util.Objects;

/**
 * Text from the model.
 *
 * @param text what it wrote
 * @param annotations citations and file paths in it
 * @param logprobs how likely each token was; empty unless {@link Include#OUTPUT_TEXT_LOGPROBS} was asked for
 */
public record OutputText(String text, List<Annotation> annotations, List<Logprob> logprobs) implements OutputContent {
    /** Needs the text; missing lists are empty. */
    public OutputText {
        Objects.requireNonNull(text, "text");
        annotations = List.copyOf(annotations);
        logprobs = List.copyOf(logprobs);
    }

    /**
     * Makes a text without annotations.
     *
     * @param text what the model is to have written
     */
    public static OutputText of(String text) {
        return new OutputText(text, List.of(), List.of());
    }
}
