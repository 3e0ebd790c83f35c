package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Guards values on their way out. */
final class Present {
    private Present() {}

    /** @throws IllegalArgumentException if the value is null, naming where it would have been written */
    static Object in(JsonWriter out, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    out.getPath() + ": null where a value is required. Mark its type @Nullable if it may be missing.");
        }
        return value;
    }
}
