package dev.makerai.strict;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema that strict mode takes.
 *
 * @param schema a part of the whole
 * @param restoring the way back
 */
record Rewritten(Map<String, Object> schema, Restoring restoring) {
    /** The same, or null. */
    Rewritten orNull() {
        if (takesNull()) {
            return this;
        }
        Map<String, Object> wide = new LinkedHashMap<>(schema);
        if (schema.get("type") instanceof String type && !schema.containsKey("const")) {
            wide.put("type", List.of(type, "null"));
            if (schema.containsKey("enum")) {
                List<Object> values = new ArrayList<>(Tree.elements(schema.getOrDefault("enum", "")));
                values.add(Json.NULL);
                wide.put("enum", values);
            }
        } else {
            boolean isUnion = schema.containsKey("anyOf");
            List<Object> alternatives = new ArrayList<>(Tree.elements(schema.getOrDefault("anyOf", "")));
            if (!isUnion) {
                alternatives.add(without(schema, "description"));
                wide.keySet().retainAll(List.of("description"));
            }
            alternatives.add(new LinkedHashMap<>(Map.of("type", "null")));
            wide.put("anyOf", alternatives);
        }
        return new Rewritten(wide, restoring);
    }

    /** The same with a description in front of what there is. */
    Rewritten described(String description) {
        if (description.isEmpty()) {
            return this;
        }
        boolean isReference = schema.containsKey("$ref");
        Map<String, Object> all = new LinkedHashMap<>();
        Object type = schema.get("type");
        if (type != null) {
            all.put("type", type);
        }
        Object own = schema.get("description");
        all.put("description", own == null ? description : description + " " + own);
        if (isReference) {
            List<Object> alternatives = new ArrayList<>();
            alternatives.add(schema);
            all.put("anyOf", alternatives);
        } else {
            without(schema, "description").forEach(all::putIfAbsent);
        }
        return new Rewritten(all, restoring);
    }

    private boolean takesNull() {
        Object type = schema.getOrDefault("type", "");
        return type.equals("null")
                || Tree.elements(type).contains("null")
                || Tree.elements(schema.getOrDefault("anyOf", "")).stream()
                        .anyMatch(each -> new Rewritten(Tree.members(each), restoring).takesNull());
    }

    private static Map<String, Object> without(Map<String, Object> schema, String keyword) {
        Map<String, Object> rest = new LinkedHashMap<>(schema);
        rest.remove(keyword);
        return rest;
    }
}
