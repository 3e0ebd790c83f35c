package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.makerai.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds what is sent against the published shape of a request. */
class RequestSchemaTest {
    private static final Json SCHEMA =
            Json.parse("{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}");

    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private JsonSchema schema;

    @BeforeEach
    void readSchema() throws IOException {
        ObjectNode document = (ObjectNode) Spec.JACKSON.readTree(
                Spec.folder().resolve("wire-2026-11.responses.schema.json").toFile());
        document.put("$ref", "#/$defs/root.ResponseCreate");
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
    }

    @Test
    void theCheckFindsWhatIsWrong() {
        assertFalse(problems(Spec.tree("{\"model\":5}")).isEmpty());
        assertFalse(problems(Spec.tree("{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\"}]}"))
                .isEmpty());
        assertFalse(problems(Spec.tree("{\"model\":\"m\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"}]}"))
                .isEmpty());
    }

    @Test
    void aPlainQuestionIsValid() {
        assertValid(ResponseRequest.builder("gpt-6.1-sol").input("Which filament?"));
    }

    @Test
    void everyMemberThatTheBuilderKnowsIsValid() {
        ResponseRequest.Builder request = ResponseRequest.builder("gpt-6.1-sol")
                .input("Which filament?")
                .instructions("Be brief.")
                .previousResponseId("resp_1")
                .store(true)
                .tools(List.of(
                        FunctionTool.of("f", "Does it", SCHEMA),
                        FunctionTool.of("g", "Does that", SCHEMA).withStrict(false),
                        ResponseTool.of(Json.parse("{\"type\":\"web_search\"}"))))
                .toolChoice(ToolChoice.function("f"))
                .parallelToolCalls(false)
                .textFormat(TextFormat.jsonSchema("quote", SCHEMA))
                .verbosity(Verbosity.LOW)
                .reasoningEffort(ReasoningEffort.HIGH)
                .reasoningSummary(ReasoningSummary.AUTO)
                .maxOutputTokens(1000)
                .temperature(0.5)
                .topP(1)
                .include(List.of(Include.REASONING_ENCRYPTED_CONTENT, Include.INPUT_IMAGE_URL))
                .metadata(Map.of("order", "42"))
                .promptCacheKey("shop")
                .safetyIdentifier("hash")
                .serviceTier(ServiceTier.FLEX)
                .extra("max_tool_calls", Json.parse("3"));

        assertValid(request);
        JsonNode sent = Spec.tree(request.build().toJson().text());
        JsonNode known = Spec.tree(definition("ResponseCreateParamsNonStreaming"));
        sent.fieldNames()
                .forEachRemaining(name -> assertTrue(known.path("properties").has(name), name));
        assertEquals(19, sent.size());
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
                OutputMessage.of("msg_2", "Hello"),
                InputItem.of(Json.parse("{\"type\":\"compaction_trigger\"}"))));

        assertValid(ResponseRequest.builder("gpt-6.1-sol").input(items));
        for (InputItem item : items) {
            assertValid(ResponseRequest.builder("gpt-6.1-sol").addInput(item));
        }
    }

    @Test
    void everyChoiceAndEveryOpenValueWithAConstantIsValid() {
        for (ToolChoice choice : List.of(ToolChoice.AUTO, ToolChoice.NONE, ToolChoice.REQUIRED)) {
            assertValid(ResponseRequest.builder("m").input("x").toolChoice(choice));
        }
        constants(ReasoningEffort.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").reasoningEffort(it)));
        constants(ReasoningSummary.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").reasoningSummary(it)));
        constants(Verbosity.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").verbosity(it)));
        constants(ServiceTier.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").serviceTier(it)));
        constants(Include.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").include(List.of(it))));
        constants(Role.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m").addInput(InputMessage.of(it, "x"))));
        constants(ImageDetail.class)
                .forEach(it -> assertValid(ResponseRequest.builder("m")
                        .addInput(InputMessage.user(InputImage.ofFileId("f").withDetail(it)))));
        assertValid(ResponseRequest.builder("m").textFormat(TextFormat.TEXT));
        assertValid(ResponseRequest.builder("m").textFormat(new TextFormat.JsonSchema("q", "d", SCHEMA, null)));
    }

    private static <T> List<T> constants(Class<T> type) {
        List<T> constants = new ArrayList<>();
        for (var field : type.getFields()) {
            if (field.getType() == type) {
                try {
                    constants.add(type.cast(field.get(null)));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        assertFalse(constants.isEmpty());
        return constants;
    }

    private String definition(String name) {
        return Spec.text(schema.getSchemaNode().path("$defs").path(name));
    }

    private void assertValid(ResponseRequest.Builder request) {
        Json json = request.build().toJson();
        assertEquals(Set.of(), problems(Spec.tree(json.text())), json.text());
    }

    private Set<ValidationMessage> problems(JsonNode request) {
        return schema.validate(request);
    }
}
