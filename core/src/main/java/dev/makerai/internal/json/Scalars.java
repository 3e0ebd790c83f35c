package dev.makerai.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The types without members. */
final class Scalars {
    private Scalars() {}

    /** The codec of a scalar type, or null if it is none. */
    static @Nullable Codec<?> of(Class<?> type) {
        if (type == String.class) {
            return StringCodec.INSTANCE;
        } else if (type == boolean.class || type == Boolean.class) {
            return BooleanCodec.INSTANCE;
        } else if (type == int.class || type == Integer.class) {
            return IntegerCodec.INSTANCE;
        } else if (type == long.class || type == Long.class) {
            return LongCodec.INSTANCE;
        } else if (type == double.class || type == Double.class) {
            return DoubleCodec.INSTANCE;
        } else if (type == Instant.class) {
            return InstantCodec.INSTANCE;
        } else if (type == LocalDate.class) {
            return DateCodec.INSTANCE;
        } else if (type == Json.class) {
            return JsonCodec.INSTANCE;
        }
        return null;
    }

    private static final class StringCodec extends Codec<String> {
        static final StringCodec INSTANCE = new StringCodec();

        @Override
        public @Nullable String read(WireReader in) throws IOException {
            return in.peek() == JsonReader.Token.STRING ? in.nextString() : in.mismatch("a string");
        }

        @Override
        public void write(JsonWriter out, String value) throws IOException {
            out.value(value);
        }
    }

    private static final class BooleanCodec extends Codec<Boolean> {
        static final BooleanCodec INSTANCE = new BooleanCodec();

        @Override
        public @Nullable Boolean read(WireReader in) throws IOException {
            return in.peek() == JsonReader.Token.BOOLEAN ? in.nextBoolean() : in.mismatch("a boolean");
        }

        @Override
        public void write(JsonWriter out, Boolean value) throws IOException {
            out.value(value);
        }
    }

    private static final class LongCodec extends Codec<Long> {
        static final LongCodec INSTANCE = new LongCodec();

        @Override
        public @Nullable Long read(WireReader in) throws IOException {
            if (in.peek() == JsonReader.Token.NUMBER) {
                try {
                    return in.nextLong();
                } catch (JsonDataException e) {
                    in.skipValue();
                    in.noteLast("Expected a whole number of 64 bits");
                    return null;
                }
            }
            return in.mismatch("a whole number");
        }

        @Override
        public void write(JsonWriter out, Long value) throws IOException {
            out.value(value);
        }
    }

    private static final class IntegerCodec extends Codec<Integer> {
        static final IntegerCodec INSTANCE = new IntegerCodec();

        @Override
        public @Nullable Integer read(WireReader in) throws IOException {
            Long value = LongCodec.INSTANCE.read(in);
            if (value != null && value.intValue() != value) {
                in.noteLast("Expected a whole number of 32 bits");
                return null;
            }
            return value == null ? null : (Integer) value.intValue();
        }

        @Override
        public void write(JsonWriter out, Integer value) throws IOException {
            out.value(value);
        }
    }

    private static final class DoubleCodec extends Codec<Double> {
        static final DoubleCodec INSTANCE = new DoubleCodec();

        @Override
        public @Nullable Double read(WireReader in) throws IOException {
            if (in.peek() != JsonReader.Token.NUMBER) {
                return in.mismatch("a number");
            }
            double value = Double.parseDouble(in.nextString());
            if (Double.isInfinite(value)) {
                in.noteLast("Expected a number that a double can hold");
                return null;
            }
            return value;
        }

        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            out.value(value);
        }
    }

    /** Seconds since 1970; some services add a fraction, which is kept to the millisecond. */
    private static final class InstantCodec extends Codec<Instant> {
        static final InstantCodec INSTANCE = new InstantCodec();

        /** Some thousand years around now, which milliseconds in a long hold easily. */
        private static final double MOST_SECONDS = 1e12;

        @Override
        public @Nullable Instant read(WireReader in) throws IOException {
            if (in.peek() != JsonReader.Token.NUMBER) {
                return in.mismatch("seconds since 1970");
            }
            try {
                return Instant.ofEpochSecond(in.nextLong());
            } catch (JsonDataException e) {
                return ofFraction(in);
            } catch (DateTimeException e) {
                in.noteLast("Expected seconds since 1970");
                return null;
            }
        }

        private static @Nullable Instant ofFraction(WireReader in) throws IOException {
            double seconds = Double.parseDouble(in.nextString());
            if (Math.abs(seconds) > MOST_SECONDS) {
                in.noteLast("Expected seconds since 1970");
                return null;
            }
            return Instant.ofEpochMilli(Math.round(seconds * 1000));
        }

        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.getEpochSecond());
        }
    }

    /** A day such as {@code 2026-12-11}; of a day with a time the time is left out. */
    private static final class DateCodec extends Codec<LocalDate> {
        static final DateCodec INSTANCE = new DateCodec();

        @Override
        public @Nullable LocalDate read(WireReader in) throws IOException {
            if (in.peek() != JsonReader.Token.STRING) {
                return in.mismatch("a date");
            }
            String text = in.nextString();
            int time = text.indexOf('T');
            try {
                return LocalDate.parse(time < 0 ? text : text.substring(0, time));
            } catch (DateTimeException e) {
                in.noteLast("Expected a date");
                return null;
            }
        }

        @Override
        public void write(JsonWriter out, LocalDate value) throws IOException {
            out.value(value.toString());
        }
    }

    private static final class JsonCodec extends Codec<Json> {
        static final JsonCodec INSTANCE = new JsonCodec();

        @Override
        public Json read(WireReader in) throws IOException {
            return in.nextJson();
        }

        @Override
        public void write(JsonWriter out, Json value) throws IOException {
            try (BufferedSink sink = out.valueSink()) {
                sink.writeUtf8(value.text());
            }
        }
    }
}
