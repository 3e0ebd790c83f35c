package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conversation so far in a short form that only the service can read; it stands for the items before it.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param encryptedContent the short form
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record Compaction(
        @Nullable String id,
        String encryptedContent,
        @Nullable String createdBy,
        SourceText source) implements OutputItem {
    /** Needs the content. */
    public Compaction {
        Objects.requireNonNull(encryptedContent, "encrypted_content");
        Objects.requireNonNull(source, "source");
    }
}
