package dev.makerai.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type, one value of it, and that value as JSON.
 *
 * @param name of the golden file
 * @param json as a model might write it; empty for what writing the value gives
 */
record SchemaCase(String name, Type type, Object value, String json) {
    /** Keeps a generic type: {@code new TypeOf<List<String>>() {}}. */
    abstract static class TypeOf<T> {
        Type type() {
            return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        }
    }

    static <T> SchemaCase of(String name, Class<T> type, T value, String json) {
        return new SchemaCase(name, type, value, json);
    }

    static <T> SchemaCase of(String name, TypeOf<T> type, T value, String json) {
        return new SchemaCase(name, type.type(), value, json);
    }

    @Override
    public String toString() {
        return name;
    }
}
