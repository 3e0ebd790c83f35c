package dev.makerai.strict;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSink;

/**
 * JSON as maps, lists, strings and booleans, read once as a whole; numbers and null stay {@link Json}, so that each
 * digit is kept.
 */
final class Tree {
    /** More zeros than this in front of or behind a number are never written out to compare it. */
    private static final int MAX_EXPONENT = 10_000;

    private Tree() {}

    static Object read(Json json) {
        return read(json, duplicate -> {});
    }

    /** @param duplicates gets the place of each member that there was before, as a JSON pointer */
    static Object read(Json json, Consumer<String> duplicates) {
        try {
            return read(JsonReader.of(new Buffer().writeUtf8(json.text())), "#", duplicates);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory that was read before cannot fail", e);
        }
    }

    private static Object read(JsonReader in, String at, Consumer<String> duplicates) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    String name = in.nextName();
                    String place = Pointer.child(at, name);
                    if (members.put(name, read(in, place, duplicates)) != null) {
                        duplicates.accept(place);
                    }
                }
                in.endObject();
                return members;
            }
            case BEGIN_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    elements.add(read(in, Pointer.child(at, elements.size()), duplicates));
                }
                in.endArray();
                return elements;
            }
            case STRING -> {
                return in.nextString();
            }
            case BOOLEAN -> {
                return in.nextBoolean();
            }
            case NULL -> {
                in.nextNull();
                return Json.NULL;
            }
            default -> {
                Json number = Json.trusted(in.nextString());
                // Refuses an exponent beyond all bounds before anything calculates with it.
                Objects.requireNonNull(number.number());
                return number;
            }
        }
    }

    static Json write(Object tree) {
        Buffer buffer = new Buffer();
        try (JsonWriter out = JsonWriter.of(buffer)) {
            out.setSerializeNulls(true);
            write(tree, out);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
        return Json.trusted(buffer.readUtf8());
    }

    private static void write(Object tree, JsonWriter out) throws IOException {
        if (tree instanceof Map<?, ?> members) {
            out.beginObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.name((String) member.getKey());
                write(member.getValue(), out);
            }
            out.endObject();
        } else if (tree instanceof List<?> elements) {
            out.beginArray();
            for (Object element : elements) {
                write(element, out);
            }
            out.endArray();
        } else if (tree instanceof String text) {
            out.value(text);
        } else if (tree instanceof Boolean truth) {
            out.value(truth);
        } else {
            try (BufferedSink sink = out.valueSink()) {
                sink.writeUtf8(((Json) tree).text());
            }
        }
    }

    /** The text on one line, for messages. */
    static String text(Object tree) {
        return write(tree).text();
    }

    @SuppressWarnings("unchecked") // All maps of a tree have names and values.
    static Map<String, Object> members(Object tree) {
        return tree instanceof Map ? (Map<String, Object>) tree : Map.of();
    }

    @SuppressWarnings("unchecked") // All lists of a tree have values.
    static List<Object> elements(Object tree) {
        return tree instanceof List ? (List<Object>) tree : List.of();
    }

    static boolean isNumber(Object tree) {
        return tree instanceof Json json && json.kind() == Json.Kind.NUMBER;
    }

    static BigDecimal number(Object tree) {
        return new BigDecimal(((Json) tree).text());
    }

    /** Whether a number is a whole one, as 3.0 is. */
    static boolean isWhole(Object tree) {
        if (!isNumber(tree)) {
            return false;
        }
        BigDecimal number = number(tree);
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** The name that JSON Schema gives to a value's type; whole numbers are numbers. */
    static String type(Object tree) {
        if (tree instanceof Map) {
            return "object";
        }
        if (tree instanceof List) {
            return "array";
        }
        if (tree instanceof String) {
            return "string";
        }
        if (tree instanceof Boolean) {
            return "boolean";
        }
        return isNumber(tree) ? "number" : "null";
    }

    /** Whether two values are the same to JSON Schema: numbers by value, members in any order. */
    static boolean same(Object one, Object other) {
        if (isNumber(one) && isNumber(other)) {
            return number(one).compareTo(number(other)) == 0;
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.entrySet().stream().allMatch(member -> {
                        Object there = right.get(member.getKey());
                        return there != null && same(member.getValue(), there);
                    });
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!same(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    /** Whether arithmetic with the number stays small. */
    static boolean isReasonable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_EXPONENT;
    }
}
