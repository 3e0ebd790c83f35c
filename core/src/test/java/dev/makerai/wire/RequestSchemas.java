package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.makerai.responses.Spec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds what is sent against both published descriptions of it, and lets no member pass that they do not know.
 *
 * <pre>{@code
 * RequestSchemas.of("wire-2026-11.responses.schema.json", "ResponseCreateParams", "responses.openapi.json",
 *         "CreateResponse", Set.of("tools.async")).assertValid(request.toJson().text());
 * }</pre>
 */
public final class RequestSchemas {
    private static final String FROM_COMPONENTS = "#/components/schemas/";

    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final JsonSchema newer;
    private final JsonSchema august;
    private final Set<String> beyondAugust;

    private RequestSchemas(JsonSchema newer, JsonSchema august, Set<String> beyondAugust) {
        this.newer = newer;
        this.august = august;
        this.beyondAugust = beyondAugust;
    }

    /**
     * Reads both.
     *
     * @param newerFile a schema document's file name
     * @param newerName the definition in it
     * @param augustFile a slice's file name
     * @param augustName the component in it
     * @param beyondAugust what only the newer one knows: members by their path without indexes, such as
     *     {@code tools.async}, and values of members, such as {@code tools.quality=max}
     */
    public static RequestSchemas of(
            String newerFile, String newerName, String augustFile, String augustName, Set<String> beyondAugust) {
        return new RequestSchemas(
                schema(newerFile, "#/$defs/" + newerName),
                schema(augustFile, FROM_COMPONENTS + augustName),
                beyondAugust);
    }

    /** Fails if a request is not valid by the newer description, or not by the other without what is beyond that. */
    public void assertValid(String request) {
        assertEquals(Set.of(), newerProblems(Spec.tree(request)), request);
        JsonNode old = Spec.tree(request);
        remove(old, "");
        assertEquals(Set.of(), augustProblems(old), request);
    }

    /** What the newer description says against a document. */
    public Set<String> newerProblems(JsonNode document) {
        return problems(newer, document);
    }

    /** What the August slice says against a document. */
    public Set<String> augustProblems(JsonNode document) {
        return problems(august, document);
    }

    private void remove(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (beyondAugust.contains(inner)
                        || beyondAugust.contains(inner + "=" + member.getValue().asText())) {
                    object.remove(member.getKey());
                } else {
                    remove(member.getValue(), inner);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> remove(element, path));
        }
    }

    private static Set<String> problems(JsonSchema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonSchema schema(String file, String reference) {
        ObjectNode document = (ObjectNode) Spec.schema(file);
        Set<String> parts = new TreeSet<>();
        Spec.objectsIn(document)
                .forEach(node -> node.path("allOf")
                        .forEach(part -> parts.add(part.path("$ref").asText())));
        parts.remove(reference);
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(it -> close(it.getValue(), parts.contains(FROM_COMPONENTS + it.getKey())));
        document.path("$defs").forEach(it -> close(it, false));
        document.put("$ref", reference);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
    }

    /** Makes a schema one that JSON Schema 2020-12 knows, and refuses members that it does not name. */
    private static void close(JsonNode node, boolean partOfAnother) {
        if (node instanceof ObjectNode schema) {
            schema.remove("discriminator");
            if (schema.has("oneOf")) {
                schema.set("anyOf", schema.remove("oneOf"));
            }
            boolean named = !schema.path("properties").isEmpty() || schema.has("allOf");
            if (named && !partOfAnother && !schema.has("additionalProperties")) {
                schema.put("unevaluatedProperties", false);
            }
            schema.properties().forEach(it -> {
                if (it.getKey().equals("properties")) {
                    it.getValue().forEach(member -> close(member, false));
                } else if (it.getKey().equals("allOf")) {
                    it.getValue().forEach(part -> close(part, true));
                } else {
                    close(it.getValue(), false);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> close(element, false));
        }
    }
}
