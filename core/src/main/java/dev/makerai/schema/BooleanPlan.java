package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code true} and {@code false}. */
final class BooleanPlan implements Plan {
    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        out.open("boolean", description, nullable);
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        return in.isNext(JsonReader.Token.BOOLEAN, expected()) ? in.json().nextBoolean() : ValueReader.INVALID;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        out.value((Boolean) Present.in(out, value));
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
