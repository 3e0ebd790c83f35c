package dev.makerai.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.responses.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes documents from a published schema: for each case of a union enough of them that every member, and every
 * alternative of each member, occurs. They reach the cases that no official example shows.
 */
public final class SchemaSamples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 7;

    private final JsonNode document;
    private int count;

    private SchemaSamples(JsonNode document) {
        this.document = document;
    }

    /**
     * Samples of a union or an object.
     *
     * @param file a schema document's file name
     * @param pointer where the schema is
     */
    public static List<JsonNode> of(String file, String pointer) {
        JsonNode document = Spec.schema(file);
        return new SchemaSamples(document).samples(SchemaCase.at(document, pointer), 0);
    }

    private List<JsonNode> samples(JsonNode schema, int depth) {
        List<JsonNode> samples = new ArrayList<>();
        for (SchemaCase alternative : SchemaCase.alternatives(document, schema)) {
            samples.addAll(samples(alternative, depth));
        }
        return samples;
    }

    private List<JsonNode> samples(SchemaCase one, int depth) {
        JsonNode schema = one.schema();
        if (schema.has("const")) {
            return List.of(schema.get("const"));
        }
        if (schema.has("enum")) {
            List<JsonNode> values = new ArrayList<>();
            schema.get("enum").forEach(it -> {
                if (!it.isNull()) {
                    values.add(it);
                }
            });
            return values;
        }
        if (!one.properties().isEmpty()) {
            return depth > DEEPEST ? List.of() : objects(one, depth);
        }
        List<JsonNode> samples = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(it -> samples.addAll(plain(it.asText(), schema, depth)));
        } else {
            samples.addAll(plain(type.asText(), schema, depth));
        }
        return samples;
    }

    private List<JsonNode> plain(String type, JsonNode schema, int depth) {
        count++;
        return switch (type) {
            case "string" -> List.of(NODES.textNode("text " + count));
            case "number", "integer" -> List.of(NODES.numberNode(count % 100));
            case "boolean" -> List.of(NODES.booleanNode(count % 2 == 0));
            case "null" -> List.of();
            case "array" -> List.of(NODES.arrayNode().addAll(samples(schema.path("items"), depth + 1)));
            case "object" -> List.of(NODES.objectNode().set("k" + count, mapValue(schema, depth)));
            default -> List.of(NODES.objectNode().put("any", count));
        };
    }

    private JsonNode mapValue(JsonNode schema, int depth) {
        List<JsonNode> values = samples(schema.path("additionalProperties"), depth + 1);
        return values.isEmpty() ? NODES.numberNode(count) : values.get(0);
    }

    private List<JsonNode> objects(SchemaCase one, int depth) {
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        int most = 1;
        for (Map.Entry<String, JsonNode> property : one.properties().entrySet()) {
            List<JsonNode> values = samples(property.getValue(), depth + 1);
            if (!values.isEmpty()) {
                members.put(property.getKey(), values);
                most = Math.max(most, values.size());
            }
        }
        List<JsonNode> objects = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, List<JsonNode>> member : members.entrySet()) {
                object.set(
                        member.getKey(),
                        member.getValue().get(i % member.getValue().size()));
            }
            objects.add(object.deepCopy());
        }
        return objects;
    }
}
