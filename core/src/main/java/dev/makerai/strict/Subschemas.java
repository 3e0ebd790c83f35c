package dev.makerai.strict;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which parts of a schema are schemas themselves. */
final class Subschemas {
    private static final List<String> NAMED = List.of("properties", "patternProperties", "dependentSchemas");
    private static final List<String> DEFINED = List.of("$defs", "definitions");
    private static final List<String> LISTED = List.of("anyOf", "oneOf", "allOf", "prefixItems", "items");
    private static final List<String> SINGLE = List.of(
            "items",
            "additionalProperties",
            "additionalItems",
            "propertyNames",
            "contains",
            "not",
            "if",
            "then",
            "else");

    private Subschemas() {}

    /** All of them, with their places. */
    static void of(Map<String, Object> schema, String at, BiConsumer<Object, String> visitor) {
        ofValues(schema, at, visitor);
        named(DEFINED, schema, at, visitor);
    }

    /** Those that a value of the schema, or something in it, has to do with. */
    static void ofValues(Map<String, Object> schema, String at, BiConsumer<Object, String> visitor) {
        named(NAMED, schema, at, visitor);
        for (String keyword : LISTED) {
            List<Object> elements = Tree.elements(schema.getOrDefault(keyword, ""));
            for (int i = 0; i < elements.size(); i++) {
                visitor.accept(elements.get(i), Pointer.child(Pointer.child(at, keyword), i));
            }
        }
        for (String keyword : SINGLE) {
            if (schema.get(keyword) instanceof Map<?, ?> single) {
                visitor.accept(single, Pointer.child(at, keyword));
            }
        }
    }

    /** Those that speak of the same value as the schema itself. */
    static void ofSameValue(Map<String, Object> schema, Consumer<Object> visitor) {
        for (String keyword : Keywords.SAME_VALUE_LISTS) {
            Tree.elements(schema.getOrDefault(keyword, "")).forEach(visitor);
        }
        for (String keyword : Keywords.SAME_VALUE) {
            Object single = schema.get(keyword);
            if (single != null) {
                visitor.accept(single);
            }
        }
        Tree.members(schema.getOrDefault("dependentSchemas", Map.of())).values().forEach(visitor);
    }

    private static void named(
            List<String> keywords, Map<String, Object> schema, String at, BiConsumer<Object, String> visitor) {
        for (String keyword : keywords) {
            String inside = Pointer.child(at, keyword);
            Tree.members(schema.getOrDefault(keyword, Map.of()))
                    .forEach((name, each) -> visitor.accept(each, Pointer.child(inside, name)));
        }
    }
}
