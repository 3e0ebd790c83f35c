package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps, as lists of entries with a key and a value: strict mode has no object with free names. */
final class MapPlan implements Plan {
    private final ListPlan entries;

    MapPlan(Plan key, Plan value, @Nullable SizeRange size) {
        Property keys = new Property("key", "", key);
        Property values = new Property("value", "", value);
        entries = new ListPlan(List.class, new ObjectPlan(List.of(keys, values)), size);
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        entries.schema(out, description, nullable);
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        Object read = entries.read(in);
        if (read == ValueReader.INVALID || read == null) {
            return ValueReader.INVALID;
        }
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        boolean valid = true;
        int i = 0;
        for (Object each : (List<?>) read) {
            @Nullable Object[] entry = (@Nullable Object[]) Objects.requireNonNull(each);
            if (map.containsKey(entry[0])) {
                int mark = in.enter(i);
                int inner = in.enter("key");
                in.problem("the key " + Shown.quoted(String.valueOf(entry[0])) + " is there more than once");
                in.leave(inner);
                in.leave(mark);
                valid = false;
            }
            map.put(entry[0], entry[1]);
            i++;
        }
        return valid ? Collections.unmodifiableMap(map) : ValueReader.INVALID;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        List<@Nullable Object[]> list = new ArrayList<>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) Present.in(out, value)).entrySet()) {
            list.add(new @Nullable Object[] {entry.getKey(), entry.getValue()});
        }
        entries.write(out, list);
    }

    @Override
    public String expected() {
        return entries.expected();
    }

    @Override
    public @Nullable Object absent(ValueReader in) {
        return in.isDraft() ? Map.of() : Plan.super.absent(in);
    }

    @Override
    public Plan form() {
        return entries;
    }

    @Override
    public List<Plan> parts() {
        return List.of(entries);
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        return entries.canEnd(open);
    }
}
