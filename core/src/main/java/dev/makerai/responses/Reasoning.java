package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's thinking. Where the service stores nothing, it has to be sent back with the function calls that came of
 * it.
 *
 * @param id the service's id of the item; empty if it gave none
 * @param summary what the model tells of its thinking
 * @param content the thinking itself, from models that show it; empty from all others
 * @param encryptedContent the thinking itself, which only the service can read; null unless
 *     {@link Include#REASONING_ENCRYPTED_CONTENT} was asked for
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record Reasoning(
        String id,
        List<SummaryText> summary,
        List<ReasoningText> content,
        @Nullable String encryptedContent,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    /** Takes a missing id as empty. */
    public Reasoning(
            @Nullable String id,
            List<SummaryText> summary,
            List<ReasoningText> content,
            @Nullable String encryptedContent,
            @Nullable ItemStatus status,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.summary = List.copyOf(summary);
        this.content = List.copyOf(content);
        this.encryptedContent = encryptedContent;
        this.status = status;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * One paragraph of a summary.
     *
     * @param text the paragraph
     */
    public record SummaryText(String text) implements OutputContent {
        /** Needs the text. */
        public SummaryText {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A piece of the thinking itself.
     *
     * @param text the thoughts
     */
    public record ReasoningText(String text) implements OutputContent {
        /** Needs the text. */
        public ReasoningText {
            Objects.requireNonNull(text, "text");
        }
    }
}
