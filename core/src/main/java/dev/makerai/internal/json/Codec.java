package dev.makerai.internal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one Java type.
 *
 * @param <T> the type
 */
public abstract class Codec<T> {
    /** For subclasses. */
    protected Codec() {}

    /**
     * Reads the next value, which is never a JSON null: readers of members and elements take those as absent.
     *
     * @param in stands before the value, and behind it afterwards
     * @return the value; null if the JSON does not fit the type, which {@link WireReader#mismatch} has noted
     * @throws IOException if the document is not JSON
     */
    public abstract @Nullable T read(WireReader in) throws IOException;

    /**
     * Writes a value.
     *
     * @param out where to
     * @param value never null
     * @throws IOException if the sink fails
     */
    public abstract void write(JsonWriter out, T value) throws IOException;

    /** What a record's component holds when the JSON has no such member. */
    @Nullable
    T absent() {
        return null;
    }
}
