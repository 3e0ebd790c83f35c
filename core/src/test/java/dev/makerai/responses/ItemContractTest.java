package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.Json;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.WireChecks;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the items and everything in them against the published schemas. */
class ItemContractTest {
    private static final String NEWER = "wire-2026-11.responses.schema.json";
    private static final String AUGUST = "responses.openapi.json";
    private static final UnaryOperator<String> OUTPUT =
            text -> OutputItem.of(Json.parse(text)).toJson().text();
    private static final UnaryOperator<String> INPUT =
            text -> InputItem.of(Json.parse(text)).toJson().text();

    @Test
    void everyOutputItemAndAllItsMembersAreModelled() {
        for (SchemaUnion union : List.of(
                SchemaUnion.of(NEWER, "/$defs/ResponseOutputItem"),
                SchemaUnion.of(AUGUST, "/components/schemas/OutputItem"))) {
            assertEquals(28, union.labels().size());
            union.assertModelled(ResponsesWire.OUTPUT_ITEMS);
            union.assertNothingMore(ResponsesWire.OUTPUT_ITEMS);
        }
    }

    @Test
    void everyInputItemAndAllItsMembersAreModelled() {
        SchemaUnion newer = SchemaUnion.of(NEWER, "/$defs/ResponseInputItem");
        newer.assertModelled(ResponsesWire.INPUT_ITEMS);
        newer.assertNothingMore(ResponsesWire.INPUT_ITEMS);
        SchemaUnion august = SchemaUnion.of(AUGUST, "/components/schemas/InputItem");
        august.assertModelled(ResponsesWire.INPUT_ITEMS);
        august.assertNothingMore(ResponsesWire.INPUT_ITEMS, "configuration_update");
    }

    @Test
    void everyItemOfAConversationIsModelled() {
        SchemaUnion union = SchemaUnion.of("conversations.openapi.json", "/components/schemas/ConversationItem");

        union.assertModelled(ResponsesWire.INPUT_ITEMS, "function_call.created_by");
        SchemaUnion.of("conversations.openapi.json", "/components/schemas/Message/properties/content")
                .assertModelled(ResponsesWire.INPUT_CONTENT, "text");
    }

    @ParameterizedTest
    @MethodSource("nestedUnions")
    void everyUnionInsideAnItemIsModelled(String pointer, Map<String, Class<?>> table) {
        SchemaUnion union = SchemaUnion.of(NEWER, pointer);

        union.assertModelled(table);
        union.assertNothingMore(table);
    }

    static List<Object[]> nestedUnions() {
        String call = "/properties/caller";
        return List.of(
                union("/$defs/ResponseOutputText/properties/annotations", ResponsesWire.ANNOTATIONS),
                union("/$defs/ResponseFunctionToolCall" + call, ResponsesWire.CALLERS),
                union("/$defs/ResponseCustomToolCallOutput" + call, ResponsesWire.CALLERS),
                union("/$defs/ResponseFunctionWebSearch/properties/action", ItemPartsWire.WEB_SEARCH_ACTIONS),
                union("/$defs/ResponseComputerToolCall/properties/action", ItemPartsWire.COMPUTER_ACTIONS),
                union("/$defs/ComputerAction", ItemPartsWire.COMPUTER_ACTIONS),
                union(
                        "/$defs/ResponseCodeInterpreterToolCall/properties/outputs/anyOf/0",
                        ItemPartsWire.CODE_INTERPRETER_OUTPUTS),
                union("/$defs/ResponseInputItem.ShellCall/properties/environment", ItemPartsWire.SHELL_ENVIRONMENTS),
                union("/$defs/ResponseFunctionShellToolCall/properties/environment", ItemPartsWire.SHELL_ENVIRONMENTS),
                union(
                        "/$defs/ResponseFunctionShellToolCallOutput.Output/properties/outcome",
                        ItemPartsWire.SHELL_OUTCOMES),
                union("/$defs/ResponseApplyPatchToolCall/properties/operation", ItemPartsWire.PATCH_OPERATIONS),
                union("/$defs/McpToolCallError", ItemPartsWire.MCP_FAILURES));
    }

    @Test
    void everyContentPartAndAllItsMembersAreModelled() {
        for (String pointer : List.of(
                "/$defs/ResponseInputContent",
                "/$defs/ResponseFunctionCallOutputItem",
                "/$defs/ResponseOutputMessage/properties/content",
                "/$defs/ResponseComputerToolCallOutputScreenshot")) {
            SchemaUnion.of(NEWER, pointer).assertModelled(ResponsesWire.INPUT_CONTENT);
        }
        SchemaUnion.of(AUGUST, "/components/schemas/InputContent").assertModelled(ResponsesWire.INPUT_CONTENT);
        SchemaUnion.of(AUGUST, "/components/schemas/OutputMessageContent").assertModelled(ResponsesWire.OUTPUT_CONTENT);
        SchemaUnion.of(NEWER, "/$defs/ResponseReasoningItem.Content").assertModelled(ResponsesWire.OUTPUT_CONTENT);
        SchemaUnion.of(NEWER, "/$defs/ResponseReasoningItem.Summary").assertModelled(ResponsesWire.OUTPUT_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "ResponseFileSearchToolCall.Result, dev.makerai.responses.FileSearchCall$Result",
        "ResponseFunctionWebSearch.Search.Source, dev.makerai.responses.WebSearchCall$Source",
        "ResponseComputerToolCall.PendingSafetyCheck, dev.makerai.responses.ComputerCall$SafetyCheck",
        "ResponseOutputItem.ImageGenerationCall.Error, dev.makerai.responses.ImageGenerationCall$Failure",
        "ResponseOutputItem.ImageGenerationCall.SvgUsage, dev.makerai.responses.ImageGenerationCall$SvgUsage",
        "ResponseOutputItem.LocalShellCall.Action, dev.makerai.responses.LocalShellCall$Action",
        "ResponseFunctionShellToolCall.Action, dev.makerai.responses.ShellCall$Action",
        "ResponseFunctionShellToolCallOutput.Output, dev.makerai.responses.ShellCallOutput$Output",
        "LocalSkill, dev.makerai.responses.ShellCall$Environment$Skill",
        "ResponseOutputItem.McpListTools.Tool, dev.makerai.responses.McpListTools$Tool",
        "ResponseOutputText.Logprob, dev.makerai.responses.Logprob",
        "ResponseOutputText.Logprob.TopLogprob, dev.makerai.responses.Logprob$Alternative",
        "ResponseInputText.PromptCacheBreakpoint, dev.makerai.responses.PromptCacheBreakpoint",
        "ResponseConfigurationUpdateItemParam.Reasoning, dev.makerai.responses.ConfigurationUpdate$ReasoningUpdate",
        "ResponseConfigurationUpdateItemParam.Text, dev.makerai.responses.ConfigurationUpdate$TextUpdate"
    })
    void everyObjectInsideAnItemIsModelled(String definition, String record) throws ClassNotFoundException {
        SchemaUnion.of(NEWER, "/$defs/" + definition).assertModelled(Class.forName(record));
    }

    @Test
    void everySampleOfAnOutputItemIsUnderstoodAndWrittenFromItsMembersAlone() {
        List<JsonNode> samples = samples("/$defs/ResponseOutputItem");
        assertTrue(samples.size() > 90, () -> samples.size() + " samples");
        for (JsonNode sample : samples) {
            OutputItem item = OutputItem.of(Json.parse(Spec.text(sample)));

            assertKnown(sample, item);
            assertHolds(sample, item);
            WireChecks.assertRoundTrip(sample, OUTPUT);
        }
    }

    @Test
    void everySampleOfAnInputItemIsUnderstoodAndWrittenFromItsMembersAlone() {
        List<JsonNode> samples = samples("/$defs/ResponseInputItem");
        assertTrue(samples.size() > 90, () -> samples.size() + " samples");
        for (JsonNode sample : samples) {
            InputItem item = InputItem.of(Json.parse(Spec.text(sample)));

            assertKnown(sample, item);
            assertHolds(sample, item);
            WireChecks.assertRoundTrip(sample, INPUT);
        }
    }

    @Test
    void anyChangeOfAnyItemIsReadAndKept() {
        for (JsonNode sample : SchemaSamples.onePerLabel(samples("/$defs/ResponseOutputItem"))) {
            WireChecks.assertTolerant(sample, OUTPUT);
        }
        for (JsonNode sample : SchemaSamples.onePerLabel(samples("/$defs/ResponseInputItem"))) {
            WireChecks.assertTolerant(sample, INPUT);
        }
    }

    /** Items with one plain function where they hold tools, which have tests of their own. */
    private static List<JsonNode> samples(String pointer) {
        List<JsonNode> samples = SchemaSamples.of(NEWER, pointer);
        for (JsonNode sample : samples) {
            if (sample.path("tools").path(0).has("type")) {
                ((ObjectNode) sample).set("tools", Spec.tree("""
                        [{"type":"function","name":"f","description":"d","parameters":{},"strict":true}]"""));
            }
        }
        return samples;
    }

    private static Object[] union(String pointer, Map<String, ? extends Class<?>> table) {
        return new Object[] {pointer, table};
    }

    private static void assertKnown(JsonNode sample, InputItem item) {
        assertFalse(item.toString().contains("Unknown["), () -> Spec.text(sample) + "\n" + item);
    }

    /** Writes the item without the text it was read from. */
    private static void assertHolds(JsonNode sample, InputItem item) {
        JsonNode written = Spec.tree(WireChecks.withoutSource(item).toJson().text());
        assertEquals(
                WireChecks.withoutEmpty(WireChecks.normal(sample)),
                WireChecks.withoutEmpty(WireChecks.normal(written)),
                () -> "of " + item.getClass());
    }
}
