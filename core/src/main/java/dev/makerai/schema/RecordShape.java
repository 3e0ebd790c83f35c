package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.internal.naming.SnakeCase;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record's components with their wire names, and the way into and out of its values. */
final class RecordShape {
    private static final int MAX_NAME = 64;

    private final RecordComponent[] components;
    private final List<String> names = new ArrayList<>();
    private final List<Method> accessors = new ArrayList<>();
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type, Place whole) {
        components = type.getRecordComponents();
        Set<String> taken = new HashSet<>();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Place place = whole.component(component);
            names.add(wireName(component.getName(), component.getAnnotation(Param.class), taken, place));
            accessors.add(opened(component.getAccessor(), type, whole));
            types[i] = component.getType();
        }
        try {
            constructor = opened(type.getDeclaredConstructor(types), type, whole);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record without its canonical constructor: " + type, e);
        }
    }

    static RecordShape of(Class<?> type) {
        return of(type, Place.of(type));
    }

    /** @param place where the record stands, for messages */
    static RecordShape of(Class<?> type, Place place) {
        return new RecordShape(type, place);
    }

    RecordComponent[] components() {
        return components.clone();
    }

    /** The wire name of each component. */
    List<String> names() {
        return names;
    }

    /** The wire name of a component or parameter. */
    static String wireName(String javaName, @Nullable Param param, Set<String> taken, Place place) {
        String given = param == null ? "" : param.name();
        String name = given.isEmpty() ? SnakeCase.of(javaName) : given;
        if (!isWireName(name)) {
            throw place.refuse(
                    "the wire name \"" + name + "\" is not 1 to 64 letters, digits, _ or -",
                    "Give it another with @Param(name = \"…\")");
        }
        if (!taken.add(name)) {
            throw place.refuse(
                    "the wire name \"" + name + "\" is taken by another one before it",
                    "Give it another with @Param(name = \"…\")");
        }
        return name;
    }

    private static boolean isWireName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= MAX_NAME;
    }

    /** The @Param among the annotations of a parameter or component. */
    static @Nullable Param param(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof Param param) {
                return param;
            }
        }
        return null;
    }

    /** Makes a value. */
    Object construct(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("The constructor was opened before", e);
        }
    }

    /** A component's value; what its accessor throws is thrown on. */
    @Nullable
    Object value(Object record, int i) {
        try {
            return accessors.get(i).invoke(record);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException(
                    accessors.get(i).getDeclaringClass().getName() + "." + components[i].getName() + "() threw "
                            + e.getCause(),
                    e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The accessor was opened before", e);
        }
    }

    private static <M extends AccessibleObject> M opened(M member, Class<?> type, Place place) {
        if (!member.trySetAccessible()) {
            throw place.refuseClosed(type);
        }
        return member;
    }
}
