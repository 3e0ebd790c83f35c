package dev.makerai.responses;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.json.Codec;
import dev.makerai.internal.json.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content that is one text or a list of parts. One plain text is written in the short form, which is also the only one
 * that the service takes from every role.
 */
final class TextOrParts extends Codec<List<InputContent>> {
    @Override
    public @Nullable List<InputContent> read(WireReader in) throws IOException {
        if (in.peek() == JsonReader.Token.STRING) {
            return List.of(new InputText(in.nextString()));
        }
        if (in.peek() != JsonReader.Token.BEGIN_ARRAY) {
            return in.mismatch("a text or an array of parts");
        }
        List<InputContent> parts = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            InputContent part = in.skipNull() ? null : ResponsesWire.CODECS.read(InputContent.class, in);
            if (part != null) {
                parts.add(part);
            }
        }
        in.endArray();
        return List.copyOf(parts);
    }

    @Override
    public void write(JsonWriter out, List<InputContent> value) throws IOException {
        if (value.size() == 1 && value.get(0) instanceof InputText text && text.promptCacheBreakpoint() == null) {
            out.value(text.text());
        } else {
            ResponsesWire.CODECS.write(out, value);
        }
    }
}
