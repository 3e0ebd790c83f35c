package dev.makerai.responses;

import static java.util.Map.entry;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names the unions of this wire. */
final class ResponsesWire {
    static final Map<String, Class<? extends OutputItem>> OUTPUT_ITEMS = Map.ofEntries(
            entry("message", OutputMessage.class),
            entry("reasoning", Reasoning.class),
            entry("function_call", FunctionCall.class),
            entry("function_call_output", FunctionCallOutput.class),
            entry("custom_tool_call", CustomToolCall.class),
            entry("custom_tool_call_output", CustomToolCallOutput.class),
            entry("file_search_call", FileSearchCall.class),
            entry("web_search_call", WebSearchCall.class),
            entry("computer_call", ComputerCall.class),
            entry("computer_call_output", ComputerCallOutput.class),
            entry("code_interpreter_call", CodeInterpreterCall.class),
            entry("image_generation_call", ImageGenerationCall.class),
            entry("local_shell_call", LocalShellCall.class),
            entry("local_shell_call_output", LocalShellCallOutput.class),
            entry("shell_call", ShellCall.class),
            entry("shell_call_output", ShellCallOutput.class),
            entry("apply_patch_call", ApplyPatchCall.class),
            entry("apply_patch_call_output", ApplyPatchCallOutput.class),
            entry("mcp_list_tools", McpListTools.class),
            entry("mcp_call", McpCall.class),
            entry("mcp_approval_request", McpApprovalRequest.class),
            entry("mcp_approval_response", McpApprovalResponse.class),
            entry("tool_search_call", ToolSearchCall.class),
            entry("tool_search_output", ToolSearchOutput.class),
            entry("additional_tools", AdditionalTools.class),
            entry("program", Program.class),
            entry("program_output", ProgramOutput.class),
            entry("compaction", Compaction.class));

    /** All that a model sends, but with messages in the form that is sent to it. */
    static final Map<String, Class<? extends InputItem>> INPUT_ITEMS = inputItems();

    static final Map<String, Class<? extends OutputContent>> OUTPUT_CONTENT = Map.of(
            "output_text", OutputText.class,
            "refusal", Refusal.class,
            "summary_text", Reasoning.SummaryText.class,
            "reasoning_text", Reasoning.ReasoningText.class);

    static final Map<String, Class<? extends InputContent>> INPUT_CONTENT = Map.of(
            "input_text", InputText.class,
            "input_image", InputImage.class,
            "input_file", InputFile.class,
            "computer_screenshot", ComputerScreenshot.class,
            "output_text", OutputText.class,
            "refusal", Refusal.class,
            "summary_text", Reasoning.SummaryText.class,
            "reasoning_text", Reasoning.ReasoningText.class);

    static final Map<String, Class<? extends Annotation>> ANNOTATIONS = Map.of(
            "file_citation", Annotation.FileCitation.class,
            "url_citation", Annotation.UrlCitation.class,
            "container_file_citation", Annotation.ContainerFileCitation.class,
            "file_path", Annotation.FilePath.class);

    static final Map<String, Class<? extends ToolCaller>> CALLERS =
            Map.of("direct", ToolCaller.Direct.class, "program", ToolCaller.Program.class);

    // Stands behind the tables that it is made of.
    static final Codecs CODECS = builder().factory(new ReadRecords()).build();

    private ResponsesWire() {}

    /** The unions, with all records left to reflection. */
    static Codecs.Builder builder() {
        return Codecs.builder()
                .union(OutputItem.class, OutputItem.Unknown.class, OUTPUT_ITEMS)
                .union(InputItem.class, OutputItem.Unknown.class, INPUT_ITEMS)
                .unlabelled(InputItem.class, "role", InputMessage.class)
                .unlabelled(InputItem.class, "id", ItemReference.class)
                .union(OutputContent.class, OutputContent.Unknown.class, OUTPUT_CONTENT)
                .union(InputContent.class, InputContent.Unknown.class, INPUT_CONTENT)
                .union(Annotation.class, Annotation.Unknown.class, ANNOTATIONS)
                .union(ToolCaller.class, ToolCaller.Unknown.class, CALLERS)
                .label("exec", LocalShellCall.Action.class)
                .union(
                        TextFormat.class,
                        TextFormat.Unknown.class,
                        Map.of(
                                "text", TextFormat.Text.class,
                                "json_schema", TextFormat.JsonSchema.class,
                                "json_object", TextFormat.JsonObject.class))
                .later(ResponsesWire::nameRarer)
                .list(InputContent.class, new TextOrParts());
    }

    private static void nameRarer(Codecs.Builder codecs) {
        ItemPartsWire.name(codecs);
        ToolsWire.name(codecs);
    }

    private static Map<String, Class<? extends InputItem>> inputItems() {
        Map<String, Class<? extends InputItem>> items = new HashMap<>(OUTPUT_ITEMS);
        items.put("message", InputMessage.class);
        items.put("item_reference", ItemReference.class);
        items.put("compaction_trigger", CompactionTrigger.class);
        items.put("configuration_update", ConfigurationUpdate.class);
        return Map.copyOf(items);
    }

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** The label of an object that is kept as it is; empty if it has none. */
    static String typeOf(Json object) {
        Json type = object.get("type");
        String label = type == null ? null : type.string();
        return label == null ? "" : label;
    }
}
