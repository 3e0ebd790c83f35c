package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.run.Approval;
import dev.makerai.run.Approver;
import dev.makerai.run.Run;
import dev.makerai.run.RunEvent;
import dev.makerai.run.RunListener;
import dev.makerai.run.RunStream;
import dev.makerai.run.SavedRun;
import dev.makerai.run.Step;
import dev.makerai.run.Steps;
import dev.makerai.run.ToolLoop;
import dev.makerai.snippets.ToolCareSnippetsTest.Printers;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolContext;
import dev.makerai.tools.Toolset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about runs that are watched, gone through, kept and gone on with. */
class RunViewSnippetsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    static final class Slicers {
        @Tool("Slices a model")
        String slice(String file, ToolContext context) {
            context.progress(0.5, "Half of " + file);
            return "sliced";
        }
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRunIsWatched() {
        MakerAi ai = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "bracket.stl")))
                .then(turn -> turn.say("Sliced it."))
                .ai();

        try (RunStream<String> events = ai.prompt("Slice the bracket").tools(new Slicers()).stream()) {
            for (RunEvent event : events) {
                if (event instanceof RunEvent.TextDelta text) {
                    System.out.print(text.text());
                } else if (event instanceof RunEvent.Progress progress) {
                    System.out.println(progress.progress().message());
                }
            }
            System.out.println(events.run().toolCalls().size());
        }

        String end = System.lineSeparator();
        assertEquals("Half of bracket.stl" + end + "Sliced it.1" + end, printed());
    }

    @Test
    void aRunIsGoneThroughRoundByRound() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say("PETG"));
        MakerAi ai = model.ai();

        try (Steps<String> steps =
                ai.prompt("Find the cheapest filament").tools(new Shop()).steps()) {
            for (Step step : steps) {
                System.out.println(step.calls());
                steps.nextRequest(
                        request -> request.toBuilder().model("gpt-6-luna").build());
            }
            System.out.println(steps.run().value());
        }

        assertTrue(printed().endsWith("PETG" + System.lineSeparator()), this::printed);
        assertEquals("\"gpt-6-luna\"", String.valueOf(model.requests().get(1).get("model")));
    }

    @Test
    void aListenerHearsOfTools() {
        RunListener log = (runId, event) -> {
            if (event instanceof RunEvent.ToolFinished finished) {
                System.out.println(runId + " " + finished.call().name() + " "
                        + finished.call().duration());
            }
        };
        Run<String> run = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "bracket.stl")))
                .then(turn -> turn.say("Sliced it."))
                .ai()
                .prompt("Slice")
                .tools(new Slicers())
                .listener(log)
                .run();

        assertTrue(printed().startsWith(run.id() + " slice PT"), this::printed);
    }

    @Test
    void aRunWaitsForAnApproval(@TempDir Path folder) {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("heat_nozzle", Map.of("printer", "Mk4", "celsius", 240)))
                .then(turn -> turn.say("Hot."));
        MakerAi ai = model.ai();
        Approver operator = call -> Approval.approve();
        Run<String> run = ai.prompt("Preheat for PETG")
                .tools(new Printers())
                .approver(call -> Approval.later())
                .run();
        Path file = folder.resolve("job-42.json");

        run.save().write(file);

        SavedRun saved = SavedRun.read(file);
        Run<String> resumed =
                ai.resume(saved).tools(new Printers()).approver(operator).run();

        assertEquals(
                "Heat the nozzle of \"Mk4\" to 240 °C",
                saved.pendingCalls().get(0).preview());
        assertEquals("Hot.", resumed.value());
    }

    @Test
    void aLoopGoesOn() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.fail(500, "server_error", "Oops"))
                .then(turn -> turn.say("Hello."));
        ToolLoop loop = new ToolLoop(model.ai().responses(), Toolset.of(new Shop()));
        SavedRun saved = model.ai().prompt("Hello?").run().save();

        Run<String> resumed = loop.resuming(saved).run(saved.request());

        assertEquals("Hello.", resumed.value());
    }

    @Test
    void aJobSurvivesACrash(@TempDir Path folder) {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("heat_nozzle", Map.of("printer", "Mk4", "celsius", 240)))
                .then(turn -> turn.say("Hot."));
        MakerAi ai = model.ai();
        Path file = folder.resolve("job-42.jsonl");

        Prompt job = ai.prompt("Preheat for PETG")
                .tools(new Printers())
                .approver(Approver.upTo(Effect.MACHINE))
                .journal(file);
        Run<String> run = job.run();

        assertEquals("Hot.", run.value());
        assertEquals("Hot.", job.run().value());
        assertEquals(2, model.requests().size());
        assertTrue(Files.exists(file));
    }
}
