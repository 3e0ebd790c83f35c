package dev.makerai.conversations;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads and writes the records of this wire; its items are those of responses. */
final class ConversationsWire {
    static final Codecs CODECS = Codecs.builder().build();

    private ConversationsWire() {}

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** The items that were added. */
    record Added(List<Json> data) {
        Added {
            Objects.requireNonNull(data, "data");
        }
    }
}
