package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What messages say about values and schemas. */
final class Words {
    private static final int MAX_SHOWN = 200;

    private Words() {}

    /** Types with their articles, such as "a string or null". */
    static String types(List<Object> types) {
        return types.stream()
                .map(type -> switch (String.valueOf(type)) {
                    case "null" -> "null";
                    case "integer", "object", "array" -> "an " + type;
                    default -> "a " + type;
                })
                .collect(Collectors.joining(" or "));
    }

    /** A value as it was found: a short one itself, a long one by its kind. */
    static String found(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "an array";
        }
        return value instanceof String text ? Shown.quoted(text) : Tree.text(value);
    }

    static String oneOf(@Nullable Object values) {
        return "one of " + (values == null ? "nothing" : shortened(values));
    }

    /** JSON in at most 200 characters. */
    static String shortened(Object tree) {
        String text = Tree.text(tree);
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    /** A path with a member more, such as {@code $.part.name}. */
    static String member(String path, String name) {
        String quoted = Shown.quoted(name);
        return path + "." + quoted.substring(1, quoted.length() - 1);
    }

    /** The same text for all values that are the same to JSON Schema. */
    static String canonical(Object tree) {
        if (tree instanceof Map) {
            return new TreeMap<>(Tree.members(tree))
                    .entrySet().stream()
                            .map(member -> Tree.text(member.getKey()) + ":" + canonical(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (tree instanceof List) {
            return Tree.elements(tree).stream().map(Words::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        if (Tree.isNumber(tree)) {
            // Not written out: the exponent may be large.
            return Tree.number(tree).signum() == 0
                    ? "0"
                    : Tree.number(tree).stripTrailingZeros().toString();
        }
        return Tree.text(tree);
    }
}
