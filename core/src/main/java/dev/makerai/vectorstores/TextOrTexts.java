package dev.makerai.vectorstores;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.json.Codec;
import dev.makerai.internal.json.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts, where the service sends a single one without the brackets. */
final class TextOrTexts extends Codec<List<String>> {
    @Override
    public @Nullable List<String> read(WireReader in) throws IOException {
        if (in.peek() == JsonReader.Token.STRING) {
            return List.of(in.nextString());
        }
        if (in.peek() != JsonReader.Token.BEGIN_ARRAY) {
            return in.mismatch("a text or an array of texts");
        }
        List<String> texts = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            String text = in.peek() == JsonReader.Token.STRING ? in.nextString() : in.mismatch("a text");
            if (text != null) {
                texts.add(text);
            }
        }
        in.endArray();
        return List.copyOf(texts);
    }

    @Override
    public void write(JsonWriter out, List<String> value) throws IOException {
        out.beginArray();
        for (String text : value) {
            out.value(text);
        }
        out.endArray();
    }
}
