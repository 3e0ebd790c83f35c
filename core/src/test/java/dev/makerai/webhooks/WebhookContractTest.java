package dev.makerai.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.Json;
import dev.makerai.responses.Spec;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WebhookContractTest {
    private static final String NEWER = "wire-2026-11.rest.schema.json";
    private static final String AUGUST = "webhooks.openapi.json";

    private static String readAndWrite(String json) {
        return WebhookEvent.of(Json.parse(json)).toJson().text();
    }

    private static List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        Spec.examples().forEach((name, document) -> {
            if (name.startsWith("webhooks/")) {
                events.add(document);
            }
        });
        assertTrue(events.size() >= 7, () -> "only " + events);
        events.addAll(SchemaSamples.of(NEWER, "/$defs/root.WebhookEvent"));
        return events;
    }

    @Test
    void everyOfficialEventIsTypedAndKept() throws IOException {
        for (JsonNode event : events()) {
            WireChecks.assertRoundTrip(event, WebhookContractTest::readAndWrite);
            WebhookEvent read = WebhookEvent.of(Json.parse(Spec.text(event)));
            assertFalse(read instanceof WebhookEvent.Unknown, event.toString());
            assertEquals(event.path("type").asText(), read.type().value());
        }
    }

    @Test
    void theTypedMembersHoldAllOfIt() throws IOException {
        for (JsonNode event : events()) {
            ObjectNode wanted = event.deepCopy();
            wanted.remove("object");
            WebhookEvent read = WireChecks.withoutSource(WebhookEvent.of(Json.parse(Spec.text(event))));
            ObjectNode written = (ObjectNode) Spec.tree(read.toJson().text());
            if (!wanted.path("data").has("sip_headers")) {
                ((ObjectNode) written.path("data")).remove("sip_headers");
            }

            assertEquals(WireChecks.normal(wanted), WireChecks.normal(written));
        }
    }

    @Test
    void whateverChangesInAnEventItIsReadAndKept() throws IOException {
        for (JsonNode event : events()) {
            WireChecks.assertTolerant(event, WebhookContractTest::readAndWrite);
        }
    }

    @Test
    void everyKindOfEventIsModelled() {
        SchemaUnion union = SchemaUnion.of(NEWER, "/$defs/root.WebhookEvent");
        union.assertModelled(WebhooksWire.EVENTS, leftOut(union));
        union.assertNothingMore(WebhooksWire.EVENTS);

        for (Map.Entry<String, JsonNode> august :
                Spec.schema(AUGUST).at("/components/schemas").properties()) {
            if (august.getKey().startsWith("Webhook")) {
                SchemaUnion one = SchemaUnion.of(AUGUST, "/components/schemas/" + august.getKey());
                String label = one.labels().iterator().next();
                assertEquals(Set.of("created_at", "data", "id", "object"), one.members(label));
                assertTrue(WebhooksWire.EVENTS.containsKey(label), label);
            }
        }
    }

    /** The constant member {@code object}, which says nothing. */
    private static String[] leftOut(SchemaUnion union) {
        return union.labels().stream().map(it -> it + ".object").toArray(String[]::new);
    }

    @Test
    void everyMemberOfTheDataIsModelled() {
        Map<Class<? extends WebhookEvent>, Class<?>> data = Map.of(
                WebhookEvent.ResponseEnded.class, WebhookEvent.Subject.class,
                WebhookEvent.BatchEnded.class, WebhookEvent.Subject.class,
                WebhookEvent.Happened.class, WebhookEvent.Subject.class,
                WebhookEvent.CallIncoming.class, WebhookEvent.Call.class,
                WebhookEvent.AgentSession.class, WebhookEvent.Session.class);
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<String, JsonNode> definition :
                Spec.schema(NEWER).at("/$defs").properties()) {
            String label = definition.getValue().at("/properties/type/const").asText();
            if (definition.getKey().endsWith("WebhookEvent") && !label.isEmpty()) {
                seen.add(label);
                SchemaUnion.of(NEWER, "/$defs/" + definition.getKey() + ".Data")
                        .assertModelled(data.get(WebhooksWire.EVENTS.get(label)));
            }
        }
        assertEquals(new TreeSet<>(WebhooksWire.EVENTS.keySet()), seen);
    }

    @Test
    void whatIsNotKnownIsKeptAsItIs() {
        for (String json : List.of(
                "{\"type\":\"x.new\",\"data\":{\"id\":\"x\"}}",
                "{\"type\":\"batch.completed\"}",
                "{\"type\":\"batch.completed\",\"data\":{\"id\":null}}",
                "{\"type\":\"realtime.call.incoming\",\"data\":{}}",
                "{}",
                "[1]")) {
            WebhookEvent event = WebhookEvent.of(Json.parse(json));

            assertInstanceOf(WebhookEvent.Unknown.class, event);
            assertEquals(json, event.toJson().text());
        }
        assertEquals(
                "x.new",
                WebhookEvent.of(Json.parse("{\"type\":\"x.new\"}")).type().value());
    }
}
