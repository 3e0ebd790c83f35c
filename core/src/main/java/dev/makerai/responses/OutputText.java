package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * Text from the model.
 *
 * @param text what it wrote
 * @param annotations citations and file paths in it, as they are on the wire
 */
public record OutputText(String text, List<Json> annotations) implements OutputContent {
    /** Needs the text; a missing list of annotations is empty. */
    public OutputText {
        Objects.requireNonNull(text, "text");
        annotations = List.copyOf(annotations);
    }

    /**
     * Makes a text without annotations.
     *
     * @param text what the model is to have written
     */
    public static OutputText of(String text) {
        return new OutputText(text, List.of());
    }
}
