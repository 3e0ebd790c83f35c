package dev.makerai.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to fit a schema, with all references and combinations taken apart.
 *
 * @param document for references
 * @param schema has neither a reference nor a combination at its top
 * @param properties the schemas of an object's members; empty if this is no object with named members
 */
record SchemaCase(JsonNode document, JsonNode schema, Map<String, JsonNode> properties) {
    /** The schema at a place in a document. */
    static JsonNode at(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        if (found.isMissingNode()) {
            throw new AssertionError("There is no " + pointer);
        }
        return found;
    }

    /** All ways to fit a schema but null; an array of a union stands for its elements. */
    static List<SchemaCase> of(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return of(document, at(document, schema.get("$ref").asText().substring(1)));
        }
        if (schema.path("type").asText().equals("array") && schema.has("items")) {
            return of(document, schema.get("items"));
        }
        return alternatives(document, schema);
    }

    /** The values of the member {@code type}, which the service tells the cases of a union apart by. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        JsonNode type = properties.get("type");
        if (type != null) {
            for (SchemaCase value : alternatives(document, type)) {
                if (value.schema.has("const")) {
                    labels.add(value.schema.get("const").asText());
                }
                value.schema.path("enum").forEach(it -> {
                    if (!it.isNull()) {
                        labels.add(it.asText());
                    }
                });
            }
        }
        return labels;
    }

    /** All ways to fit a schema but null; an array stands for itself. */
    static List<SchemaCase> alternatives(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return alternatives(
                    document, at(document, schema.get("$ref").asText().substring(1)));
        }
        List<SchemaCase> cases = List.of(new SchemaCase(document, schema, own(schema)));
        for (String combination : List.of("anyOf", "oneOf")) {
            if (schema.has(combination)) {
                List<SchemaCase> all = new ArrayList<>();
                schema.get(combination).forEach(it -> all.addAll(alternatives(document, it)));
                cases = merge(cases, all);
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            cases = merge(cases, alternatives(document, part));
        }
        return cases.stream().filter(it -> !it.isNull()).toList();
    }

    private boolean isNull() {
        return schema.path("type").asText().equals("null")
                || (schema.path("enum").size() == 1
                        && schema.path("enum").get(0).isNull());
    }

    private static Map<String, JsonNode> own(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(it -> properties.put(it.getKey(), it.getValue()));
        return properties;
    }

    private static List<SchemaCase> merge(List<SchemaCase> these, List<SchemaCase> those) {
        List<SchemaCase> merged = new ArrayList<>();
        for (SchemaCase one : these) {
            for (SchemaCase other : those) {
                Map<String, JsonNode> properties = new LinkedHashMap<>(one.properties);
                properties.putAll(other.properties);
                merged.add(new SchemaCase(one.document, other.schema, properties));
            }
        }
        return merged;
    }
}
