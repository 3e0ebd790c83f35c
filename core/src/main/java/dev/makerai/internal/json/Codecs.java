package dev.makerai.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of one wire: its unions are named once, each with the record that takes an unknown case and the record of
 * every known one; everything else follows from the records' components.
 *
 * <p>A component may be a string, a boolean, a number, an {@link java.time.Instant} (seconds since 1970 on the wire),
 * a {@link Json}, a record, a union, a list of those, or a map of strings. A record whose only component is called
 * {@code value} is written as that value. Thread-safe.
 */
public final class Codecs {
    private final RecordFactory factory;
    private final Map<Class<?>, Codec<?>> lists;
    private final Map<Class<?>, Codec<?>> unions = new HashMap<>();
    private final Map<Class<?>, String> labels = new HashMap<>();
    private final Map<Class<?>, Boolean> unknownCases = new HashMap<>();
    private final Map<Class<?>, Codec<?>> records = new ConcurrentHashMap<>();

    private Codecs(Builder builder) {
        this.factory = builder.factory;
        this.lists = Map.copyOf(builder.lists);
        for (Union<?> union : builder.unions) {
            add(union, builder.unlabelled.getOrDefault(union.type(), Map.of()));
        }
        labels.putAll(builder.labels);
    }

    /** Starts without unions. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a document.
     *
     * @param type a record, or a union's interface
     * @param document JSON in UTF-8, which must not change afterwards: what was read refers to it
     * @param requestId for the error, or null
     * @throws DecodeException if this is not JSON, or the root cannot be made
     */
    public <T> T decode(Class<T> type, byte[] document, @Nullable String requestId) {
        WireReader in = new WireReader(document);
        try {
            T value = in.skipNull() ? null : codec(type).read(in);
            if (value == null) {
                String problem = in.problem() == null ? "There is no value" : in.problem();
                String path = in.problemPath() == null ? "$" : in.problemPath();
                throw new DecodeException(problem, path, text(document), requestId, null);
            }
            if (!in.atEnd()) {
                throw new DecodeException("There is text behind the JSON value", "$", text(document), requestId, null);
            }
            return value;
        } catch (EOFException e) {
            throw new DecodeException("The JSON ends too early", in.path(), text(document), requestId, e);
        } catch (IOException | JsonDataException e) {
            throw DecodeException.notJson(in.path(), text(document), requestId, e);
        } finally {
            in.close();
        }
    }

    /**
     * Reads a value inside a document, for codecs of one's own.
     *
     * @param type a record, or a union's interface
     * @param in stands before the value, which is not null
     * @throws IOException if the document is not JSON
     */
    public <T> @Nullable T read(Class<T> type, WireReader in) throws IOException {
        return codec(type).read(in);
    }

    /**
     * Writes a value as a document.
     *
     * @param value what {@link #write} takes
     */
    public Json encode(Object value) {
        Buffer buffer = new Buffer();
        encode(buffer, value);
        return Json.trusted(buffer.readUtf8());
    }

    /**
     * Writes a value as a document.
     *
     * @param buffer where to
     * @param value what {@link #write} takes
     */
    public void encode(Buffer buffer, Object value) {
        try (JsonWriter out = JsonWriter.of(buffer)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
    }

    /**
     * Writes a value by its class.
     *
     * @param out where to
     * @param value a string, boolean, number, Json, record, or a list or map of those
     * @throws IOException if the sink fails
     */
    public void write(JsonWriter out, Object value) throws IOException {
        if (value instanceof String text) {
            out.value(text);
        } else if (value instanceof Boolean flag) {
            out.value(flag);
        } else if (value instanceof Number number) {
            out.value(number);
        } else if (value instanceof Json json) {
            try (BufferedSink sink = out.valueSink()) {
                sink.writeUtf8(json.text());
            }
        } else if (value instanceof List<?> list) {
            out.beginArray();
            for (Object element : list) {
                write(out, element);
            }
            out.endArray();
        } else if (value instanceof Map<?, ?> map) {
            out.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.name((String) entry.getKey());
                write(out, entry.getValue());
            }
            out.endObject();
        } else {
            writeRecord(out, value);
        }
    }

    @SuppressWarnings("unchecked") // A codec belongs to the class it is kept under.
    private void writeRecord(JsonWriter out, Object value) throws IOException {
        Codec<Object> codec = (Codec<Object>) codec(value.getClass());
        if (unknownCases.containsKey(value.getClass())) {
            Object raw = ((RecordCodec<Object>) codec).get(1, value);
            write(out, raw == null ? Json.NULL : raw);
        } else {
            codec.write(out, value);
        }
    }

    RecordFactory factory() {
        return factory;
    }

    /** The label that a record is always written with, or null. */
    @Nullable
    String label(Class<?> record) {
        return labels.get(record);
    }

    /** The codec of a record that has members. */
    <T> RecordCodec<T> record(Class<T> type) {
        return (RecordCodec<T>) codec(type);
    }

    /** The codec of a record's component. */
    Codec<?> of(RecordComponent component) {
        Class<?> raw = component.getType();
        if (raw == List.class) {
            Class<?> element = argument(component.getGenericType(), 0);
            Codec<?> own = lists.get(element);
            return own != null ? own : new ListCodec<>(codec(element));
        }
        if (raw == Map.class) {
            return StringMapCodec.INSTANCE;
        }
        return codec(raw);
    }

    @SuppressWarnings("unchecked") // A codec belongs to the class it is kept under.
    private <T> Codec<T> codec(Class<T> type) {
        Codec<?> codec = Scalars.of(type);
        if (codec == null) {
            codec = unions.get(type);
        }
        if (codec == null) {
            codec = records.get(type);
        }
        if (codec == null) {
            codec = newRecordCodec(type);
            Codec<?> earlier = records.putIfAbsent(type, codec);
            codec = earlier == null ? codec : earlier;
        }
        return (Codec<T>) codec;
    }

    private <T> Codec<T> newRecordCodec(Class<T> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("There is no codec for " + type.getName());
        }
        RecordCodec<T> record = new RecordCodec<>(this, type);
        return record.isWrapper() ? new WrapperCodec<>(record) : record;
    }

    private <T> void add(Union<T> parts, Map<String, Class<?>> unlabelled) {
        for (Map.Entry<String, Class<? extends T>> entry : parts.table().entrySet()) {
            // A record for several labels holds its own, as the component "type".
            if (!RecordCodec.holdsType(entry.getValue())) {
                labels.put(entry.getValue(), entry.getKey());
            }
        }
        unknownCases.put(parts.unknown(), true);
        unions.put(
                parts.type(),
                new UnionCodec<>(this, parts.table(), unlabelled, new RecordCodec<>(this, parts.unknown())));
    }

    private static Class<?> argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[index] instanceof Class<?> argument) {
            return argument;
        }
        throw new IllegalArgumentException("There is no codec for " + type);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private record Union<T>(Class<T> type, Class<? extends T> unknown, Map<String, Class<? extends T>> table) {}

    /** Names the unions. */
    public static final class Builder {
        private final List<Union<?>> unions = new ArrayList<>();
        private final Map<Class<?>, Codec<?>> lists = new HashMap<>();
        private final Map<Class<?>, String> labels = new HashMap<>();
        private final Map<Class<?>, Map<String, Class<?>>> unlabelled = new HashMap<>();
        private RecordFactory factory = RecordFactory.REFLECTION;

        private Builder() {}

        /**
         * Adds a union.
         *
         * @param type the sealed interface
         * @param unknown a record of a type label and the exact {@link Json}
         * @param table the records by their {@code type}; one that stands for several has a component {@code type}
         */
        public <T> Builder union(Class<T> type, Class<? extends T> unknown, Map<String, Class<? extends T>> table) {
            unions.add(new Union<>(type, unknown, table));
            return this;
        }

        /**
         * Adds what a union's case may be recognised by where it has no {@code type}.
         *
         * @param type the sealed interface of a {@link #union}
         * @param member a member that only this case has
         * @param record the case's record
         */
        public <T> Builder unlabelled(Class<T> type, String member, Class<? extends T> record) {
            unlabelled.computeIfAbsent(type, it -> new LinkedHashMap<>()).put(member, record);
            return this;
        }

        /**
         * Names the fixed {@code type} of a record that belongs to no union.
         *
         * @param label the type on the wire
         * @param record the record, which is written with it
         */
        public Builder label(String label, Class<? extends Record> record) {
            labels.put(record, label);
            return this;
        }

        /**
         * Sets how lists of a type are read and written, where that is not a plain array.
         *
         * @param element what the list holds
         * @param codec of the whole list
         */
        public <T> Builder list(Class<T> element, Codec<List<T>> codec) {
            lists.put(element, codec);
            return this;
        }

        /**
         * Sets who calls constructors.
         *
         * @param factory by default reflection alone
         */
        public Builder factory(RecordFactory factory) {
            this.factory = factory;
            return this;
        }

        /** Makes the codecs; they look at a record's class when they first meet it. */
        public Codecs build() {
            return new Codecs(this);
        }
    }
}
