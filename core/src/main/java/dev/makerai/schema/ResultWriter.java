package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.SnakeCase;
import dev.makerai.json.Json;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes values by their class at run time. */
final class ResultWriter {
    private static final int MAX_LEVELS = 100;
    private static final int MAX_BYTES = 4 << 20;

    /** Held softly, as the schemas are. */
    private static final ClassValue<SoftReference<RecordShape>> SHAPES = new ClassValue<>() {
        @Override
        protected SoftReference<RecordShape> computeValue(Class<?> type) {
            return new SoftReference<>(RecordShape.of(type));
        }
    };

    private final JsonWriter out;
    private final Buffer buffer;
    private int levels;

    ResultWriter(JsonWriter out, Buffer buffer) {
        this.out = out;
        this.buffer = buffer;
    }

    void write(@Nullable Object value) throws IOException {
        if (++levels > MAX_LEVELS) {
            throw refused("nested deeper than " + MAX_LEVELS + " levels", "Does it hold itself? Return less of it");
        }
        if (buffer.size() > MAX_BYTES) {
            throw tooLong();
        }
        Object present = OptionalPlan.isOptional(value) ? OptionalPlan.valueOf(value) : value;
        if (present == null) {
            out.nullValue();
        } else if (!writeSimple(present)) {
            writeContainer(present);
        }
        levels--;
    }

    private boolean writeSimple(Object value) throws IOException {
        if (value instanceof Json json) {
            checkLength(json.text());
            NumberText.raw(out, json.text());
        } else if (value instanceof Boolean bool) {
            out.value(bool);
        } else if (value instanceof Number number && NumberText.isNumber(value.getClass())) {
            NumberText.write(out, number);
        } else {
            String text = text(value);
            if (text == null) {
                return false;
            }
            checkLength(text);
            out.value(text);
        }
        return true;
    }

    /** The text of what JSON has as a string; null for anything else. */
    private static @Nullable String text(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        // The classes of time zones are not the public ones.
        boolean hasForm = value instanceof ZoneId || TextForm.of(value.getClass()) != null;
        return hasForm ? TextForm.text(value) : null;
    }

    private void writeContainer(Object value) throws IOException {
        if (value instanceof Record record) {
            writeRecord(record);
        } else if (value instanceof Collection<?> collection) {
            out.beginArray();
            for (Object element : collection) {
                write(element);
            }
            out.endArray();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value.getClass().isArray() && !(value instanceof byte[])) {
            out.beginArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                write(Array.get(value, i));
            }
            out.endArray();
        } else {
            throw refused(
                    value.getClass().getTypeName() + " has no form in JSON",
                    "Return a record, a String, a List or a Map");
        }
    }

    private void writeRecord(Record record) throws IOException {
        Class<?> type = record.getClass();
        RecordShape shape = SHAPES.get(type).get();
        if (shape == null) {
            SHAPES.remove(type);
            shape = RecordShape.of(type);
        }
        boolean isTagged = implementsSealed(type);
        if (isTagged) {
            out.beginObject().name(SnakeCase.of(type.getSimpleName()));
        }
        out.beginObject();
        for (int i = 0; i < shape.names().size(); i++) {
            out.name(shape.names().get(i));
            write(shape.value(record, i));
        }
        out.endObject();
        if (isTagged) {
            out.endObject();
        }
    }

    private static boolean implementsSealed(Class<?> type) {
        for (Class<?> implemented : type.getInterfaces()) {
            if (implemented.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        Set<String> names = new HashSet<>();
        out.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = key(entry.getKey());
            if (!names.add(name)) {
                throw refused("two keys of the map are both \"" + name + "\" as text", "Use keys of one type");
            }
            checkLength(name);
            out.name(name);
            write(entry.getValue());
        }
        out.endObject();
    }

    private String key(@Nullable Object key) {
        if (key == null) {
            throw refused("a key of the map is null", "Leave that entry out");
        }
        String text = NumberText.isInteger(key.getClass()) ? key.toString() : text(key);
        if (text == null) {
            throw refused(
                    "a map's key of " + key.getClass().getTypeName() + " has no form in JSON",
                    "Use String, an enum or an integer as the key");
        }
        return text;
    }

    private void checkLength(String text) {
        if (text.length() > MAX_BYTES) {
            throw tooLong();
        }
    }

    private IllegalArgumentException tooLong() {
        return refused("the text grows over " + MAX_BYTES + " bytes", "Return less of it");
    }

    private IllegalArgumentException refused(String reason, String fix) {
        String path = out.getPath();
        String shown = path.length() <= 200 ? path : path.substring(0, 200) + "…";
        return new IllegalArgumentException(shown + ": " + reason + ". " + fix + ".");
    }
}
