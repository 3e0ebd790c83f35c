package dev.makerai.internal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record over one value, such as an open set of names, as that value. */
final class WrapperCodec<T> extends Codec<T> {
    private final RecordCodec<T> record;

    WrapperCodec(RecordCodec<T> record) {
        this.record = record;
    }

    @Override
    public @Nullable T read(WireReader in) throws IOException {
        int start = in.valueStart();
        Object value = record.codec(0).read(in);
        return value == null ? null : record.build(in, start, value);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        Object inner = record.get(0, value);
        if (inner == null) {
            out.nullValue();
        } else {
            record.codec(0).write(out, inner);
        }
    }
}
