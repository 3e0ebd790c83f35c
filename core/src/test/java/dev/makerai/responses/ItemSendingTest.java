package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import dev.makerai.wire.RequestSchemas;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.WireChecks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds items and parts that are made by hand against the published shape of what is sent. */
class ItemSendingTest {
    private static final String NEWER = "wire-2026-11.responses.schema.json";
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Test
    void everyItemThatCanBeMadeByHandIsValid() {
        RequestSchemas schemas = schemas();
        ToolCaller program = new ToolCaller.Program("call_0");
        ResponseTool tool = FunctionTool.of("f", "Does it", Json.parse("{\"type\":\"object\"}"));
        McpApprovalRequest question = new McpApprovalRequest("mcpr_1", "shop", "buy", "{}", SourceText.NONE);
        ShellCall shell = new ShellCall(
                "sh_1",
                "call_1",
                new ShellCall.Action(List.of("ls"), 1000L, 4000L),
                null,
                program,
                ItemStatus.COMPLETED,
                null,
                SourceText.NONE);
        List<InputItem> items = List.of(
                InputMessage.user("Hello"),
                InputMessage.of(Role.ASSISTANT, "Hi"),
                InputMessage.user(parts()),
                FunctionCall.of("fc_1", "call_1", "f", "{}"),
                FunctionCallOutput.of("call_1", "42"),
                FunctionCallOutput.of("call_1", Arrays.asList(parts())).withCaller(program),
                CustomToolCall.of("call_1", "run_openscad", "cube(10);"),
                CustomToolCallOutput.of("call_1", "done"),
                CustomToolCallOutput.of("call_1", Arrays.asList(parts())),
                ComputerCallOutput.of("call_1", ComputerScreenshot.of(PNG))
                        .withAcknowledged(List.of(new ComputerCall.SafetyCheck("sc_1", null, null))),
                ComputerCallOutput.of("call_1", ComputerScreenshot.ofFileId("file_1")),
                shell,
                ShellCallOutput.of(
                        shell,
                        List.of(
                                ShellCallOutput.Output.exit(0, "PETG", ""),
                                ShellCallOutput.Output.timeout("", "slow"))),
                ApplyPatchCallOutput.completed("call_1"),
                ApplyPatchCallOutput.failed("call_1", "There is no such file"),
                question,
                ToolSearchOutput.of("call_1", List.of(tool)),
                AdditionalTools.of(List.of(tool)),
                CompactionTrigger.of(),
                ItemReference.of("msg_1"));

        for (InputItem item : items) {
            schemas.assertValid(item.toJson().text());
            assertEquals(item, InputItem.of(item.toJson()), () -> "read again: " + item.toJson());
        }
        schemas.assertValid(OutputMessage.of("msg_1", "Hello").toJson().text());
        // The slice of August lacks the update, and wants members of the others that it does not have itself.
        for (InputItem item : List.of(
                ConfigurationUpdate.of(ReasoningEffort.HIGH),
                ConfigurationUpdate.of(TextFormat.TEXT),
                LocalShellCallOutput.of("call_1", "{}"),
                question.approve(),
                question.deny("Too dear"))) {
            assertEquals(Set.of(), schemas.newerProblems(Spec.tree(item.toJson().text())), item.toJson()::text);
        }
    }

    @Test
    void everyItemThatWasReadIsStillValidWhenItIsWrittenFromItsMembers() {
        RequestSchemas schemas = schemas();
        int checked = 0;
        for (JsonNode sample : SchemaSamples.of(NEWER, "/$defs/ResponseInputItem")) {
            if (sample.path("tools").path(0).has("type")) {
                ((ObjectNode) sample).set("tools", Spec.tree("[{\"type\":\"local_shell\"}]"));
            }
            InputItem item = WireChecks.withoutSource(InputItem.of(Json.parse(Spec.text(sample))));

            assertEquals(Set.of(), schemas.newerProblems(Spec.tree(item.toJson().text())), item.toJson()::text);
            checked++;
        }
        assertTrue(checked > 90);
    }

    @Test
    void aMessageAndAReferenceNeedNoType() {
        InputItem message = InputItem.of(Json.parse("{\"role\":\"user\",\"content\":\"Hello\"}"));
        InputItem reference = InputItem.of(Json.parse("{\"type\":null,\"id\":\"msg_1\"}"));

        assertEquals("Hello", assertInstanceOf(InputMessage.class, message).text());
        assertEquals("msg_1", assertInstanceOf(ItemReference.class, reference).id());
        assertEquals(
                "{\"role\":\"user\",\"content\":\"Hello\"}", message.toJson().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":5,\"id\":\"msg_1\"}", "{\"content\":\"Hello\"}", "{\"role\":7}", "{\"id\":{}}"})
    void otherObjectsWithoutATypeAreUnknown(String text) {
        InputItem item = InputItem.of(Json.parse(text));

        assertEquals(
                text, assertInstanceOf(OutputItem.Unknown.class, item).raw().text());
    }

    @Test
    void whatTheModelSaidMayStandInAMessageOfTheInput() {
        InputItem item = InputItem.of(Json.parse("""
                {"type":"message","id":"msg_1","role":"assistant","phase":"final_answer","status":"completed",
                 "content":[{"type":"output_text","text":"PETG","annotations":[],"logprobs":[]},
                            {"type":"refusal","refusal":"no"},{"type":"summary_text","text":"s"},
                            {"type":"computer_screenshot","file_id":"file_1","image_url":null}]}"""));

        InputMessage message = assertInstanceOf(InputMessage.class, item);
        assertEquals("PETG", message.text());
        assertEquals(MessagePhase.FINAL_ANSWER, message.phase());
        assertEquals(
                List.of(
                        OutputText.of("PETG"),
                        new Refusal("no"),
                        new Reasoning.SummaryText("s"),
                        ComputerScreenshot.ofFileId("file_1")),
                message.content());
    }

    @Test
    void aTextWithAMarkForTheCacheIsWrittenAsAPart() {
        InputText text = new InputText("Long rules")
                .withCacheBreakpoint(PromptCacheBreakpoint.of(PromptCacheBreakpoint.Ttl.TWELVE_HOURS));

        Json content = InputMessage.user(text).toJson().get("content");

        assertEquals(
                "[{\"type\":\"input_text\",\"text\":\"Long rules\",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\","
                        + "\"ttl\":\"12h\"}}]",
                content.text());
    }

    @Test
    void aReasoningItemMadeByHandHasTheTypesOfItsParts() {
        Reasoning reasoning = new Reasoning(
                "rs_1",
                List.of(new Reasoning.SummaryText("s")),
                List.of(new Reasoning.ReasoningText("r")),
                null,
                null,
                SourceText.NONE);

        assertEquals(
                "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"s\"}],"
                        + "\"content\":[{\"type\":\"reasoning_text\",\"text\":\"r\"}]}",
                reasoning.toJson().text());
    }

    @Test
    void aGeneratedPictureIsDecodedAndCutInItsText() {
        String base64 = "iVBORw0KGgo".repeat(20).substring(0, 200);
        OutputItem item = OutputItem.of(
                Json.parse("{\"type\":\"image_generation_call\",\"id\":\"ig_1\",\"status\":\"completed\",\"result\":\""
                        + base64 + "\"}"));

        ImageGenerationCall call = assertInstanceOf(ImageGenerationCall.class, item);
        assertEquals(150, call.bytes().length);
        assertFalse(call.toString().contains(base64));
        ImageGenerationCall failed = (ImageGenerationCall) OutputItem.of(Json.parse("""
                {"type":"image_generation_call","id":"ig_1","status":"failed","error":{"message":"Not allowed"}}"""));
        IllegalStateException e = assertThrows(IllegalStateException.class, failed::bytes);
        assertTrue(e.getMessage().contains("Not allowed"), e.getMessage());
    }

    @Test
    void aComputerCallGivesItsActionsInEitherForm() {
        ComputerCall one = (ComputerCall) OutputItem.of(Json.parse("""
                {"type":"computer_call","call_id":"c","action":{"type":"wait"},"pending_safety_checks":[]}"""));
        ComputerCall several = (ComputerCall) OutputItem.of(Json.parse("""
                {"type":"computer_call","call_id":"c","actions":[{"type":"wait"},{"type":"x_new"}]}"""));

        assertEquals(List.of(new ComputerCall.Action.Wait()), one.allActions());
        assertEquals(2, several.allActions().size());
        assertInstanceOf(ComputerCall.Action.Unknown.class, several.allActions().get(1));
    }

    private static RequestSchemas schemas() {
        return RequestSchemas.of(
                NEWER,
                "ResponseInputItem",
                "responses.openapi.json",
                "InputItem",
                Set.of("content.prompt_cache_breakpoint.ttl", "output.prompt_cache_breakpoint.ttl"));
    }

    private static InputContent[] parts() {
        PromptCacheBreakpoint mark = PromptCacheBreakpoint.of();
        return new InputContent[] {
            new InputText("What is this?"),
            new InputText("And this?").withCacheBreakpoint(mark),
            InputImage.of(PNG).withCacheBreakpoint(mark),
            InputImage.ofUrl("https://example.org/a.png").withDetail(ImageDetail.ORIGINAL),
            InputFile.of(PDF, "petg.pdf").withDetail(InputFile.Detail.LOW),
            InputFile.ofUrl("https://example.org/a.pdf")
                    .withCacheBreakpoint(PromptCacheBreakpoint.of(PromptCacheBreakpoint.Ttl.THIRTY_MINUTES)),
            InputFile.ofFileId("file_1")
        };
    }
}
