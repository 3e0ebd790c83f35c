package dev.makerai.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Spec;
import dev.makerai.responses.Usage;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.SentJson;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BatchContractTest {
    private static final String AUGUST = "batches.openapi.json";
    private static final String NEWER = "wire-2026-11.rest.schema.json";
    private static final String LINES = "batch-lines.schema.json";

    private static String readAndWrite(String json) {
        return Batch.of(Json.parse(json)).toJson().text();
    }

    private static List<JsonNode> batches() throws IOException {
        List<JsonNode> batches = new ArrayList<>(
                Spec.objects(node -> node.path("object").asText().equals("batch"))
                        .values());
        assertTrue(batches.size() >= 5, () -> "only " + batches);
        batches.addAll(SchemaSamples.of(AUGUST, "/components/schemas/Batch"));
        batches.addAll(SchemaSamples.of(NEWER, "/$defs/root.Batch"));
        return batches;
    }

    @Test
    void everyOfficialBatchIsReadAndKept() throws IOException {
        for (JsonNode batch : batches()) {
            WireChecks.assertRoundTrip(batch, BatchContractTest::readAndWrite);
        }
    }

    @Test
    void whateverChangesInABatchItIsReadAndKept() {
        WireChecks.assertTolerant(
                SchemaSamples.of(AUGUST, "/components/schemas/Batch").get(0), BatchContractTest::readAndWrite);
    }

    @Test
    void theTypedMembersHoldAllOfIt() throws IOException {
        for (JsonNode batch : batches()) {
            ObjectNode wanted = batch.deepCopy();
            wanted.remove("object");
            if (wanted.path("errors") instanceof ObjectNode errors) {
                errors.remove("object");
            }
            if (wanted.path("usage") instanceof ObjectNode usage) {
                // The sum of two others.
                usage.remove("total_tokens");
            }
            Batch read = WireChecks.withoutSource(Batch.of(Json.parse(Spec.text(batch))));

            assertEquals(
                    WireChecks.normal(wanted),
                    WireChecks.normal(Spec.tree(read.toJson().text())));
        }
    }

    @Test
    void everyMemberOfTheSchemasIsModelled() {
        for (String schema : List.of("/components/schemas/", "/$defs/")) {
            String file = schema.startsWith("/$defs") ? NEWER : AUGUST;
            SchemaUnion.of(file, schema + "Batch").assertModelled(Batch.class, "object");
            SchemaUnion.of(file, schema + "Batch/properties/errors").assertModelled(Batch.Errors.class, "object");
            SchemaUnion.of(file, schema + "BatchError").assertModelled(Batch.Problem.class);
            SchemaUnion.of(file, schema + "BatchRequestCounts").assertModelled(Batch.RequestCounts.class);
            SchemaUnion.of(file, schema + "Batch/properties/usage").assertModelled(Usage.class, "total_tokens");
        }
        SchemaUnion.of(AUGUST, "/components/schemas/BatchFileExpirationAfter")
                .assertModelled(BatchRequest.OutputExpiresAfter.class);
        SchemaUnion.of(AUGUST, "/components/schemas/CreateBatchRequest").assertModelled(BatchRequest.class);
        SchemaUnion.of(NEWER, "/$defs/BatchCreateParams").assertModelled(BatchRequest.class);
        SchemaUnion.of(LINES, "/$defs/RequestLine").assertModelled(BatchLine.class, "method", "url");
        SchemaUnion.of(LINES, "/$defs/OutputLine").assertModelled(BatchResult.class);
        SchemaUnion.of(LINES, "/$defs/OutputLine/properties/response").assertModelled(BatchResult.Answer.class);
        SchemaUnion.of(LINES, "/$defs/OutputLine/properties/error").assertModelled(BatchResult.Error.class);
    }

    @Test
    void everyStatusAndEndpointOfTheSchemasHasAConstant() {
        assertEquals(values("/components/schemas/Batch/properties/status"), constants(BatchStatus.class));
        assertEquals(
                values("/components/schemas/CreateBatchRequest/properties/endpoint"), constants(BatchEndpoint.class));
    }

    @Test
    void everyRequestIsValid() {
        for (BatchRequest request : List.of(
                BatchRequest.of("file-1", BatchEndpoint.RESPONSES),
                BatchRequest.of("file-1", BatchEndpoint.EMBEDDINGS).metadata(Map.of("order", "42")),
                BatchRequest.of("file-1", BatchEndpoint.VIDEOS)
                        .metadata(Map.of("order", "42"))
                        .outputExpiresAfter(Duration.ofHours(1)))) {
            SentJson.assertValid(AUGUST, "/components/schemas/CreateBatchRequest", request.toJson());
            SentJson.assertValid(NEWER, "/$defs/root.BatchCreateParams", request.toJson());
        }
        assertFalse(SentJson.problems(NEWER, "/$defs/root.BatchCreateParams", Json.parse("{\"x\":1}"))
                .isEmpty());
    }

    @Test
    void everyLineIsValidAndOnOneLine() {
        ResponseRequest request = ResponseRequest.builder("gpt-6-luna")
                .instructions("Two\nlines")
                .addInput(InputItem.of(Json.parse("{\n\"type\": \"item_reference\",\r\n\"id\": \"msg_1\"\n}")))
                .build();
        for (BatchLine line : List.of(
                BatchLine.of("a", request),
                new BatchLine("b\n", BatchEndpoint.EMBEDDINGS, Json.parse("{\"input\":\n[]}")))) {
            SentJson.assertValid(LINES, "/$defs/RequestLine", line.toJson());
            assertEquals(1, line.toJson().text().lines().count());
        }
        assertEquals(
                "{\"custom_id\":\"b\",\"method\":\"POST\",\"url\":\"/v1/embeddings\",\"body\":{\"input\": []}}",
                new BatchLine("b", BatchEndpoint.EMBEDDINGS, Json.parse("{\"input\":\n[]}"))
                        .toJson()
                        .text());
    }

    @Test
    void everyResultIsReadAndKept() {
        for (JsonNode line : SchemaSamples.of(LINES, "/$defs/OutputLine")) {
            WireChecks.assertTolerant(line, BatchContractTest::readAndWriteLine);
        }
    }

    /** Without a custom id nobody knows what a line is about. */
    private static String readAndWriteLine(String json) {
        if (!Spec.tree(json).path("custom_id").isTextual()) {
            assertThrows(DecodeException.class, () -> BatchResult.of(Json.parse(json)));
            return json;
        }
        return BatchResult.of(Json.parse(json)).toJson().text();
    }

    private static Set<String> values(String pointer) {
        Set<String> values = new TreeSet<>();
        Spec.schema(AUGUST).at(pointer + "/enum").forEach(it -> values.add(it.asText()));
        return values;
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> constants = new TreeSet<>();
        for (var field : type.getFields()) {
            if (field.getType() == type) {
                try {
                    constants.add(field.get(null).toString());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return constants;
    }
}
