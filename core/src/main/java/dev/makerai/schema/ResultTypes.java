package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.json.Json;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Refuses declared types of which no value can ever be written; others are seen when there is a value. */
final class ResultTypes {
    private final Set<Class<?>> seen = new HashSet<>();

    private ResultTypes() {}

    static void check(Method method) {
        new ResultTypes().check(method.getGenericReturnType(), Place.result(method));
    }

    private void check(Type type, Place place) {
        if (type instanceof Class<?> raw) {
            check(raw, type, place);
        } else if (type instanceof ParameterizedType parameterized) {
            check((Class<?>) parameterized.getRawType(), type, place);
            for (Type argument : parameterized.getActualTypeArguments()) {
                check(argument, place);
            }
        } else if (type instanceof GenericArrayType array) {
            check(array.getGenericComponentType(), place);
        }
    }

    private void check(Class<?> raw, Type declared, Place place) {
        if (raw == byte[].class) {
            throw place.refuse(
                    declared, "bytes have no form in JSON", "Return a String, or write a file and return its name");
        }
        if (raw.isArray()) {
            check(raw.getComponentType(), place);
        } else if (raw.isRecord()) {
            checkComponents(raw, place);
        } else if (raw.isInterface()) {
            checkInterface(raw, declared, place);
        } else if (!isWritable(raw)) {
            refuseClass(raw, declared, place);
        }
    }

    private void checkComponents(Class<?> type, Place place) {
        if (seen.add(type)) {
            RecordShape shape = RecordShape.of(type, place);
            for (RecordComponent component : shape.components()) {
                check(component.getGenericType(), place.component(component));
            }
        }
    }

    private void checkInterface(Class<?> raw, Type declared, Place place) {
        if (Future.class.isAssignableFrom(raw) || CompletionStage.class.isAssignableFrom(raw)) {
            refusePromise(declared, place);
        }
        if (BaseStream.class.isAssignableFrom(raw) || Iterator.class.isAssignableFrom(raw)) {
            throw place.refuse(declared, "it can be read only once and may have no end", "Return a List");
        }
        if (java.nio.file.Path.class.isAssignableFrom(raw)) {
            refusePath(declared, place);
        }
        if (raw.getName().startsWith("java.util.function.")) {
            throw place.refuse(declared, "a function has no form in JSON", "Return what it gives");
        }
        if (raw.isSealed() && seen.add(raw)) {
            for (Class<?> permitted : raw.getPermittedSubclasses()) {
                if (permitted.isRecord() || permitted.isInterface()) {
                    check(permitted, place);
                }
            }
        }
    }

    private static boolean isWritable(Class<?> raw) {
        return raw.isPrimitive()
                || raw.isEnum()
                || raw == Object.class
                || raw == Record.class
                || raw == Enum.class
                || raw == Number.class
                || raw == Void.class
                || raw == Boolean.class
                || raw == Character.class
                || raw == Json.class
                || CharSequence.class.isAssignableFrom(raw)
                || ZoneId.class.isAssignableFrom(raw)
                || Collection.class.isAssignableFrom(raw)
                || Map.class.isAssignableFrom(raw)
                || OptionalPlan.is(raw)
                || NumberText.isNumber(raw)
                || TextForm.of(raw) != null;
    }

    private static void refuseClass(Class<?> raw, Type declared, Place place) {
        if (Future.class.isAssignableFrom(raw) || CompletionStage.class.isAssignableFrom(raw)) {
            refusePromise(declared, place);
        }
        if (raw == java.io.File.class) {
            refusePath(declared, place);
        }
        throw place.refuse(
                declared, "a class does not say what it is made of", "Return a record, a String, a List or a Map");
    }

    private static void refusePromise(Type declared, Place place) {
        throw place.refuse(declared, "a promise of a value is not the value", "Return the value itself");
    }

    private static void refusePath(Type declared, Place place) {
        throw place.refuse(
                declared, "it would show the model where files of this computer are", "Return a String with the name");
    }
}
