package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value or null; a member that is left out is read as null. */
class NullablePlan implements Plan {
    private final Plan value;

    NullablePlan(Plan value) {
        this.value = value;
    }

    final Plan value() {
        return value;
    }

    /** What JSON's null is in Java. */
    @Nullable
    Object whenNull() {
        return null;
    }

    /** What a value of the inner plan is in Java. */
    @Nullable
    Object wrap(@Nullable Object read) {
        return read;
    }

    /** The reverse of {@link #wrap}; null for null. */
    @Nullable
    Object unwrap(@Nullable Object written) {
        return written;
    }

    @Override
    public final void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        value.schema(out, description, true);
    }

    @Override
    public final @Nullable Object read(ValueReader in) throws IOException {
        if (in.json().peek() == JsonReader.Token.NULL) {
            in.json().nextNull();
            return whenNull();
        }
        Object read = value.read(in);
        return read == ValueReader.INVALID ? read : wrap(read);
    }

    @Override
    public final @Nullable Object absent(ValueReader in) {
        return whenNull();
    }

    @Override
    public final void write(JsonWriter out, @Nullable Object written) throws IOException {
        Object inner = unwrap(written);
        if (inner == null) {
            out.nullValue();
        } else {
            value.write(out, inner);
        }
    }

    @Override
    public final String expected() {
        return value.expected() + " or null";
    }

    @Override
    public final String note() {
        return value.note();
    }

    @Override
    public final Plan form() {
        return value.form();
    }

    @Override
    public final List<Plan> parts() {
        return List.of(value);
    }

    @Override
    public final boolean canEnd(Set<Plan> open) {
        return true;
    }
}
