package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** How many elements or characters are allowed. */
record SizeRange(int min, int max) {
    /** Null if there is no bound. */
    static @Nullable SizeRange of(@Nullable Size size, Place place, Type type) {
        if (size == null) {
            return null;
        }
        if (size.min() < 0 || size.max() < size.min()) {
            throw place.refuse(type, "its @Size leaves no value", "Correct @Size");
        }
        if (size.min() == 0 && size.max() == Integer.MAX_VALUE) {
            throw place.refuse(type, "its @Size bounds nothing", "Correct @Size");
        }
        return new SizeRange(size.min(), size.max());
    }

    boolean contains(int size) {
        return size >= min && size <= max;
    }

    void schema(JsonWriter out) throws IOException {
        if (min > 0) {
            out.name("minItems").value(min);
        }
        if (max < Integer.MAX_VALUE) {
            out.name("maxItems").value(max);
        }
    }

    /** Such as "at most 20 elements". */
    String text(String unit) {
        if (min == max) {
            return "exactly " + counted(min, unit);
        }
        if (max == Integer.MAX_VALUE) {
            return "at least " + counted(min, unit);
        }
        return min == 0 ? "at most " + counted(max, unit) : min + " to " + counted(max, unit);
    }

    static String counted(int count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
