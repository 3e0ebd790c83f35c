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

    static final Map<String, Class<? extends WebSearchCall.Action>> WEB_SEARCH_ACTIONS = Map.of(
            "search", WebSearchCall.Action.Search.class,
            "open_page", WebSearchCall.Action.OpenPage.class,
            "find_in_page", WebSearchCall.Action.FindInPage.class);

    static final Map<String, Class<? extends ComputerCall.Action>> COMPUTER_ACTIONS = Map.of(
            "click", ComputerCall.Action.Click.class,
            "double_click", ComputerCall.Action.DoubleClick.class,
            "drag", ComputerCall.Action.Drag.class,
            "keypress", ComputerCall.Action.Keypress.class,
            "move", ComputerCall.Action.Move.class,
            "screenshot", ComputerCall.Action.Screenshot.class,
            "scroll", ComputerCall.Action.Scroll.class,
            "type", ComputerCall.Action.Type.class,
            "wait", ComputerCall.Action.Wait.class);

    static final Map<String, Class<? extends CodeInterpreterCall.Output>> CODE_INTERPRETER_OUTPUTS =
            Map.of("logs", CodeInterpreterCall.Output.Logs.class, "image", CodeInterpreterCall.Output.Image.class);

    static final Map<String, Class<? extends ShellCall.Environment>> SHELL_ENVIRONMENTS = Map.of(
            "local", ShellCall.Environment.Local.class,
            "container_reference", ShellCall.Environment.ContainerReference.class);

    static final Map<String, Class<? extends ShellCallOutput.Outcome>> SHELL_OUTCOMES =
            Map.of("exit", ShellCallOutput.Outcome.Exit.class, "timeout", ShellCallOutput.Outcome.Timeout.class);

    static final Map<String, Class<? extends ApplyPatchCall.Operation>> PATCH_OPERATIONS = Map.of(
            "create_file", ApplyPatchCall.Operation.CreateFile.class,
            "update_file", ApplyPatchCall.Operation.UpdateFile.class,
            "delete_file", ApplyPatchCall.Operation.DeleteFile.class);

    static final Map<String, Class<? extends McpCall.Failure>> MCP_FAILURES = Map.of(
            "mcp_protocol_error", McpCall.Failure.ProtocolError.class,
            "mcp_tool_execution_error", McpCall.Failure.ExecutionError.class,
            "http_error", McpCall.Failure.HttpError.class);

    static final Map<String, Class<? extends PromptCacheDiagnostics>> CACHE_DIAGNOSTICS = Map.of(
            "cache_hit", PromptCacheDiagnostics.CacheHit.class,
            "cache_miss", PromptCacheDiagnostics.CacheMiss.class,
            "comparison_response_not_found", PromptCacheDiagnostics.ComparisonResponseNotFound.class,
            "unavailable", PromptCacheDiagnostics.Unavailable.class);

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
                .union(WebSearchCall.Action.class, WebSearchCall.Action.Unknown.class, WEB_SEARCH_ACTIONS)
                .union(ComputerCall.Action.class, ComputerCall.Action.Unknown.class, COMPUTER_ACTIONS)
                .union(
                        CodeInterpreterCall.Output.class,
                        CodeInterpreterCall.Output.Unknown.class,
                        CODE_INTERPRETER_OUTPUTS)
                .union(ShellCall.Environment.class, ShellCall.Environment.Unknown.class, SHELL_ENVIRONMENTS)
                .union(ShellCallOutput.Outcome.class, ShellCallOutput.Outcome.Unknown.class, SHELL_OUTCOMES)
                .union(ApplyPatchCall.Operation.class, ApplyPatchCall.Operation.Unknown.class, PATCH_OPERATIONS)
                .union(McpCall.Failure.class, McpCall.Failure.Unknown.class, MCP_FAILURES)
                .union(PromptCacheDiagnostics.class, PromptCacheDiagnostics.Unknown.class, CACHE_DIAGNOSTICS)
                .label("exec", LocalShellCall.Action.class)
                .union(
                        TextFormat.class,
                        TextFormat.Unknown.class,
                        Map.of(
                                "text", TextFormat.Text.class,
                                "json_schema", TextFormat.JsonSchema.class,
                                "json_object", TextFormat.JsonObject.class))
                .later(ToolsWire::name)
                .list(InputContent.class, new TextOrParts());
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
