package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import dev.makerai.wire.RequestSchemas;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting, compacting and reading with more than the usual. */
class ResponsesServiceTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private Transport transport;
    private Responses responses;

    @BeforeEach
    void open() {
        transport = new Transport(TransportConfig.builder()
                .baseUrl(server.url("/v1").toString())
                .apiKey("sk-test-0123456789")
                .build());
        responses = new Responses(transport);
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aStoredResponseIsReadWithMore() throws Exception {
        answer("{\"id\":\"resp_1\",\"output\":[]}");
        answer("{\"id\":\"resp_1\",\"output\":[]}");

        assertEquals(
                "resp_1",
                responses
                        .retrieve("resp_1", Include.FILE_SEARCH_RESULTS, Include.REASONING_ENCRYPTED_CONTENT)
                        .id());
        responses.retrieve("resp_1");

        RecordedRequest request = server.takeRequest();
        assertEquals("/v1/responses/resp_1", request.getUrl().encodedPath());
        assertEquals(
                List.of("file_search_call.results", "reasoning.encrypted_content"),
                request.getUrl().queryParameterValues("include[]"));
        assertEquals("/v1/responses/resp_1", server.takeRequest().getTarget());
    }

    @Test
    void onlyWhatTheCountDependsOnIsSentForCounting() throws Exception {
        answer("{\"object\":\"response.input_tokens\",\"input_tokens\":123}");
        ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
                .input("Which filament?")
                .instructions("Be brief.")
                .previousResponseId("resp_1")
                .tools(List.of(WebSearchTool.of()))
                .toolChoice(ToolChoice.AUTO)
                .parallelToolCalls(true)
                .reasoningEffort(ReasoningEffort.LOW)
                .verbosity(Verbosity.LOW)
                .extra("truncation", Json.string("auto"))
                .extra("personality", Json.string("friendly"))
                .store(false)
                .maxOutputTokens(100)
                .metadata(Map.of("a", "b"))
                .includeObfuscation(true)
                .build();

        assertEquals(123, responses.countInputTokens(request));

        RecordedRequest sent = server.takeRequest();
        assertEquals("POST /v1/responses/input_tokens", sent.getMethod() + " " + sent.getTarget());
        String body = sent.getBody().utf8();
        RequestSchemas.of(
                        CreateSchemas.NEWER,
                        "root.InputTokenCountParams",
                        CreateSchemas.AUGUST,
                        "TokenCountsBody",
                        CreateSchemas.BEYOND_AUGUST)
                .assertValid(body);
        Set<String> members = new HashSet<>();
        Spec.schema(CreateSchemas.NEWER)
                .at("/$defs/InputTokenCountParams/properties")
                .fieldNames()
                .forEachRemaining(members::add);
        members.remove("conversation");
        assertEquals(members, Json.parse(body).members().keySet());
    }

    @Test
    void anAnswerWithoutACountIsRefused() {
        answer("{\"object\":\"response.input_tokens\"}");

        DecodeException e = assertThrows(
                DecodeException.class,
                () -> responses.countInputTokens(ResponseRequest.builder("m").build()));
        assertTrue(e.getMessage().contains("input_tokens"), e.getMessage());
        assertEquals("req_1", e.requestId());
    }

    @Test
    void aLongConversationIsCompactedAndGoesOn() throws Exception {
        String compaction = "{ \"type\":\"compaction\",\"id\":\"cmp_1\",\"encrypted_content\":\"x\"}";
        answer("{\"id\":\"resp_2\",\"created_at\":1,\"usage\":{\"input_tokens\":9,\"output_tokens\":1},"
                + "\"output\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"Hi\"}," + compaction + "]}");

        CompactedResponse compacted = responses.compact(
                CompactRequest.builder("m").previousResponseId("resp_1").build());

        assertEquals("resp_2", compacted.id());
        assertEquals("req_1", compacted.requestId());
        assertEquals(10, compacted.usage().totalTokens());
        assertEquals(1, compacted.createdAt().getEpochSecond());
        RecordedRequest sent = server.takeRequest();
        assertEquals("POST /v1/responses/compact", sent.getMethod() + " " + sent.getTarget());
        assertEquals(
                "{\"model\":\"m\",\"previous_response_id\":\"resp_1\"}",
                sent.getBody().utf8());
        List<Json> next = ResponseRequest.builder("m")
                .input(compacted.output())
                .addInput(InputMessage.user("And outdoors?"))
                .build()
                .toJson()
                .get("input")
                .elements();
        assertEquals(3, next.size());
        assertEquals(compaction, next.get(1).text());
    }

    @Test
    void everyCompactRequestIsValid() {
        RequestSchemas schemas = RequestSchemas.of(
                CreateSchemas.NEWER,
                "root.ResponseCompactParams",
                CreateSchemas.AUGUST,
                "CompactResponseMethodPublicBody",
                CreateSchemas.BEYOND_AUGUST);
        CompactRequest request = CompactRequest.builder("m")
                .input("Hi")
                .addInput(InputMessage.user("Which filament?"))
                .instructions("Keep the prices.")
                .previousResponseId("resp_1")
                .promptCacheKey("shop")
                .promptCacheOptions(PromptCacheOptions.of(PromptCacheOptions.Ttl.MINUTES_30))
                .serviceTier(ServiceTier.FLEX)
                .image(ImageOptions.AUTO)
                .build();

        schemas.assertValid(request.toJson().text());
        Set<String> members = new HashSet<>();
        Spec.schema(CreateSchemas.NEWER)
                .at("/$defs/ResponseCompactParams/properties")
                .fieldNames()
                .forEachRemaining(members::add);
        // Deprecated.
        members.remove("prompt_cache_retention");
        assertEquals(members, request.toJson().members().keySet());
        assertEquals(request, request.toBuilder().build());
        assertEquals(request.hashCode(), request.toBuilder().build().hashCode());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> CompactRequest.builder("m").build());
        assertTrue(e.getMessage().contains("nothing to compact"), e.getMessage());
    }

    @Test
    void everyCompactedResponseIsReadAndKeptHoweverItChanges() throws IOException {
        for (JsonNode example : Spec.objects(
                        node -> node.path("object").asText().equals("response.compaction"))
                .values()) {
            WireChecks.assertRoundTrip(example, ResponsesServiceTest::readAndWrite);
            assertEquals(
                    example.path("output").size(),
                    CompactedResponse.of(Json.parse(Spec.text(example)))
                            .output()
                            .size());
            for (JsonNode item : example.path("output")) {
                WireChecks.assertTolerant(
                        item, it -> InputItem.of(Json.parse(it)).toJson().text());
            }
        }
        for (JsonNode sample : SchemaSamples.of(CreateSchemas.NEWER, "/$defs/CompactedResponse")) {
            WireChecks.assertRoundTrip(sample, ResponsesServiceTest::readAndWrite);
        }
        assertEquals(
                "",
                CompactedResponse.of(Json.parse("{\"id\":null,\"usage\":7}")).id());
    }

    private static String readAndWrite(String text) {
        return CompactedResponse.of(Json.parse(text)).toJson().text();
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("x-request-id", "req_1")
                .body(body)
                .build());
    }
}
