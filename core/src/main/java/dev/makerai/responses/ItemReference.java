package dev.makerai.responses;

import java.util.Objects;

/**
 * Stands for an item that the service has stored.
 *
 * @param id the stored item's id
 */
public record ItemReference(String id) implements InputItem {
    /** Needs the id. */
    public ItemReference {
        Objects.requireNonNull(id, "id");
    }
}
