package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Strings, of any form or of a given one. */
final class StringPlan implements Plan {
    private final @Nullable PortablePattern pattern;
    private final @Nullable SizeRange size;

    StringPlan(@Nullable PortablePattern pattern, @Nullable SizeRange size) {
        this.pattern = pattern;
        this.size = size;
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open("string", description, nullable);
        if (pattern != null) {
            json.name("pattern").value(pattern.text());
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.STRING, expected())) {
            return ValueReader.INVALID;
        }
        String value = in.json().nextString();
        if (pattern != null && !pattern.matches(value)) {
            return in.mismatch(expected(), Shown.quoted(value));
        }
        if (size != null) {
            int characters = value.codePointCount(0, value.length());
            if (!size.contains(characters)) {
                return in.mismatch(expected(), characters + " characters");
            }
        }
        return value;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        out.value((String) Present.in(out, value));
    }

    @Override
    public String expected() {
        String form = pattern == null ? "a string" : "a string matching " + pattern.text();
        return size == null ? form : form + " of " + size.text("character");
    }

    @Override
    public String note() {
        if (size == null) {
            return "";
        }
        String text = size.text("character");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    @Override
    public boolean grows() {
        return pattern == null;
    }

    @Override
    public boolean isText() {
        return true;
    }
}
