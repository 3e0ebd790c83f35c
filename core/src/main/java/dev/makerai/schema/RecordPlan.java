package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record, as an object with its components. */
final class RecordPlan extends NamedPlan {
    private static final int MAX_REASON = 200;

    private final RecordShape shape;
    /** Set once, after the components' plans: one of them may hold this plan again. */
    private @Nullable ObjectPlan object;

    /** Known only once it is true: within a circle it can be false and yet be true elsewhere. */
    private boolean ends;

    RecordPlan(String typeName, RecordShape shape) {
        super(typeName);
        this.shape = shape;
    }

    void complete(List<Property> properties) {
        object = new ObjectPlan(properties);
    }

    private ObjectPlan object() {
        if (object == null) {
            throw new IllegalStateException("The plan of " + typeName() + " is not complete");
        }
        return object;
    }

    @Override
    void body(SchemaWriter out, String description, boolean nullable) throws IOException {
        object().schema(out, description, nullable);
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        Object values = object().read(in);
        if (!(values instanceof Object[] components)) {
            return ValueReader.INVALID;
        }
        try {
            return shape.construct(components);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Error error && !(thrown instanceof AssertionError)) {
                throw error;
            }
            return thrown instanceof IllegalArgumentException refusal
                    ? in.problem(reason(refusal))
                    : in.failed("the record " + typeName() + " refuses these values", thrown);
        }
    }

    /** What a constructor says about values that it does not take; any other exception may hold a secret. */
    private static String reason(IllegalArgumentException thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return "refused with " + thrown.getClass().getSimpleName();
        }
        return message.length() <= MAX_REASON ? message : message.substring(0, MAX_REASON) + "…";
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        Object record = Present.in(out, value);
        @Nullable Object[] values = new @Nullable Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.value(record, i);
        }
        object().write(out, values);
    }

    @Override
    public String expected() {
        return object().expected();
    }

    @Override
    public Plan form() {
        return object();
    }

    @Override
    public List<Plan> parts() {
        return List.of(object());
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        if (!ends && open.add(this)) {
            ends = object().canEnd(open);
            open.remove(this);
        }
        return ends;
    }
}
