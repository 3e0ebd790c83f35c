package dev.makerai.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose members are strings, in their order; a missing one is empty. */
final class StringMapCodec extends Codec<Map<String, String>> {
    static final StringMapCodec INSTANCE = new StringMapCodec();

    private StringMapCodec() {}

    @Override
    public @Nullable Map<String, String> read(WireReader in) throws IOException {
        if (in.peek() != JsonReader.Token.BEGIN_OBJECT) {
            return in.mismatch("an object of strings");
        }
        Map<String, String> map = new LinkedHashMap<>(4);
        boolean fits = true;
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (in.skipNull()) {
                continue;
            }
            if (in.peek() == JsonReader.Token.STRING) {
                map.put(name, in.nextString());
            } else {
                fits = false;
                in.mismatch("a string");
            }
        }
        in.endObject();
        if (map.isEmpty() && fits) {
            return Map.of();
        }
        return fits ? Collections.unmodifiableMap(map) : null;
    }

    @Override
    public void write(JsonWriter out, Map<String, String> value) throws IOException {
        out.beginObject();
        for (Map.Entry<String, String> entry : value.entrySet()) {
            out.name(entry.getKey()).value(entry.getValue());
        }
        out.endObject();
    }

    @Override
    Map<String, String> absent() {
        return Map.of();
    }
}
