package dev.makerai.models;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;

/** Reads and writes the records of this wire, which has no unions. */
final class ModelsWire {
    static final Codecs CODECS = Codecs.builder().build();

    private ModelsWire() {}

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }
}
