package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads the official examples as they are, and with everything about them changed that a service may change. */
class WireContractTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> KNOWN_ITEMS = ResponsesWire.OUTPUT_ITEMS.keySet();

    @Test
    void everyOfficialResponseIsReadAndKeepsItsText() throws IOException {
        Map<String, JsonNode> responses = Spec.responses();
        assertTrue(responses.size() >= 15, () -> "only " + responses.keySet());
        responses.forEach((name, node) -> {
            String text = Spec.text(node);
            Response response = Response.of(Json.parse(text));

            assertEquals(text, response.toJson().text(), name);
            assertEquals(node.path("id").asText(), response.id(), name);
            assertEquals(node.path("status").asText(), response.status().value(), name);
            assertEquals(node.path("model").asText(), response.model(), name);
            assertEquals(node.path("output").size(), response.output().size(), name);
            assertEquals(node.path("created_at").asLong(), response.createdAt().getEpochSecond(), name);
            assertEquals(node.path("error").isObject(), response.error() != null, name);
            assertEquals(node.path("incomplete_details").isObject(), response.incompleteDetails() != null, name);
            assertUsage(name, node.path("usage"), response.usage());
            assertItems(name, node.path("output"), response.output());
        });
    }

    @Test
    void everyOfficialItemIsReadAndSentAgainByteForByte() throws IOException {
        Map<String, JsonNode> items = Spec.objects(node ->
                node.path("type").isTextual() && (node.has("role") || node.has("call_id") || node.has("summary")));
        assertTrue(items.size() >= 20, () -> "only " + items.keySet());
        items.forEach((name, node) -> {
            String text = Spec.text(node);
            for (InputItem item : List.of(OutputItem.of(Json.parse(text)), InputItem.of(Json.parse(text)))) {
                assertEquals(text, item.toJson().text(), name);
                assertEquals(
                        text,
                        ResponseRequest.builder("m")
                                .addInput(item)
                                .build()
                                .toJson()
                                .get("input")
                                .elements()
                                .get(0)
                                .text(),
                        name);
            }
            String type = node.path("type").asText();
            if (type.equals("message")) {
                assertTrue(InputItem.of(Json.parse(text)) instanceof InputMessage, name);
                return;
            }
            assertEquals(
                    !KNOWN_ITEMS.contains(type), OutputItem.of(Json.parse(text)) instanceof OutputItem.Unknown, name);
        });
    }

    @Test
    void anUnknownMemberInAnyObjectIsKept() throws IOException {
        change((object, changed) -> {
            object.set("x_new", Spec.tree("{\"type\":\"x\",\"deep\":[1.50,null]}"));
            changed.run();
            object.remove("x_new");
        });
    }

    @Test
    void anUnknownValueInAnyTextIsKept() throws IOException {
        changeMembers((object, name, value, changed) -> {
            if (value.isTextual()) {
                object.put(name, "x_new_value");
                changed.run();
            }
        });
    }

    @Test
    void anUnknownTypeOfAnyObjectIsKept() throws IOException {
        change((object, changed) -> {
            JsonNode type = object.get("type");
            for (JsonNode other : List.of(NODES.textNode("x_new_type"), NODES.numberNode(5), NODES.objectNode())) {
                object.set("type", other);
                changed.run();
            }
            object.remove("type");
            changed.run();
            if (type != null) {
                object.set("type", type);
            }
        });
    }

    @Test
    void aMissingOrNullMemberOfAnyObjectIsTolerated() throws IOException {
        changeMembers((object, name, value, changed) -> {
            object.putNull(name);
            changed.run();
            object.remove(name);
            changed.run();
        });
    }

    @Test
    void aMemberOfAnotherTypeIsToleratedAnywhereButForTheListOfOutput() throws IOException {
        for (Map.Entry<String, JsonNode> example : Spec.responses().entrySet()) {
            JsonNode root = example.getValue();
            changeMembers(root, (object, name, value, changed) -> {
                for (JsonNode other : List.of(
                        NODES.textNode("x"),
                        NODES.numberNode(-1.5),
                        NODES.booleanNode(true),
                        NODES.objectNode(),
                        NODES.arrayNode().add("x").addNull())) {
                    if (other.getNodeType() != value.getNodeType()) {
                        object.set(name, other);
                        if (object == root && name.equals("output") && !other.isArray()) {
                            assertRefused(root);
                        } else {
                            changed.run();
                        }
                    }
                }
            });
        }
    }

    private static void assertRefused(JsonNode root) {
        try {
            Response.of(Json.parse(Spec.text(root)));
        } catch (DecodeException e) {
            assertEquals("$.output", e.path());
            return;
        }
        throw new AssertionError("A response whose output is no list was taken");
    }

    private static void assertUsage(String name, JsonNode usage, Usage read) {
        assertEquals(usage.isObject(), read != null, name);
        if (read != null) {
            assertEquals(usage.path("input_tokens").asLong(), read.inputTokens(), name);
            assertEquals(
                    usage.path("input_tokens_details").path("cached_tokens").asLong(), read.cachedTokens(), name);
            assertEquals(usage.path("output_tokens").asLong(), read.outputTokens(), name);
            assertEquals(
                    usage.path("output_tokens_details").path("reasoning_tokens").asLong(),
                    read.reasoningTokens(),
                    name);
            assertEquals(usage.path("total_tokens").asLong(), read.totalTokens(), name);
        }
    }

    private static void assertItems(String name, JsonNode nodes, List<OutputItem> items) {
        for (int i = 0; i < items.size(); i++) {
            OutputItem item = items.get(i);
            assertEquals(nodes.get(i), Spec.tree(item.toJson().text()), name);
            assertEquals(
                    !KNOWN_ITEMS.contains(nodes.get(i).path("type").asText()),
                    item instanceof OutputItem.Unknown,
                    name + ": " + item);
            if (item instanceof OutputMessage message) {
                assertFalse(message.content().stream().anyMatch(OutputContent.Unknown.class::isInstance), name);
            }
        }
    }

    private interface Change {
        void make(ObjectNode object, Runnable changed);
    }

    private interface MemberChange {
        void make(ObjectNode object, String name, JsonNode value, Runnable changed);
    }

    /** Lets each object of each response be changed, and checks that the response is still read and kept. */
    private static void change(Change change) throws IOException {
        for (Map.Entry<String, JsonNode> example : Spec.responses().entrySet()) {
            JsonNode root = example.getValue();
            for (JsonNode object : Spec.objectsIn(root)) {
                change.make((ObjectNode) object, () -> assertKept(example.getKey(), root));
            }
        }
    }

    private static void changeMembers(MemberChange change) throws IOException {
        for (JsonNode root : Spec.responses().values()) {
            changeMembers(root, change);
        }
    }

    private static void changeMembers(JsonNode root, MemberChange change) {
        for (JsonNode node : Spec.objectsIn(root)) {
            ObjectNode object = (ObjectNode) node;
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                change.make(object, name, value, () -> assertKept(name, root));
                object.set(name, value);
            }
        }
    }

    private static void assertKept(String name, JsonNode root) {
        String text = Spec.text(root);
        Response response = Response.of(Json.parse(text));
        assertEquals(text, response.toJson().text(), name);
        JsonNode output = root.path("output");
        List<JsonNode> items = new ArrayList<>();
        if (output instanceof ArrayNode array) {
            array.forEach(item -> {
                if (!item.isNull()) {
                    items.add(item);
                }
            });
        }
        assertEquals(items.size(), response.output().size(), name);
        for (int i = 0; i < items.size(); i++) {
            assertEquals(
                    items.get(i), Spec.tree(response.output().get(i).toJson().text()), name);
        }
    }
}
