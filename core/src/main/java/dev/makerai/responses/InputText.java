package dev.makerai.responses;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text for the model.
 *
 * @param text what to say
 * @param promptCacheBreakpoint ends a beginning that is worth keeping in the cache, or null
 */
public record InputText(String text, @Nullable PromptCacheBreakpoint promptCacheBreakpoint) implements InputContent {
    /** Needs the text. */
    public InputText {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Makes a text.
     *
     * @param text what to say
     */
    public InputText(String text) {
        this(text, null);
    }

    /**
     * The same text, as the end of a beginning that is worth keeping in the cache.
     *
     * @param breakpoint how to keep it; null for no such end
     */
    public InputText withCacheBreakpoint(@Nullable PromptCacheBreakpoint breakpoint) {
        return new InputText(text, breakpoint);
    }

    static String join(List<InputContent> parts) {
        StringBuilder text = new StringBuilder();
        for (InputContent part : parts) {
            if (part instanceof InputText input) {
                text.append(input.text());
            } else if (part instanceof OutputText output) {
                text.append(output.text());
            }
        }
        return text.toString();
    }
}
