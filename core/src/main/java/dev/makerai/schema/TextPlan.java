package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Types that have one standard form as text: dates and times, ids, and the like. */
final class TextPlan implements Plan {
    private final TextForm form;

    TextPlan(TextForm form) {
        this.form = form;
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open("string", description, nullable);
        if (!form.format().isEmpty()) {
            json.name("format").value(form.format());
        }
        if (!form.pattern().isEmpty()) {
            json.name("pattern").value(form.pattern());
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.STRING, expected())) {
            return ValueReader.INVALID;
        }
        String text = in.json().nextString();
        Object value = form.parse(text);
        return value == null ? in.mismatch(expected(), Shown.quoted(text)) : value;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        String text = TextForm.text(Present.in(out, value));
        if (!form.isOfFormat(text)) {
            throw new IllegalArgumentException(out.getPath() + ": " + text + " has no form as \"" + form.format()
                    + "\" in JSON Schema. Use years from 0000 to 9999 and offsets in whole minutes.");
        }
        out.value(text);
    }

    @Override
    public String expected() {
        return form.expected();
    }

    @Override
    public boolean isText() {
        return true;
    }
}
