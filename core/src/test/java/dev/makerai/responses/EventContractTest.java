package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the events against the published schemas and examples. */
class EventContractTest {
    private static final String NEWER = "wire-2026-11.responses.schema.json";
    private static final String AUGUST = "responses.openapi.json";

    /** Hides the lengths of pieces of text; it has no meaning. */
    private static final String FILLER = "response.shell_call_command.delta.obfuscation";

    private static final String[] STEERING = {
        "response.steer.accepted", "response.steer.pending", "response.steer.failed"
    };

    private static final String ITEM =
            "{\"type\":\"function_call\",\"id\":\"a\",\"call_id\":\"b\",\"name\":\"c\",\"arguments\":\"{}\"}";

    private static final String RESPONSE =
            "{\"id\":\"r\",\"status\":\"completed\",\"model\":\"m\",\"output\":[" + ITEM + "]}";

    @Test
    void everyEventAndEveryMemberIsModelled() {
        SchemaUnion newer = SchemaUnion.of(NEWER, "/$defs/root.ResponseStreamEvent");
        SchemaUnion august = SchemaUnion.of(AUGUST, "/components/schemas/ResponseStreamEvent");

        assertEquals(59, newer.labels().size());
        newer.assertModelled(ResponseEvents.TABLE, FILLER);
        newer.assertNothingMore(ResponseEvents.TABLE, STEERING);
        august.assertModelled(ResponseEvents.TABLE, FILLER);
        august.assertNothingMore(
                ResponseEvents.TABLE, STEERING[0], STEERING[1], STEERING[2], "response.compaction.compacting");
    }

    @Test
    void everyEventOfAWebSocketIsModelledButForTheNameOfItsLane() {
        SchemaUnion newer = SchemaUnion.of(NEWER, "/$defs/root.ResponsesServerEvent");
        Set<String> leftOut = new TreeSet<>(Set.of(FILLER));
        newer.labels().forEach(label -> leftOut.add(label + ".stream_id"));

        newer.assertModelled(ResponseEvents.TABLE, leftOut.toArray(String[]::new));
        newer.assertNothingMore(ResponseEvents.TABLE);
    }

    @Test
    void theMembersOfEveryEventAreRead() {
        for (JsonNode sample : samples()) {
            ResponseEvent event = ResponseEvent.of(Json.parse(Spec.text(sample)));

            assertFalse(event instanceof ResponseEvent.Unknown, () -> "unknown: " + Spec.text(sample));
            assertEquals(sample.path("type").asText(), event.type());
            assertEquals(sample.path("sequence_number").asLong(), event.sequenceNumber());
            if (sample.has("response") || sample.has("part")) {
                // Responses and parts have tests of their own.
                continue;
            }
            ObjectNode typed = ((ObjectNode) sample).deepCopy();
            typed.remove("obfuscation");
            // Tokens in events have no bytes, those in messages do: one record holds both, with an empty list here.
            WireChecks.assertRoundTrip(WireChecks.withoutEmpty(typed), it -> {
                JsonNode written =
                        Spec.tree(WireChecks.withoutSource(event).toJson().text());
                return Spec.text(WireChecks.withoutEmpty(written));
            });
        }
    }

    @Test
    void everyEventIsReadAndKeptWhateverAServiceChanges() {
        samples().forEach(sample -> WireChecks.assertTolerant(sample, EventContractTest::readAndWrite));
    }

    @Test
    void everyOfficialEventIsReadAndKeepsItsText() throws IOException {
        Map<String, JsonNode> examples = Spec.objects(
                node -> ResponseEvents.TABLE.containsKey(node.path("type").asText()));
        assertTrue(examples.size() >= 40, () -> "only " + examples.keySet());
        examples.forEach((name, node) -> {
            if (name.startsWith("responses/")) {
                String text = Spec.text(node);
                ResponseEvent event = ResponseEvent.of(Json.parse(text));
                assertEquals(text, event.toJson().text(), name);
                assertFalse(event instanceof ResponseEvent.Unknown, name);
            }
        });
    }

    @Test
    void theOfficialStreamsGiveTheirEventsAndEndWithTheResponse() throws IOException {
        int streams = 0;
        for (Path file : files(".sse")) {
            byte[] stream = Files.readAllBytes(file);
            List<ResponseEvent> events = Streams.read(stream, at -> stream.length);
            List<JsonNode> expected = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(file.toString().replaceFirst("sse$", "jsonl")))) {
                expected.add(Spec.tree(line));
            }

            assertEquals(
                    expected,
                    events.stream()
                            .map(event -> Spec.tree(event.toJson().text()))
                            .toList());
            ResponseAccumulator accumulator = Streams.accumulate(events);
            assertTrue(accumulator.ended());
            assertEquals(
                    "Hi there! How can I assist you today?",
                    accumulator.response().outputText());
            assertInstanceOf(ResponseEvent.Ended.class, events.get(events.size() - 1));
            streams++;
        }
        assertTrue(streams > 0);
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(Spec.folder().resolve("examples/responses"))) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    /** Samples of every event; the responses and items in some have tests of their own, and are short here. */
    private static List<JsonNode> samples() {
        List<JsonNode> samples = new ArrayList<>();
        JsonNode schema = Spec.schema(NEWER);
        for (JsonNode reference : schema.at("/$defs/ResponseStreamEvent/anyOf")) {
            String pointer = reference.path("$ref").asText().substring(1);
            JsonNode members = schema.at(pointer + "/properties");
            String large = members.has("response") ? "response" : members.has("item") ? "item" : "";
            if (large.isEmpty()) {
                samples.addAll(SchemaSamples.of(NEWER, pointer));
            } else {
                ObjectNode sample = JsonNodeFactory.instance.objectNode();
                sample.set("type", members.at("/type/const"));
                sample.set(large, Spec.tree(large.equals("item") ? ITEM : RESPONSE));
                members.fieldNames().forEachRemaining(name -> {
                    if (!sample.has(name)) {
                        sample.put(name, sample.size());
                    }
                });
                samples.add(sample);
            }
        }
        assertTrue(samples.size() >= 59, () -> "only " + samples.size());
        return samples;
    }

    /** A last event without a response is refused, which is as good as kept. */
    private static String readAndWrite(String text) {
        try {
            return ResponseEvent.of(Json.parse(text)).toJson().text();
        } catch (DecodeException e) {
            assertTrue(e.problem().contains("holds no response"), e.problem());
            return e.text();
        }
    }
}
