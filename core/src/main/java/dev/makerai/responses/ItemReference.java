package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/**
 * Stands for an item that the service has stored.
 *
 * @param id the stored item's id
 * @param source the exact text it was read from
 */
public record ItemReference(String id, SourceText source) implements InputItem {
    /** Needs the id. */
    public ItemReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Refers to an item.
     *
     * @param id the stored item's id
     */
    public static ItemReference of(String id) {
        return new ItemReference(id, SourceText.NONE);
    }
}
