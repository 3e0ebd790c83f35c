package dev.makerai.vectorstores;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names the unions of this wire. */
final class VectorStoresWire {
    static final Map<String, Class<? extends ChunkingStrategy>> CHUNKING_STRATEGIES = Map.of(
            "auto", ChunkingStrategy.Auto.class,
            "static", ChunkingStrategy.Static.class,
            "other", ChunkingStrategy.Other.class);

    static final Codecs CODECS = Codecs.builder()
            .union(ChunkingStrategy.class, ChunkingStrategy.Unknown.class, CHUNKING_STRATEGIES)
            .list(String.class, new TextOrTexts())
            .build();

    private VectorStoresWire() {}

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }
}
