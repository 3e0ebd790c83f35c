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
import java.util.Set;

/** A published schema that holds what is sent, in the form that a validator takes. */
public final class RequestSchema {
    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final JsonSchema schema;

    private RequestSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @param file a schema document's file name
     * @param pointer where it is, such as {@code /components/schemas/CreateUploadRequest}
     */
    public static RequestSchema of(String file, String pointer) {
        ObjectNode document = Spec.schema(file).deepCopy();
        SchemaCase.at(document, pointer);
        plain(document);
        document.put("$ref", "#" + pointer);
        return new RequestSchema(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document));
    }

    /** Fails if the document does not fit. */
    public void assertValid(JsonNode document) {
        assertEquals(Set.of(), problems(document), document.toPrettyString());
    }

    /** What does not fit. */
    public Set<ValidationMessage> problems(JsonNode document) {
        return schema.validate(document);
    }

    /** As the notes on the schemas say: items of messages match more than one branch, and null has its own word. */
    private static void plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("discriminator");
            JsonNode branches = object.get("oneOf");
            if (branches instanceof ArrayNode && !object.has("anyOf")) {
                object.remove("oneOf");
                object.set("anyOf", branches);
            }
            if (object.path("nullable").asBoolean() && object.path("type").isTextual()) {
                object.putArray("type").add(object.get("type").asText()).add("null");
            }
        }
        node.forEach(RequestSchema::plain);
    }
}
