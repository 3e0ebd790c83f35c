package dev.makerai.responses;

import java.util.List;
import java.util.Objects;

/**
 * Text for the model.
 *
 * @param text what to say
 */
public record InputText(String text) implements InputContent {
    /** Needs the text. */
    public InputText {
        Objects.requireNonNull(text, "text");
    }

    static String join(List<InputContent> parts) {
        StringBuilder text = new StringBuilder();
        for (InputContent part : parts) {
            if (part instanceof InputText input) {
                text.append(input.text());
            }
        }
        return text.toString();
    }
}
