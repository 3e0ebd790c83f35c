package dev.makerai.examples.cli;

import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code maker tools}: what a model is offered. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        description = "Prints every tool with its strict schema, as a model is offered it.")
final class ToolsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object per tool.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (ToolDefinition tool :
                Toolset.of(PrintingTools.in(Workspace.at(Path.of(".")))).definitions()) {
            if (json) {
                out.println(Output.json(asJson(tool)));
            } else {
                out.println(tool.name() + "\n  " + tool.description() + "\n  " + tool.parameters());
            }
        }
        return 0;
    }

    private static Map<String, Object> asJson(ToolDefinition tool) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "function");
        out.put("name", tool.name());
        out.put("description", tool.description());
        out.put("strict", true);
        out.put("parameters", tool.parameters());
        return out;
    }
}
