package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.Json;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDetailsTest {
    private static final String NEWER = "wire-2026-11.responses.schema.json";
    private static final String AUGUST = "responses.openapi.json";

    @Test
    void everyMemberOfAResponseIsModelled() {
        for (SchemaUnion response : List.of(
                SchemaUnion.of(NEWER, "/$defs/Response"), SchemaUnion.of(AUGUST, "/components/schemas/Response"))) {
            Set<String> missing = new TreeSet<>(response.members(""));
            missing.removeAll(SchemaUnion.wireNames(Response.class));
            missing.removeAll(SchemaUnion.wireNames(ResponseDetails.class));
            missing.remove("output_text");

            assertEquals(Set.of("object"), missing);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ResponseUsage, dev.makerai.responses.Usage, total_tokens",
        "ResponseUsage.InputTokensDetails, dev.makerai.responses.Usage$InputDetails,",
        "ResponseUsage.InputTokensDetails.CacheWriteTokensDetails, dev.makerai.responses.Usage$CacheWrites,",
        "ResponseUsage.OutputTokensDetails, dev.makerai.responses.Usage$OutputDetails,",
        "ResponseError, dev.makerai.responses.ResponseError,",
        "ResponseError.Misalignment, dev.makerai.responses.ResponseError$Misalignment,",
        "ResponseError.Misalignment.Steer, dev.makerai.responses.ResponseError$Steer,",
        "Response.IncompleteDetails, dev.makerai.responses.IncompleteDetails,",
        "Response.InputTransformation, dev.makerai.responses.ResponseDetails$InputTransformation,",
        "Response.PromptCacheOptions, dev.makerai.responses.ResponseDetails$PromptCache,",
        "Response.Conversation, dev.makerai.responses.ResponseDetails$Conversation,",
        "Reasoning, dev.makerai.responses.ResponseDetails$Thinking,",
        "ResponseTextConfig, dev.makerai.responses.ResponseDetails$Text,",
        "Response.ToolUsage, dev.makerai.responses.ToolUsage,",
        "Response.ToolUsage.WebSearch, dev.makerai.responses.ToolUsage$WebSearch,",
        "Response.ToolUsage.ImageGen, dev.makerai.responses.ToolUsage$ImageGeneration,",
        "Response.ToolUsage.ImageGen.InputTokensDetails, dev.makerai.responses.ToolUsage$Kinds,",
        "Response.ToolUsage.ImageGen.CachedTokensDetails, dev.makerai.responses.ToolUsage$CachedKinds,"
    })
    void everyObjectInsideAResponseIsModelled(String definition, String record, String leftOut)
            throws ClassNotFoundException {
        String[] none = leftOut == null ? new String[0] : new String[] {leftOut};
        SchemaUnion.of(NEWER, "/$defs/" + definition).assertModelled(Class.forName(record), none);
    }

    @Test
    void everyAnswerAboutTheCacheIsModelled() {
        SchemaUnion.of(NEWER, "/$defs/Response/properties/prompt_cache_diagnostics")
                .assertModelled(ItemPartsWire.CACHE_DIAGNOSTICS);
    }

    @Test
    void everySampleOfAResponseIsHeldByItsTypedMembers() {
        List<JsonNode> samples = SchemaSamples.of(NEWER, "/$defs/Response");
        assertFalse(samples.isEmpty());
        for (JsonNode sample : samples) {
            ((ObjectNode) sample).set("tools", Spec.tree("[{\"type\":\"x\"}]"));
            ((ObjectNode) sample).set("output", Spec.tree("[]"));
            Response response = Response.of(Json.parse(Spec.text(sample)));

            ObjectNode written = (ObjectNode)
                    Spec.tree(WireChecks.withoutSource(response).toJson().text());
            written.setAll((ObjectNode)
                    Spec.tree(ResponsesWire.CODECS.encode(response.details()).text()));
            written.put("object", "response");
            ((ObjectNode) written.path("usage"))
                    .set("total_tokens", sample.path("usage").path("total_tokens"));
            assertEquals(
                    WireChecks.withoutEmpty(WireChecks.normal(sample)),
                    WireChecks.withoutEmpty(WireChecks.normal(written)));
        }
    }

    @Test
    void anyChangeOfDetailsIsRead() throws IOException {
        JsonNode response = Spec.examples().get("responses/response.json");
        assertNotNull(response);

        WireChecks.assertReadable(
                response,
                text -> ResponsesWire.decode(ResponseDetails.class, Json.parse(text))
                        .toString());
    }

    @Test
    void detailsSayHowTheServiceUnderstoodTheRequest() {
        Response response = Response.of(Json.parse("""
                {"output":[],"completed_at":1764000000,"background":true,"conversation":{"id":"conv_1"},
                 "previous_response_id":"resp_0","instructions":"Be brief","temperature":0.5,"truncation":"auto",
                 "tools":[{"type":"x_new"}],"tool_choice":"required","text":{"format":{"type":"text"},"verbosity":"low"},
                 "reasoning":{"effort":"high","mode":"pro"},"tool_usage":{"web_search":{"num_requests":3}},
                 "input_transformations":[{"type":"reasoning","id":"rs_1","action":"removed","reason":"model_mismatch"}],
                 "prompt_cache_diagnostics":{"type":"cache_miss","reason":"tools_changed","cache_missed_tokens":7}}"""));

        ResponseDetails details = response.details();

        assertEquals(Instant.ofEpochSecond(1764000000), response.completedAt());
        assertEquals("conv_1", response.conversationId());
        assertEquals("resp_0", response.previousResponseId());
        assertEquals(true, details.background());
        assertEquals("Be brief", details.instructions().string());
        assertEquals(0.5, details.temperature());
        assertEquals(1, details.tools().size());
        assertEquals(ToolChoice.REQUIRED, details.toolChoice());
        assertEquals(Verbosity.LOW, details.text().verbosity());
        assertEquals(ReasoningEffort.HIGH, details.reasoning().effort());
        assertEquals(3, details.toolUsage().webSearch().numRequests());
        assertEquals("model_mismatch", details.inputTransformations().get(0).reason());
        assertEquals(new PromptCacheDiagnostics.CacheMiss("tools_changed", 7L, null), details.promptCacheDiagnostics());
    }

    @Test
    void whatIsMissingOrOddIsNullOrEmpty() {
        ResponseDetails details = Response.of(
                        Json.parse("{\"output\":[],\"tools\":5,\"temperature\":\"hot\",\"conversation\":{}}"))
                .details();

        assertTrue(details.tools().isEmpty());
        assertTrue(details.inputTransformations().isEmpty());
        assertNull(details.temperature());
        assertNull(details.conversation());
        assertNull(Response.of(Json.parse("{\"output\":[]}")).completedAt());
    }
}
