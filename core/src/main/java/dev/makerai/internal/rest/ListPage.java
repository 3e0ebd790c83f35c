package dev.makerai.internal.rest;

import dev.makerai.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page as it is on the wire. */
record ListPage(
        List<Json> data, @Nullable String lastId, @Nullable Json hasMore) {
    /** Needs the elements: an answer that cannot be read must not pass for an empty list. */
    ListPage {
        Objects.requireNonNull(data, "data");
        if (hasMore != null && hasMore.kind() != Json.Kind.BOOLEAN) {
            throw new IllegalArgumentException("has_more is neither true nor false but " + hasMore);
        }
    }

    boolean goesOn() {
        return hasMore != null && Boolean.TRUE.equals(hasMore.bool());
    }

    /** What the next page begins behind; null if the page does not say. */
    @Nullable
    String next() {
        if (lastId != null || data.isEmpty()) {
            return lastId;
        }
        Json id = data.get(data.size() - 1).get("id");
        return id == null ? null : id.string();
    }
}
