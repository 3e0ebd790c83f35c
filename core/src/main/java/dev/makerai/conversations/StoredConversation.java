package dev.makerai.conversations;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that the service keeps. Its items are lists of their own: {@link Conversations#items}.
 *
 * @param id the service's id; empty if it gave none
 * @param metadata the marks it was given; empty if they are not texts
 * @param createdAt when it was begun; null if the service does not say
 * @param source the exact text it was read from
 */
public record StoredConversation(
        String id, Map<String, String> metadata, @Nullable Instant createdAt, SourceText source) {
    /** Takes a missing id and missing metadata as empty. */
    public StoredConversation(
            @Nullable String id,
            @Nullable Map<String, String> metadata,
            @Nullable Instant createdAt,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.metadata = metadata == null ? Map.of() : metadata;
        this.createdAt = createdAt;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a conversation.
     *
     * @throws DecodeException if this is not an object
     */
    public static StoredConversation of(Json json) {
        return ConversationsWire.decode(StoredConversation.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return ConversationsWire.CODECS.encode(this);
    }
}
