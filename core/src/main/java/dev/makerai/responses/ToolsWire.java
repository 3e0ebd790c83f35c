package dev.makerai.responses;

import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import dev.makerai.internal.json.Codecs;
import java.util.Map;

/** Names the unions that tools consist of; a program without tools never loads their classes. */
final class ToolsWire {
    static final Map<String, Class<? extends ResponseTool>> TOOLS = Map.ofEntries(
            Map.entry("function", FunctionTool.class),
            Map.entry("custom", CustomTool.class),
            Map.entry("namespace", NamespaceTool.class),
            Map.entry("tool_search", ToolSearchTool.class),
            Map.entry("programmatic_tool_calling", ProgrammaticToolCallingTool.class),
            Map.entry("file_search", FileSearchTool.class),
            Map.entry("web_search", WebSearchTool.class),
            Map.entry("web_search_2025_08_26", WebSearchTool.class),
            Map.entry("web_search_preview", WebSearchTool.Preview.class),
            Map.entry("web_search_preview_2025_03_11", WebSearchTool.Preview.class),
            Map.entry("code_interpreter", CodeInterpreterTool.class),
            Map.entry("image_generation", ImageGenerationTool.class),
            Map.entry("mcp", McpTool.class),
            Map.entry("computer", ComputerTool.class),
            Map.entry("computer_use_preview", ComputerTool.Preview.class),
            Map.entry("shell", ShellTool.class),
            Map.entry("apply_patch", ApplyPatchTool.class),
            Map.entry("local_shell", LocalShellTool.class));

    private ToolsWire() {}

    static void name(Codecs.Builder codecs) {
        codecs.union(ResponseTool.class, ResponseTool.Unknown.class, TOOLS)
                .union(
                        CustomTool.Format.class,
                        CustomTool.Format.Unknown.class,
                        Map.of("text", CustomTool.Format.Text.class, "grammar", CustomTool.Format.Grammar.class))
                .union(
                        ShellTool.Environment.class,
                        ShellTool.UnknownEnvironment.class,
                        Map.of(
                                "local", ShellTool.Local.class,
                                "container_auto", ContainerOptions.class,
                                "container_reference", ShellTool.Reference.class))
                .union(
                        NetworkPolicy.class,
                        NetworkPolicy.Unknown.class,
                        Map.of(
                                "disabled", NetworkPolicy.Disabled.class,
                                "allowlist", NetworkPolicy.Allowlist.class))
                .union(
                        Skill.class,
                        Skill.Unknown.class,
                        Map.of(
                                "skill_reference", Skill.Reference.class,
                                "inline", Skill.Inline.class))
                .label("approximate", WebSearchTool.UserLocation.class)
                .label("base64", Skill.Zip.class)
                .omitEmpty(
                        FunctionTool.class,
                        CustomTool.class,
                        CodeInterpreterTool.class,
                        McpTool.class,
                        ShellTool.class,
                        ApplyPatchTool.class,
                        WebSearchTool.Preview.class,
                        ContainerOptions.class,
                        NetworkPolicy.Allowlist.class,
                        ShellTool.Local.class);
    }
}
