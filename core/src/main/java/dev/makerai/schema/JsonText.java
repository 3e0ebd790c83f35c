package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;

/** Something that writes one JSON value. */
interface JsonText {
    /**
     * Writes the value.
     *
     * @param buffer what has been written so far
     */
    void write(JsonWriter out, Buffer buffer) throws IOException;

    /** Lets it write, nulls included. */
    static Json of(JsonText text) {
        Buffer buffer = new Buffer();
        JsonWriter out = JsonWriter.of(buffer);
        out.setSerializeNulls(true);
        try {
            text.write(out, buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
        return Json.trusted(buffer.readUtf8());
    }
}
