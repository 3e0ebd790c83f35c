package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.makerai.json.Json;
import dev.makerai.responses.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds documents that are sent against a published schema, and lets no member pass that it does not know. */
public final class SentJson {
    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private SentJson() {}

    /**
     * Fails if a document does not fit.
     *
     * @param file a schema document's file name
     * @param pointer where the schema is, such as {@code /$defs/root.BatchCreateParams}
     */
    public static void assertValid(String file, String pointer, Json json) {
        assertEquals(Set.of(), problems(file, pointer, json), json.text());
    }

    /** What a schema says against a document. */
    public static Set<String> problems(String file, String pointer, Json json) {
        ObjectNode document = (ObjectNode) Spec.schema(file);
        adapt(document);
        document.put("$ref", "#" + pointer);
        Set<String> problems = new TreeSet<>();
        for (ValidationMessage message : JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(document)
                .validate(Spec.tree(json.text()))) {
            problems.add(message.getMessage());
        }
        return problems;
    }

    /** Makes it one that JSON Schema 2020-12 knows, and refuses members that it does not name. */
    private static void adapt(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            schema.remove("discriminator");
            if (schema.has("$recursiveRef")) {
                schema.remove("$recursiveRef");
                schema.put("$ref", "#/components/schemas/CompoundFilter");
            }
            if (schema.has("oneOf")) {
                schema.set("anyOf", schema.remove("oneOf"));
            }
            if (schema.path("nullable").asBoolean()) {
                schema.remove("nullable");
                nullable(schema);
            }
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        }
        List<JsonNode> parts = new ArrayList<>();
        node.forEach(parts::add);
        parts.forEach(SentJson::adapt);
    }

    private static void nullable(ObjectNode schema) {
        String type = schema.path("type").asText();
        if (!type.isEmpty()) {
            schema.putArray("type").add(type).add("null");
        }
    }
}
