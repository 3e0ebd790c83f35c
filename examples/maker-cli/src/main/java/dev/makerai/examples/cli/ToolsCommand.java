package dev.makerai.examples.cli;

import dev.makerai.errors.DecodeException;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code maker tools}: what a model is offered, and what strict mode has against the schemas of others. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints every tool with its strict schema, as a model is offered it; or checks schemas in files.",
        footer = {
            "",
            "A file to check holds a JSON schema, a function tool or text format of the Responses API or of Chat"
                    + " Completions, a tool of MCP, a list of these, or an object with a list of tools. Exit 1: strict"
                    + " mode refuses one of them."
        })
final class ToolsCommand implements Callable<Integer> {
    @Option(
            names = "--lint",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Say what strict mode refuses in these schemas, why, and how to mend it.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "With --lint: print each schema as strict mode takes it.")
    private boolean strict;

    @Option(names = "--json", description = "Print one JSON object per tool, or per file that is checked.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!files.isEmpty()) {
            int exit = 0;
            for (Path file : files) {
                exit = Math.max(exit, lint(file));
            }
            return exit;
        }
        if (strict) {
            throw new ParameterException(spec.commandLine(), "--strict needs --lint FILE");
        }
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

    private int lint(Path file) {
        CommandLine command = spec.commandLine();
        List<SchemaReport> reports;
        try {
            reports = SchemaFile.read(file).stream()
                    .map(schema -> SchemaReport.of(schema, strict))
                    .toList();
        } catch (DecodeException | UncheckedIOException | IllegalArgumentException e) {
            Refusal.print(command, file, e, json);
            return 1;
        }
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", file.toString());
            line.put("schemas", reports.stream().map(SchemaReport::asJson).toList());
            command.getOut().println(Output.json(line));
        } else {
            reports.forEach(report -> report.print(file, command.getOut(), command.getErr()));
        }
        return reports.stream().anyMatch(SchemaReport::isRefused) ? 1 : 0;
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
