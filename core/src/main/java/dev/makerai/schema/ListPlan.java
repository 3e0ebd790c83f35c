package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, sets and arrays. A set takes an element that is repeated once. */
final class ListPlan implements Plan {
    private final Class<?> type;
    private final Plan element;
    private final @Nullable SizeRange size;

    /** @param type an array class, or one of the collection interfaces */
    ListPlan(Class<?> type, Plan element, @Nullable SizeRange size) {
        this.type = type;
        this.element = element;
        this.size = size;
    }

    /** Whether a type is one of the collection interfaces that are filled. */
    static boolean isCollection(Class<?> type) {
        return type == List.class || type == Set.class || type == Collection.class;
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open("array", description, nullable).name("items");
        element.schema(out, "", false);
        if (size != null) {
            size.schema(json);
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.BEGIN_ARRAY, expected())) {
            return ValueReader.INVALID;
        }
        JsonReader json = in.json();
        List<@Nullable Object> elements = new ArrayList<>();
        boolean valid = true;
        json.beginArray();
        for (int i = 0; json.hasNext(); i++) {
            int mark = in.enter(i);
            Object read = element.read(in);
            valid &= read != ValueReader.INVALID;
            elements.add(read);
            in.leave(mark);
        }
        json.endArray();
        if (size != null && !in.isDraft() && !size.contains(elements.size())) {
            return in.mismatch(expected(), String.valueOf(elements.size()));
        }
        return valid ? asDeclared(elements) : ValueReader.INVALID;
    }

    private Object asDeclared(List<@Nullable Object> elements) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        }
        // Not List.copyOf: elements may be null.
        return type == Set.class
                ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
                : Collections.unmodifiableList(elements);
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        Object present = Present.in(out, value);
        out.beginArray();
        if (present instanceof Collection<?> collection) {
            for (Object each : collection) {
                element.write(out, each);
            }
        } else {
            for (int i = 0; i < Array.getLength(present); i++) {
                element.write(out, Array.get(present, i));
            }
        }
        out.endArray();
    }

    @Override
    public String expected() {
        return size == null ? "a list" : "a list of " + size.text("element");
    }

    /** The plan of each element. */
    Plan element() {
        return element;
    }

    @Override
    public @Nullable Object absent(ValueReader in) {
        return in.isDraft() ? asDeclared(List.of()) : Plan.super.absent(in);
    }

    @Override
    public List<Plan> parts() {
        return List.of(element);
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public boolean canEnd(Set<Plan> open) {
        return size == null || size.min() == 0 || element.canEnd(open);
    }
}
