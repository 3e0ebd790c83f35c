package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any value as the only member of an object: strict mode takes nothing but objects as a whole. */
final class WrappedPlan implements Plan {
    private final ObjectPlan object;

    WrappedPlan(Plan value) {
        object = new ObjectPlan(List.of(new Property("value", value.note(), value)));
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        object.schema(out, description, nullable);
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        Object values = object.read(in);
        return values instanceof Object[] members ? members[0] : ValueReader.INVALID;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        object.write(out, new @Nullable Object[] {value});
    }

    @Override
    public String expected() {
        return object.expected();
    }

    /** The plan of the value inside. */
    Plan value() {
        return object.parts().get(0);
    }

    @Override
    public Plan form() {
        return object;
    }

    @Override
    public List<Plan> parts() {
        return List.of(object);
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        return object.canEnd(open);
    }
}
