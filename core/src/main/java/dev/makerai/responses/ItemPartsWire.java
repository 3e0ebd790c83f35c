package dev.makerai.responses;

import dev.makerai.internal.json.Codecs;
import java.util.Map;

/** Names the unions inside items that only some programs ever meet: a first answer in text is quicker without them. */
final class ItemPartsWire {
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

    private ItemPartsWire() {}

    static void name(Codecs.Builder codecs) {
        codecs.union(WebSearchCall.Action.class, WebSearchCall.Action.Unknown.class, WEB_SEARCH_ACTIONS)
                .union(ComputerCall.Action.class, ComputerCall.Action.Unknown.class, COMPUTER_ACTIONS)
                .union(
                        CodeInterpreterCall.Output.class,
                        CodeInterpreterCall.Output.Unknown.class,
                        CODE_INTERPRETER_OUTPUTS)
                .union(ShellCall.Environment.class, ShellCall.Environment.Unknown.class, SHELL_ENVIRONMENTS)
                .union(ShellCallOutput.Outcome.class, ShellCallOutput.Outcome.Unknown.class, SHELL_OUTCOMES)
                .union(ApplyPatchCall.Operation.class, ApplyPatchCall.Operation.Unknown.class, PATCH_OPERATIONS)
                .union(McpCall.Failure.class, McpCall.Failure.Unknown.class, MCP_FAILURES)
                .union(PromptCacheDiagnostics.class, PromptCacheDiagnostics.Unknown.class, CACHE_DIAGNOSTICS);
    }
}
