package dev.makerai.strict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The type that a schema without one seems to mean. */
final class MeantType {
    private MeantType() {}

    /** Null if nothing tells. */
    static @Nullable String of(Map<String, Object> schema) {
        String ofValues = ofValues(schema);
        if (ofValues != null) {
            return ofValues;
        }
        for (String keyword : schema.keySet()) {
            switch (keyword) {
                case "properties",
                        "required",
                        "additionalProperties",
                        "patternProperties",
                        "propertyNames",
                        "minProperties",
                        "maxProperties" -> {
                    return "object";
                }
                case "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains" -> {
                    return "array";
                }
                case "pattern", "format", "minLength", "maxLength", "contentEncoding", "contentMediaType" -> {
                    return "string";
                }
                case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> {
                    return "number";
                }
                default -> {}
            }
        }
        return null;
    }

    /** The one type of all values of an enum or const, null aside. */
    private static @Nullable String ofValues(Map<String, Object> schema) {
        Set<String> types = new LinkedHashSet<>();
        for (Object value : values(schema)) {
            types.add(Tree.isWhole(value) ? "integer" : Tree.type(value));
        }
        if (types.size() > 1) {
            types.remove("null");
        }
        if (types.equals(Set.of("integer", "number"))) {
            return "number";
        }
        return types.size() == 1 ? types.iterator().next() : null;
    }

    /** The values that a schema lists: its const, or else its enum; empty if it lists none. */
    static List<Object> values(Map<String, Object> schema) {
        Object constant = schema.get("const");
        return constant == null ? Tree.elements(schema.getOrDefault("enum", "")) : List.of(constant);
    }
}
