package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaUnionTest {
    private static final String NEWER = "wire-2026-11.responses.schema.json";
    private static final String AUGUST = "responses.openapi.json";

    private record Refusal(String refusal) {}

    private record Empty() {}

    @Test
    void bothDescriptionsGiveTheSameContentOfMessages() {
        SchemaUnion newer = SchemaUnion.of(NEWER, "/$defs/ResponseInputContent");
        SchemaUnion august = SchemaUnion.of(AUGUST, "/components/schemas/InputContent");

        assertEquals(Set.of("input_text", "input_image", "input_file"), newer.labels());
        assertEquals(newer.labels(), august.labels());
        assertEquals(Set.of("text", "prompt_cache_breakpoint"), august.members("input_text"));
    }

    @Test
    void aMissingRecordOrMemberIsFoundAndALeftOutOneMustBeMissing() {
        SchemaUnion union = SchemaUnion.of(NEWER, "/$defs/ResponseOutputMessage/properties/content");
        Map<String, Class<?>> table = Map.of("refusal", Refusal.class);

        union.assertModelled(table, "output_text");
        assertThrows(AssertionError.class, () -> union.assertModelled(table));
        assertThrows(AssertionError.class, () -> union.assertModelled(table, "output_text", "refusal.refusal"));
        assertThrows(AssertionError.class, () -> union.assertModelled(Map.of("refusal", Empty.class), "output_text"));
        assertThrows(AssertionError.class, () -> union.assertNothingMore(Map.of("x", Refusal.class)));
    }

    @Test
    void samplesShowEveryCaseAndEveryMember() {
        List<JsonNode> samples = SchemaSamples.of(NEWER, "/$defs/ResponseInputContent");

        for (String label : List.of("input_text", "input_image", "input_file")) {
            assertTrue(samples.stream().anyMatch(it -> it.path("type").asText().equals(label)), label);
        }
        assertTrue(samples.stream()
                .anyMatch(it ->
                        it.path("prompt_cache_breakpoint").path("ttl").asText().equals("12h")));
    }

    @Test
    void aLostMemberIsFound() {
        JsonNode document = SchemaSamples.of(NEWER, "/$defs/ResponseInputText").get(0);

        WireChecks.assertTolerant(document, it -> it);
        assertThrows(AssertionError.class, () -> WireChecks.assertRoundTrip(document, it -> "{}"));
        assertThrows(
                IllegalStateException.class,
                () -> WireChecks.assertReadable(document, it -> {
                    throw new IllegalStateException();
                }));
    }
}
