package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makerai.json.Json;
import dev.makerai.wire.RequestSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Holds what is sent against the published shape of a request. */
class RequestSchemaTest {
    private static final Json SCHEMA =
            Json.parse("{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}");

    private final RequestSchemas schemas = CreateSchemas.read();

    @Test
    void theCheckFindsWhatIsWrong() {
        for (String wrong : List.of(
                "{\"model\":5}",
                "{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\"}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"web_search\",\"x_new\":1}]}",
                "{\"model\":\"m\",\"reasoning\":{\"x_new\":1}}",
                "{\"model\":\"m\",\"x_new\":1}")) {
            assertFalse(schemas.newerProblems(Spec.tree(wrong)).isEmpty(), wrong);
            assertFalse(schemas.augustProblems(Spec.tree(wrong)).isEmpty(), wrong);
        }
    }

    @Test
    void whatIsSaidToBeBeyondAugustIs() {
        for (String beyond : List.of(
                "{\"model\":\"m\",\"access_programs\":{}}",
                "{\"model\":\"m\",\"image\":{}}",
                "{\"model\":\"m\",\"prompt_cache_options\":{\"prewarm\":true}}",
                "{\"model\":\"m\",\"prompt_cache_options\":{\"comparison_response_id\":\"r\"}}",
                "{\"model\":\"m\",\"prompt_cache_options\":{\"ttl\":\"12h\"}}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"custom\",\"name\":\"f\",\"async\":true}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"complexity\":\"low\"}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"frame_count\":2}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"frame_duration_ms\":2}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"svg\":{}}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"output_format\":\"gif\"}]}",
                "{\"model\":\"m\",\"tools\":[{\"type\":\"image_generation\",\"quality\":\"max\"}]}")) {
            assertEquals(Set.of(), schemas.newerProblems(Spec.tree(beyond)), beyond);
            assertFalse(schemas.augustProblems(Spec.tree(beyond)).isEmpty(), beyond);
        }
    }

    @Test
    void aPlainQuestionIsValid() {
        assertValid(ResponseRequest.builder("gpt-6.1-sol").input("Which filament?"));
    }

    @Test
    void everyParameterOfTheNewerDescriptionHasAMethodUnlessItGoes() {
        Set<String> sent = new TreeSet<>();
        ResponseRequest request = everything().includeObfuscation(false).build();
        Buffer streamed = new Buffer();
        request.writeStreamedTo(streamed);
        for (Json written : List.of(request.toJson(), Json.parse(streamed.readUtf8()))) {
            CreateSchemas.read().assertValid(written.text());
            sent.addAll(written.members().keySet());
        }
        Map<String, Object> overSocket = request.socketMembers();
        overSocket.put("stream_id", "lane-0");
        CreateSchemas.socket()
                .assertValid(ResponsesWire.CODECS.encode(overSocket).text());
        sent.add("conversation");
        assertValid(ResponseRequest.builder("m").conversation("conv_1").build());

        Set<String> known = new TreeSet<>();
        Spec.schema(CreateSchemas.NEWER)
                .at("/$defs/ResponseCreateParamsStreaming/properties")
                .fieldNames()
                .forEachRemaining(known::add);
        known.removeAll(Set.of("prompt", "prompt_cache_retention", "truncation", "user"));
        assertEquals(known, sent);
    }

    private static ResponseRequest.Builder everything() {
        return ResponseRequest.builder("gpt-6.1-sol")
                .input("Which filament?")
                .instructions("Be brief.")
                .previousResponseId("resp_1")
                .store(true)
                .background(true)
                .contextManagement(List.of(ContextManagement.compaction(200_000)))
                .tools(List.of(FunctionTool.of("f", "Does it", SCHEMA), WebSearchTool.of()))
                .toolChoice(ToolChoice.function("f"))
                .parallelToolCalls(false)
                .maxToolCalls(3)
                .textFormat(TextFormat.jsonSchema("quote", SCHEMA))
                .verbosity(Verbosity.LOW)
                .reasoning(ReasoningOptions.of(ReasoningEffort.HIGH)
                        .withSummary(ReasoningSummary.AUTO)
                        .withMode(ReasoningOptions.Mode.PRO)
                        .withContext(ReasoningOptions.Context.CURRENT_TURN))
                .maxOutputTokens(1000)
                .temperature(0.5)
                .topP(1)
                .topLogprobs(3)
                .include(List.of(Include.REASONING_ENCRYPTED_CONTENT, Include.INPUT_IMAGE_URL))
                .metadata(Map.of("order", "42"))
                .promptCacheKey("shop")
                .promptCacheOptions(PromptCacheOptions.of(PromptCacheOptions.Ttl.HOURS_12)
                        .withMode(PromptCacheOptions.Mode.EXPLICIT)
                        .withPrewarm(true)
                        .withComparison("resp_0"))
                .safetyIdentifier("hash")
                .serviceTier(ServiceTier.FLEX)
                .moderation(ModerationOptions.of("omni-moderation-latest")
                        .withInput(ModerationOptions.Mode.BLOCK)
                        .withOutput(ModerationOptions.Mode.SCORE))
                .image(ImageOptions.COMPRESSED)
                .accessPrograms(AccessPrograms.CYBER_STANDARD);
    }

    @Test
    void everyFormOfInputIsValid() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        List<InputItem> items = new ArrayList<>(List.of(
                InputMessage.user("Hello"),
                InputMessage.of(Role.DEVELOPER, "Be brief"),
                InputMessage.of(Role.SYSTEM, "Be kind"),
                InputMessage.of(Role.ASSISTANT, "Hi"),
                InputMessage.user(
                        new InputText("What is this?"),
                        InputImage.of(png),
                        InputImage.ofUrl("https://example.org/a.png").withDetail(ImageDetail.ORIGINAL),
                        InputImage.ofFileId("file_1")),
                FunctionCall.of("fc_1", "call_1", "f", "{}"),
                FunctionCallOutput.of("call_1", "{\"cost\":4.20}"),
                FunctionCallOutput.of("call_2", List.of(new InputText("see"), InputImage.of(png))),
                ItemReference.of("msg_1"),
                InputItem.of(Json.parse("{\"type\":\"compaction_trigger\"}"))));

        for (InputItem item : items) {
            assertValid(ResponseRequest.builder("gpt-6.1-sol").addInput(item));
        }
        // The August slice wants probabilities in a text of the model's, which the service does without.
        items.add(OutputMessage.of("msg_2", "Hello"));
        Json all = ResponseRequest.builder("gpt-6.1-sol").input(items).build().toJson();
        assertEquals(Set.of(), schemas.newerProblems(Spec.tree(all.text())), all.text());
    }

    @Test
    void everyChoiceAndEveryOpenValueWithAConstantIsValid() {
        for (ToolChoice choice : List.of(ToolChoice.AUTO, ToolChoice.NONE, ToolChoice.REQUIRED)) {
            assertValid(ResponseRequest.builder("m").input("x").toolChoice(choice));
        }
        CreateSchemas.constants(ReasoningEffort.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").reasoningEffort(it)));
        CreateSchemas.constants(ReasoningSummary.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").reasoningSummary(it)));
        CreateSchemas.constants(Verbosity.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").verbosity(it)));
        CreateSchemas.constants(ServiceTier.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").serviceTier(it)));
        CreateSchemas.constants(Include.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").include(List.of(it))));
        CreateSchemas.constants(Role.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").addInput(InputMessage.of(it, "x"))));
        CreateSchemas.constants(ImageDetail.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m")
                        .addInput(InputMessage.user(InputImage.ofFileId("f").withDetail(it)))));
        CreateSchemas.constants(ReasoningOptions.Mode.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").reasoning(ReasoningOptions.NONE.withMode(it))));
        CreateSchemas.constants(ReasoningOptions.Context.class)
                .forEach(it ->
                        assertValid(ResponseRequest.builder("m").reasoning(ReasoningOptions.NONE.withContext(it))));
        CreateSchemas.constants(PromptCacheOptions.Mode.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m")
                        .promptCacheOptions(PromptCacheOptions.of(null).withMode(it))));
        CreateSchemas.constants(PromptCacheOptions.Ttl.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").promptCacheOptions(PromptCacheOptions.of(it))));
        CreateSchemas.constants(ModerationOptions.Mode.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m")
                        .moderation(ModerationOptions.of("m").withInput(it).withOutput(it))));
        CreateSchemas.constants(ImageOptions.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").image(it)));
        CreateSchemas.constants(AccessPrograms.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").accessPrograms(it)));
        assertValid(ResponseRequest.builder("m").contextManagement(List.of(ContextManagement.compaction())));
        assertValid(ResponseRequest.builder("m").textFormat(TextFormat.TEXT));
        assertValid(ResponseRequest.builder("m").textFormat(TextFormat.JSON_OBJECT));
        assertValid(ResponseRequest.builder("m").textFormat(new TextFormat.JsonSchema("q", "d", SCHEMA, null)));
    }

    private void assertValid(ResponseRequest.Builder request) {
        assertValid(request.build());
    }

    private void assertValid(ResponseRequest request) {
        schemas.assertValid(request.toJson().text());
    }
}
