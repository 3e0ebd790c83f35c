package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface, as an object with one member that is named after the permitted record: {@code {"circle":
 * {"radius": 2.0}}}. Strict mode refuses alternatives that begin with the same key, so the name cannot be a member
 * beside the others.
 */
final class SealedPlan extends NamedPlan {
    /** Set once, after the plan itself was made known: a record may hold this interface again. */
    private final Map<String, Plan> branches = new LinkedHashMap<>();

    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    SealedPlan(String typeName) {
        super(typeName);
    }

    /** Adds a permitted record; false if the name is taken. */
    boolean add(String name, Class<?> type, Plan plan) {
        // A record may be permitted by two of the interfaces inside.
        return names.put(type, name) != null || branches.putIfAbsent(name, plan) == null;
    }

    @Override
    void body(SchemaWriter out, String description, boolean nullable) throws IOException {
        out.openAnyOf(description);
        for (Map.Entry<String, Plan> branch : branches.entrySet()) {
            branchObject(branch.getKey(), branch.getValue()).schema(out, "", false);
        }
        out.closeAnyOf(nullable);
    }

    private static ObjectPlan branchObject(String name, Plan plan) {
        return new ObjectPlan(List.of(new Property(name, "", plan)));
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.BEGIN_OBJECT, expected())) {
            return ValueReader.INVALID;
        }
        JsonReader json = in.json();
        json.beginObject();
        if (!json.hasNext()) {
            json.endObject();
            return in.mismatch(expected(), "an empty object");
        }
        Object value = branch(in, json.nextName());
        while (json.hasNext()) {
            int mark = in.enterUnknown(json.nextName());
            json.skipValue();
            value = in.problem("one member too many, expected " + expected());
            in.leave(mark);
        }
        json.endObject();
        return value;
    }

    private @Nullable Object branch(ValueReader in, String name) throws IOException {
        Plan plan = branches.get(name);
        if (plan == null) {
            in.json().skipValue();
            int mark = in.enterUnknown(name);
            Object invalid = in.problem(unknownMember(name));
            in.leave(mark);
            return invalid;
        }
        int mark = in.enter(name);
        Object value = plan.read(in);
        in.leave(mark);
        return value;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        Object record = Present.in(out, value);
        String name = names.get(record.getClass());
        Plan plan = name == null ? null : branches.get(name);
        if (name == null || plan == null) {
            throw new IllegalArgumentException(out.getPath() + ": "
                    + record.getClass().getName() + " is no " + typeName() + ". Write one of its permitted records.");
        }
        out.beginObject().name(name);
        plan.write(out, record);
        out.endObject();
    }

    @Override
    public String expected() {
        return "an object with one member of " + ValueReader.listed(branches.keySet());
    }

    @Override
    public boolean hasMembers() {
        return true;
    }

    @Override
    public @Nullable Plan member(String name) {
        return branches.get(name);
    }

    @Override
    public Collection<String> memberNames() {
        return branches.keySet();
    }

    @Override
    public List<Plan> parts() {
        return new ArrayList<>(branches.values());
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        for (Plan branch : branches.values()) {
            if (branch.canEnd(open)) {
                return true;
            }
        }
        return false;
    }
}
