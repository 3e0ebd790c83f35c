package dev.makerai.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.SnakeCase;
import dev.makerai.json.SourceText;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A record, of any visibility, as an object with its components in snake_case.
 *
 * <p>Missing, null and ill-fitting members reach the canonical constructor as null, missing lists and maps as empty:
 * the constructor says what the record cannot do without by throwing. Members that are null are not written. A
 * component of type {@link SourceText} takes the exact text of the object, and that text is what is written again. A
 * {@link WireName} gives a component another name. A record with a label is written with it first, wherever it is.
 */
final class RecordCodec<T> extends Codec<T> {
    private final Codecs codecs;
    private final Class<T> type;
    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private final String[] names;
    private final JsonReader.Options options;

    /** Filled when first needed, since records may refer to each other in circles. */
    private final @Nullable Codec<?>[] componentCodecs;

    private final int sourceIndex;

    /** Whether the record says itself which label of its union it has, since it stands for several. */
    private final boolean holdsType;

    private final boolean omitsEmpty;

    RecordCodec(Codecs codecs, Class<T> type) {
        this.codecs = codecs;
        this.type = type;
        this.components = type.getRecordComponents();
        this.componentCodecs = new Codec<?>[components.length];
        this.names = new String[components.length];
        Class<?>[] types = new Class<?>[components.length];
        int source = -1;
        boolean ownType = false;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            names[i] = wireName(components[i]);
            if (types[i] == SourceText.class) {
                source = i;
            }
            ownType |= names[i].equals("type");
        }
        this.sourceIndex = source;
        this.holdsType = ownType;
        this.omitsEmpty = codecs.omitsEmpty(type);
        this.options = JsonReader.Options.of(names);
        this.constructor = constructor(type, types);
    }

    @Override
    public @Nullable T read(WireReader in) throws IOException {
        if (in.peek() != JsonReader.Token.BEGIN_OBJECT) {
            return in.mismatch("an object");
        }
        int start = in.objectStart();
        @Nullable Object[] values = new Object[components.length];
        boolean[] seen = new boolean[components.length];
        in.beginObject();
        while (in.hasNext()) {
            int index = in.nextName(options);
            if (index < 0 || index == sourceIndex) {
                in.skipValue();
            } else if (!in.skipNull()) {
                seen[index] = true;
                values[index] = codec(index).read(in);
            }
        }
        in.endObject();
        for (int i = 0; i < values.length; i++) {
            if (i == sourceIndex) {
                values[i] = in.sourceText(start);
            } else if (!seen[i] && isCollection(components[i].getType())) {
                // The codecs of other components need not be made: a record that never comes is never loaded.
                values[i] = codec(i).absent();
            }
        }
        return build(in, start, values);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        if (sourceIndex >= 0 && get(sourceIndex, value) instanceof SourceText source && !source.isNone()) {
            try (BufferedSink sink = out.valueSink()) {
                source.writeTo(sink);
            }
            return;
        }
        out.beginObject();
        String label = codecs.label(type);
        if (label != null && !holdsType) {
            out.name("type").value(label);
        }
        for (int i = 0; i < components.length; i++) {
            Object member = i == sourceIndex ? null : get(i, value);
            if (member != null && !(omitsEmpty && isEmpty(member))) {
                out.name(names[i]);
                codec(i).write(out, member);
            }
        }
        out.endObject();
    }

    /** Whether the record stands for its only component. */
    boolean isWrapper() {
        return names.length == 1 && names[0].equals("value");
    }

    private static boolean isCollection(Class<?> type) {
        return type == List.class || type == Map.class;
    }

    private static boolean isEmpty(Object member) {
        return member instanceof List<?> list ? list.isEmpty() : member instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Calls the canonical constructor. */
    T create(@Nullable Object... values) {
        try {
            Object made = codecs.factory().create(type, values);
            return made != null ? type.cast(made) : constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new RefusedException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " cannot be called", e);
        } catch (RuntimeException e) {
            throw new RefusedException(e);
        }
    }

    /** The value of a component. */
    @Nullable
    Object get(int index, T value) {
        Method accessor = components[index].getAccessor();
        try {
            if (!accessor.canAccess(value)) {
                accessor.setAccessible(true);
            }
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The accessor " + type.getName() + "." + accessor.getName() + " cannot be called", e);
        }
    }

    /**
     * Calls the constructor with what was read; null, and noted, if it does not take that.
     *
     * @param start where the value begins
     */
    @Nullable
    T build(WireReader in, int start, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            Class<?> component = components[i].getType();
            if (values[i] == null && component.isPrimitive()) {
                values[i] = codecs.factory().missing(type, component);
            }
            if (values[i] == null && component.isPrimitive()) {
                in.note("The member " + names[i] + " of " + type.getSimpleName() + " is missing", start);
                return null;
            }
        }
        try {
            return create(values);
        } catch (RefusedException e) {
            in.note("The members of " + type.getSimpleName() + " do not fit: " + e.getMessage(), start);
            return null;
        }
    }

    @SuppressWarnings("unchecked") // Each codec belongs to the type of its component.
    Codec<Object> codec(int index) {
        Codec<?> codec = componentCodecs[index];
        if (codec == null) {
            codec = codecs.of(components[index]);
            componentCodecs[index] = codec;
        }
        return (Codec<Object>) codec;
    }

    private static String wireName(RecordComponent component) {
        WireName given = component.getAnnotation(WireName.class);
        return given == null ? SnakeCase.of(component.getName()) : given.value();
    }

    private static <T> Constructor<T> constructor(Class<T> type, Class<?>[] types) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor", e);
        }
    }

    /** A constructor that did not take what was read. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(@Nullable Throwable cause) {
            super(cause == null ? null : cause.getMessage(), cause);
        }
    }
}
