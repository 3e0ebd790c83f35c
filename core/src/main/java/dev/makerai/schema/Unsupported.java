package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Says of a type that no schema can be made of why that is, and what to use instead. */
final class Unsupported {
    private Unsupported() {}

    static IllegalArgumentException refuse(Class<?> raw, Type declared, Place place) {
        return switch (raw.getName()) {
            case "java.lang.Object" ->
                place.refuse(declared, "a model cannot know what to put there", "Use a record, an enum or a String");
            case "void", "java.lang.Void" -> place.refuse(declared, "there is no value of it", "Leave it out");
            case "char", "java.lang.Character" ->
                place.refuse(declared, "JSON has no single character", "Use a String with @Size(min = 1, max = 1)");
            case "dev.makerai.json.Json" ->
                place.refuse(
                        declared,
                        "strict mode has no schema for any JSON",
                        "Use a record, or a String that holds the JSON");
            case "java.lang.Number" ->
                place.refuse(declared, "it does not say which kind of number", "Use int, long, double or BigDecimal");
            case "java.lang.Enum", "java.lang.Record" ->
                place.refuse(declared, "it does not say which one", "Use a certain enum or record");
            case "java.lang.CharSequence", "java.lang.StringBuilder", "java.lang.StringBuffer" ->
                place.refuse(declared, "only one type is read as text", "Use String");
            case "java.net.URL" -> place.refuse(declared, "a URL may ask the network", "Use java.net.URI");
            case "java.util.TimeZone" -> place.refuse(declared, "it is an old class", "Use java.time.ZoneId");
            default -> refuseByKind(raw, declared, place);
        };
    }

    private static IllegalArgumentException refuseByKind(Class<?> raw, Type declared, Place place) {
        if (raw.isArray()) {
            return place.refuse(
                    declared,
                    "a model cannot write bytes",
                    "Take the name of a file as a String and resolve it in a Workspace");
        }
        if (java.nio.file.Path.class.isAssignableFrom(raw) || raw == java.io.File.class || isStream(raw)) {
            return place.refuse(
                    declared, "a model must not choose among all files", "Take a String and resolve it in a Workspace");
        }
        if (java.util.Date.class.isAssignableFrom(raw) || java.util.Calendar.class.isAssignableFrom(raw)) {
            return place.refuse(
                    declared, "it has no clear form as text", "Use java.time.Instant, OffsetDateTime or LocalDate");
        }
        if (Collection.class.isAssignableFrom(raw)
                || Iterator.class.isAssignableFrom(raw)
                || raw == Iterable.class
                || java.util.stream.BaseStream.class.isAssignableFrom(raw)) {
            return place.refuse(
                    declared, "of collections only the plain interfaces are filled", "Use java.util.List or Set");
        }
        if (Map.class.isAssignableFrom(raw) || raw == Map.Entry.class) {
            return place.refuse(declared, "of maps only the plain interface is filled", "Use java.util.Map");
        }
        if (raw.isInterface()) {
            boolean isFunction = raw.getName().startsWith("java.util.function.")
                    || raw.isAnnotationPresent(FunctionalInterface.class);
            return isFunction
                    ? place.refuse(declared, "a model cannot write code", "Use an enum of what it may choose")
                    : place.refuse(
                            declared,
                            "anything could implement this interface",
                            "Seal it and permit records only, or use a record");
        }
        if (raw.getName().startsWith("java.")) {
            return place.refuse(declared, "a model cannot write a value of it", "Use a record, an enum or a String");
        }
        String name = raw.getSimpleName().isEmpty() ? raw.getName() : raw.getSimpleName();
        return place.refuse(
                declared, "the class " + name + " does not say what it is made of", "Make " + name + " a record");
    }

    private static boolean isStream(Class<?> raw) {
        return java.io.InputStream.class.isAssignableFrom(raw)
                || java.io.OutputStream.class.isAssignableFrom(raw)
                || java.io.Reader.class.isAssignableFrom(raw)
                || java.io.Writer.class.isAssignableFrom(raw);
    }
}
