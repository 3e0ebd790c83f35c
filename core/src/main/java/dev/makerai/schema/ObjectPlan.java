package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object with certain members, all required and no others; in Java the array of their values. */
final class ObjectPlan implements Plan {
    private final List<Property> properties;
    private final List<String> names = new ArrayList<>();
    private final List<Plan> parts = new ArrayList<>();
    private JsonReader.@Nullable Options options;

    ObjectPlan(List<Property> properties) {
        this.properties = List.copyOf(properties);
        for (Property property : properties) {
            names.add(property.name());
            parts.add(property.plan());
        }
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        if (nullable) {
            out.openAnyOf(description);
            schema(out, "", false);
            out.closeAnyOf(true);
            return;
        }
        JsonWriter json = out.open("object", description, false);
        json.name("properties").beginObject();
        for (Property property : properties) {
            out.property(property.name());
            property.plan().schema(out, property.description(), false);
        }
        json.endObject();
        json.name("required").beginArray();
        for (String name : names) {
            json.value(name);
        }
        json.endArray();
        json.name("additionalProperties").value(false);
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.BEGIN_OBJECT, expected())) {
            return ValueReader.INVALID;
        }
        JsonReader json = in.json();
        @Nullable Object[] values = new @Nullable Object[names.size()];
        boolean[] seen = new boolean[names.size()];
        boolean valid = true;
        json.beginObject();
        while (json.hasNext()) {
            int i = json.selectName(options());
            if (i < 0) {
                valid &= unknown(in, json.nextName());
                continue;
            }
            int mark = in.enter(names.get(i));
            if (seen[i]) {
                json.skipValue();
                values[i] = in.problem("is there more than once");
            } else {
                seen[i] = true;
                Plan plan = properties.get(i).plan();
                int before = in.problemCount();
                values[i] = plan.read(in);
                if (values[i] == ValueReader.INVALID && in.forgives(before)) {
                    values[i] = plan.absent(in);
                }
            }
            valid &= values[i] != ValueReader.INVALID;
            in.leave(mark);
        }
        json.endObject();
        if (in.isOpen() && !isDraft()) {
            // All members may be there, but the last one may still grow.
            return ValueReader.INVALID;
        }
        return addAbsent(in, values, seen) && valid ? values : ValueReader.INVALID;
    }

    /** Whether there is a value where none of the members has come yet. */
    private boolean isDraft() {
        return parts.stream().allMatch(ObjectPlan::canBeMissing);
    }

    /** Whether what has not come yet has a value of its own: null, empty or the empty list. */
    static boolean canBeMissing(Plan plan) {
        return plan instanceof NullablePlan || plan.form() instanceof ListPlan;
    }

    private boolean addAbsent(ValueReader in, @Nullable Object[] values, boolean[] seen) {
        boolean valid = true;
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                int mark = in.enter(names.get(i));
                values[i] = properties.get(i).plan().absent(in);
                valid &= values[i] != ValueReader.INVALID;
                in.leave(mark);
            }
        }
        return valid;
    }

    /** Whether the member is none of a draft's, which need not have all. */
    private boolean unknown(ValueReader in, String name) throws IOException {
        in.json().skipValue();
        if (in.isDraft()) {
            return true;
        }
        int mark = in.enterUnknown(name);
        in.problem(unknownMember(name));
        in.leave(mark);
        return false;
    }

    /** Made at the first reading: many schemas are only sent. */
    private JsonReader.Options options() {
        JsonReader.Options made = options;
        if (made == null) {
            made = JsonReader.Options.of(names.toArray(new String[0]));
            options = made;
        }
        return made;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        @Nullable Object[] values = (@Nullable Object[]) Present.in(out, value);
        out.beginObject();
        for (int i = 0; i < values.length; i++) {
            out.name(names.get(i));
            properties.get(i).plan().write(out, values[i]);
        }
        out.endObject();
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public boolean hasMembers() {
        return true;
    }

    @Override
    public @Nullable Plan member(String name) {
        int i = names.indexOf(name);
        return i < 0 ? null : parts.get(i);
    }

    @Override
    public List<String> memberNames() {
        return names;
    }

    @Override
    public String expectedMembers() {
        return names.isEmpty() ? "no members" : ValueReader.listed(names);
    }

    @Override
    public List<Plan> parts() {
        return parts;
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        for (Property property : properties) {
            if (!property.plan().canEnd(open)) {
                return false;
            }
        }
        return true;
    }
}
