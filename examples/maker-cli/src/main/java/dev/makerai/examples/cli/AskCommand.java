package dev.makerai.examples.cli;

import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.audit.AuditLog;
import dev.makerai.audit.RunReport;
import dev.makerai.cost.Cost;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.run.Approver;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.Step;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.Effect;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Workspace;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code maker ask}: a question to a model that has all printing tools. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks a model that can use all printing tools.",
        footer = {
            "",
            "Needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that speaks the Responses API (it includes /v1;"
                    + " the key is then optional)."
        })
final class AskCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "The question.")
    private String text = "";

    @Option(names = "--model", paramLabel = "ID", description = "The model to ask (default: the library's).")
    private String model = "";

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The only folder that the model's tools can see (default: the current one).")
    private Path workspace = Path.of(".");

    @Option(names = "--photo", paramLabel = "FILE", description = "A picture to show: PNG, JPEG, WebP or GIF.")
    private List<Path> photos = List.of();

    @Option(names = "--no-store", description = "Send the whole history each round, for servers that keep none.")
    private boolean stateless;

    @Option(
            names = "--approve",
            paramLabel = "EFFECT",
            defaultValue = "read",
            description = "Let tools do this much without asking: read (default), write or machine.")
    private Effect approved = Effect.READ;

    @Option(names = "--stream", description = "Print the answer while the model writes it.")
    private boolean streamed;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what the run did as an HTML page.")
    private @Nullable Path report;

    @Option(names = "--audit", paramLabel = "FILE", description = "Append what the tools did to a log, as JSON lines.")
    private @Nullable Path audit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Run<String> run = audited(prompt());
        if (report != null) {
            RunReport.of(run).write(report);
        }
        if (json) {
            spec.commandLine().getOut().println(Output.json(asJson(run)));
        } else {
            spec.commandLine().getErr().println(Output.visible(run.explain()));
            if (streamed) {
                spec.commandLine().getOut().println();
            } else if (!run.text().isEmpty()) {
                spec.commandLine().getOut().println(Output.visible(run.text()));
            }
        }
        return run.end() instanceof RunEnd.Completed ? 0 : 1;
    }

    private Run<String> audited(Prompt prompt) {
        if (audit == null) {
            return run(prompt);
        }
        try (AuditLog log = AuditLog.open(audit)) {
            return run(prompt.listener(log));
        }
    }

    private Run<String> run(Prompt prompt) {
        if (!streamed || json) {
            return prompt.run();
        }
        PrintWriter out = spec.commandLine().getOut();
        return prompt.stream(text -> {
            out.print(Output.visible(text));
            out.flush();
        });
    }

    private Prompt prompt() {
        try {
            MakerAi ai = MakerAi.fromEnv();
            Prompt prompt = ai.prompt(text)
                    .tools(PrintingTools.in(Workspace.at(workspace)))
                    .approver(Approver.upTo(approved))
                    .request(request -> request.store(!stateless));
            if (!model.isEmpty()) {
                prompt = prompt.model(model);
            }
            for (Path photo : photos) {
                if (!Files.isRegularFile(photo)) {
                    throw new IllegalArgumentException("The photo " + photo + " is not a file");
                }
                prompt = prompt.image(photo);
            }
            return prompt;
        } catch (ConfigurationException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Map<String, Object> asJson(Run<String> run) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("text", run.text());
        out.put("steps", run.steps().stream().map(AskCommand::asJson).toList());
        out.put("tool_calls", run.toolCalls().stream().map(AskCommand::asJson).toList());
        out.put("usage", run.usage());
        out.put("cost", cost(run.cost()));
        String end = Output.snakeCase(run.end().getClass().getSimpleName());
        out.put("end", end);
        if (run.end() instanceof RunEnd.Failed failed) {
            out.put("error", Output.error(failed.cause()));
        } else if (!(run.end() instanceof RunEnd.Completed)) {
            out.put("error", Output.error(end, run.explain().lines().reduce("", (before, line) -> line)));
        }
        return out;
    }

    private static Map<String, Object> cost(Cost cost) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("currency", cost.currency().getCurrencyCode());
        out.put("total", cost.total());
        out.put("known", cost.known());
        out.put("unknown", cost.unknown());
        return out;
    }

    private static Map<String, Object> asJson(Step step) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("round", step.round());
        out.put("response_id", step.response().id());
        out.put("model", step.request().model());
        out.put("tool_calls", step.calls().size());
        out.put("text", step.response().outputText());
        return out;
    }

    private static Map<String, Object> asJson(ToolCall call) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", call.name());
        out.put("arguments", Output.jsonOrText(call.arguments()));
        out.put(
                "output",
                call.result() instanceof ToolResult.Success success ? Output.jsonOrText(success.output()) : null);
        out.put("error", call.result() instanceof ToolResult.Failure failure ? failure.output() : null);
        return out;
    }
}
