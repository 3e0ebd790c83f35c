package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import okio.BufferedSink;

/** Writes numbers: decimals with all their digits, and nothing that JSON has no form for. */
final class NumberText {
    /** Beyond this many digits a power of ten is easier to read, and shorter. */
    private static final int MAX_PLAIN_SCALE = 1_000;

    private NumberText() {}

    static void write(JsonWriter out, Number value) throws IOException {
        if (!Double.isFinite(value.doubleValue()) && (value instanceof Double || value instanceof Float)) {
            throw new IllegalArgumentException(out.getPath() + ": " + value
                    + " is not a number in JSON. Use null or say in words why there is no number.");
        }
        if (value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= MAX_PLAIN_SCALE) {
            raw(out, decimal.toPlainString());
        } else {
            out.value(value);
        }
    }

    /** Writes a value that is JSON already. */
    static void raw(JsonWriter out, String json) throws IOException {
        try (BufferedSink sink = out.valueSink()) {
            sink.writeUtf8(json);
        }
    }
}
