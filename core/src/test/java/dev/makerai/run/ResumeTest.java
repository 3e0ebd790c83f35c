package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Prompt;
import dev.makerai.http.Cancellation;
import dev.makerai.json.Json;
import dev.makerai.responses.InputText;
import dev.makerai.responses.McpTool;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Preview;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolLimits;
import dev.makerai.tools.ToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that are saved, and gone on with as if by another process. */
class ResumeTest {
    enum History {
        PREVIOUS_RESPONSE,
        LOCAL,
        CONVERSATION;

        Prompt of(Prompt prompt) {
            return switch (this) {
                case PREVIOUS_RESPONSE -> prompt;
                case LOCAL -> prompt.request(request -> request.store(false));
                case CONVERSATION -> prompt.request(request -> request.conversation("conv_1"));
            };
        }
    }

    static final class Printers {
        final List<String> done = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch hangs = new CountDownLatch(1);
        Runnable meanwhile = () -> {};

        @Tool("Says what a printer does")
        String look(String printer) {
            done.add("look " + printer);
            return printer + " is idle";
        }

        @Tool("Shows a picture")
        List<InputText> show() {
            return List.of(new InputText("first"), new InputText("second"));
        }

        @Tool(value = "Heats a nozzle", effect = Effect.MACHINE)
        @ToolLimits(device = "printer", maxCalls = 2)
        @Preview("Heat {printer} to {celsius} °C")
        String heat(String printer, int celsius) {
            done.add("heat " + printer + " " + celsius);
            meanwhile.run();
            return "heating";
        }

        @Tool(value = "Notes a price", effect = Effect.WRITE)
        String note(double euro) {
            done.add("note " + euro);
            return "noted";
        }

        @Tool("Takes for ever")
        @ToolLimits(timeoutSeconds = 60)
        String hang() throws InterruptedException {
            done.add("hang");
            hangs.countDown();
            new CountDownLatch(1).await();
            return "never";
        }
    }

    private final Printers printers = new Printers();
    private final ScriptedModel model = new ScriptedModel();

    private Run<String> resumed(Run<?> run, UnaryOperator<Prompt> settings) {
        SavedRun saved = SavedRun.parse(run.save().toJson().text());
        assertEquals(
                run.save().toJson().text().replaceAll("\"at\":\"[^\"]*\"", ""),
                saved.toJson().text().replaceAll("\"at\":\"[^\"]*\"", ""));
        Run<String> resumed =
                settings.apply(model.ai().resume(saved).tools(printers)).run();
        assertEquals(run.id(), resumed.id());
        return resumed;
    }

    private static Approver yes() {
        return Approver.upTo(Effect.MACHINE);
    }

    @ParameterizedTest
    @EnumSource
    void aRunWaitsForAnApprovalAndGoesOnInAnotherProcess(History history) {
        model.then(turn -> turn.call("look", Map.of("printer", "Prusa"))
                        .call("heat", Map.of("printer", "Prusa", "celsius", 240))
                        .call("note", Map.of("euro", 3))
                        .call("show", Map.of()))
                .then(turn -> turn.say("Hot."));
        Run<String> waiting = history.of(model.ai().prompt("Preheat").tools(printers))
                .approver(call -> Approval.later())
                .run();
        RunEnd.AwaitingApproval end = assertInstanceOf(RunEnd.AwaitingApproval.class, waiting.end());
        assertEquals(
                List.of("Heat \"Prusa\" to 240 °C", "note(\"euro\": 3)"),
                end.calls().stream().map(PendingCall::preview).toList());
        assertEquals(List.of("look Prusa"), printers.done);
        assertEquals(
                end.calls(),
                assertThrows(RunAwaitingApprovalException.class, waiting::value).calls());

        SavedRun saved = SavedRun.parse(waiting.save().toJson().text());
        PendingCall pending = saved.pendingCalls().get(0);
        assertEquals("Heat \"Prusa\" to 240 °C", pending.preview());
        assertEquals(Effect.MACHINE, pending.policy().effect());
        assertEquals("240", String.valueOf(pending.arguments().get("celsius")));

        Run<String> resumed = resumed(
                waiting,
                prompt -> prompt.approver(
                        call -> call.tool().equals("heat") ? Approval.approve() : Approval.deny("Too dear.")));
        assertEquals("Hot.", resumed.value());
        assertEquals(List.of("look Prusa", "heat Prusa 240"), printers.done);
        String sent = model.requests().get(1).get("input").text();
        assertTrue(sent.contains("Prusa is idle") && sent.contains("heating") && sent.contains("Too dear."), sent);
        assertTrue(sent.indexOf("Prusa is idle") < sent.indexOf("heating"), sent);
        assertTrue(sent.contains("\"second\""), sent);
        assertEquals(1, resumed.steps().get(0).round());
        assertEquals(4, resumed.steps().get(0).calls().size());
    }

    @Test
    void whoStillCannotDecideWaitsAgain() {
        model.then(turn -> turn.call("heat", Map.of("printer", "Prusa", "celsius", 240)))
                .then(turn -> turn.say("Hot."));
        Run<String> waiting = model.ai()
                .prompt("Preheat")
                .tools(printers)
                .approver(call -> Approval.later())
                .run();
        Run<String> still = resumed(waiting, prompt -> prompt.approver(call -> Approval.later()));
        assertInstanceOf(RunEnd.AwaitingApproval.class, still.end());
        assertEquals("Hot.", resumed(still, prompt -> prompt.approver(yes())).value());
        assertEquals(List.of("heat Prusa 240"), printers.done);
        assertEquals(2, model.requests().size());
    }

    @Test
    void withoutAnApproverAResumedCallIsDenied() {
        model.then(turn -> turn.call("heat", Map.of("printer", "Prusa", "celsius", 240)))
                .then(turn -> turn.say("No."));
        Run<String> waiting = model.ai()
                .prompt("Preheat")
                .tools(printers)
                .approver(call -> Approval.later())
                .run();
        assertEquals("No.", resumed(waiting, prompt -> prompt).value());
        assertEquals(List.of(), printers.done);
    }

    @ParameterizedTest
    @EnumSource
    void afterTheLimitOfRoundsItGoesOnWithToolsAgain(History history) {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.say("I know only A."))
                .then(turn -> turn.call("look", Map.of("printer", "B")))
                .then(turn -> turn.say("A and B are idle."));
        Run<String> limited = history.of(model.ai().prompt("Look").tools(printers))
                .maxRounds(1)
                .run();
        assertEquals(
                Limit.ROUNDS,
                assertInstanceOf(RunEnd.LimitReached.class, limited.end()).limit());
        assertEquals("I know only A.", limited.text());
        Run<String> resumed = resumed(limited, prompt -> prompt);
        assertEquals("A and B are idle.", resumed.value());
        assertEquals(List.of("look A", "look B"), printers.done);
        assertEquals(4, resumed.steps().size());
        Json third = model.requests().get(2);
        assertFalse("\"none\"".equals(String.valueOf(third.get("tool_choice"))), third.text());
    }

    @Test
    void afterRepeatedCallsItGoesOn() {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.say("It is idle."))
                .then(turn -> turn.say("It is still idle."));
        Run<String> limited =
                model.ai().prompt("Look").tools(printers).maxRepeats(2).run();
        assertEquals(
                Limit.REPEATED_CALLS,
                assertInstanceOf(RunEnd.LimitReached.class, limited.end()).limit());
        assertEquals("It is still idle.", resumed(limited, prompt -> prompt).value());
    }

    @ParameterizedTest
    @EnumSource
    void afterTheDeadlineCallsThatOnlyLookRunAgainAndThoseThatChangeSomethingDoNot(History history) {
        Cancellation stop = new Cancellation();
        printers.meanwhile = () -> {
            await(printers.hangs);
            stop.cancel();
            await(new CountDownLatch(1));
        };
        model.then(turn -> turn.call("hang", Map.of())
                        .call("heat", Map.of("printer", "A", "celsius", 200))
                        .call("look", Map.of("printer", "A")))
                .then(turn -> turn.say("Somebody has to look at A."));
        Run<String> cancelled = history.of(model.ai().prompt("Heat").tools(printers))
                .approver(yes())
                .cancellation(stop)
                .run();
        assertInstanceOf(RunEnd.Cancelled.class, cancelled.end());
        assertEquals(3, cancelled.steps().get(0).calls().size());
        printers.meanwhile = () -> {};
        printers.done.clear();
        Run<String> resumed = resumed(
                cancelled,
                prompt -> prompt.approver(yes())
                        .toolTimeout(Duration.ofMillis(100))
                        .listener((id, event) -> {
                            if (event instanceof RunEvent.ToolStarted started
                                    && started.tool().equals("hang")) {
                                Thread.currentThread().interrupt();
                            }
                        }));
        assertInstanceOf(RunEnd.Cancelled.class, resumed.end());
        boolean unused = Thread.interrupted();
        assertFalse(printers.done.contains("heat A 200"), printers.done::toString);
        ToolCall heat = resumed.steps().get(0).calls().stream()
                .filter(call -> call.name().equals("heat"))
                .findFirst()
                .orElseThrow();
        assertEquals(ToolResult.Kind.OUTCOME_UNKNOWN, ((ToolResult.Failure) heat.result()).kind());
        assertTrue(heat.result().output().contains("Ask the person to look"), heat.result()::output);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseRequestFailedAsksAgain(History history) {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.fail(500, "server_error", "Oops"))
                .then(turn -> turn.say("Idle."));
        Run<String> failed =
                history.of(model.ai().prompt("Look").tools(printers)).run();
        assertInstanceOf(RunEnd.Failed.class, failed.end());
        assertEquals("Idle.", resumed(failed, prompt -> prompt).value());
        assertEquals(List.of("look A"), printers.done);
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseAnswerWasCutOffAsksAgainWithMoreRoom(History history) {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.say("Printer A").cutOff("max_output_tokens"))
                .then(turn -> turn.say("Printer A is idle."));
        Run<String> cut = history.of(model.ai().prompt("Look").tools(printers))
                .maxOutputTokens(20)
                .run();
        assertInstanceOf(RunEnd.Incomplete.class, cut.end());
        assertEquals(
                "Printer A is idle.",
                resumed(cut, prompt -> prompt.maxOutputTokens(2000)).value());
        assertEquals("2000", String.valueOf(model.requests().get(2).get("max_output_tokens")));
    }

    @Test
    void aFirstRequestThatFailedIsSentAgain() {
        model.then(turn -> turn.fail(503, "overloaded", "Later")).then(turn -> turn.say("Hello."));
        Run<String> failed = model.ai().prompt("Hello?").run();
        assertEquals("Hello.", resumed(failed, prompt -> prompt).value());
    }

    @Test
    void anAnsweredRunIsOverAtOnce() {
        model.then(turn -> turn.say("Hello."));
        Run<String> run = model.ai().prompt("Hello?").run();
        assertEquals("Hello.", resumed(run, prompt -> prompt).value());
        assertEquals(1, model.requests().size());
    }

    @Test
    void aCapOnCallsHoldsOverTheWholeRun() {
        model.then(turn -> turn.call("heat", Map.of("printer", "A", "celsius", 200)))
                .then(turn -> turn.fail(500, "server_error", "Oops"))
                .then(turn -> turn.call("heat", Map.of("printer", "A", "celsius", 210)))
                .then(turn -> turn.call("heat", Map.of("printer", "A", "celsius", 220)))
                .then(turn -> turn.say("Enough."));
        Run<String> failed =
                model.ai().prompt("Heat").tools(printers).approver(yes()).run();
        Run<String> resumed = resumed(failed, prompt -> prompt.approver(yes()));
        assertEquals(List.of("heat A 200", "heat A 210"), printers.done);
        assertEquals("Enough.", resumed.value());
    }

    @Test
    void toolsAndTheirSecretsAreNotSaved() {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.fail(500, "server_error", "Oops"));
        Run<String> failed = model.ai()
                .prompt("Look")
                .tools(printers, McpTool.of("shop", "https://shop.example/mcp").withAuthorization("hunter2"))
                .run();
        SavedRun saved = failed.save();
        assertFalse(saved.toJson().text().contains("hunter2"), saved.toJson()::text);
        assertEquals(List.of(), saved.request().tools());
        assertTrue(saved.toString().contains(failed.id()), saved::toString);
    }

    @Test
    void nothingCanBeAddedToTheQuestionOfAResumedRun() {
        model.then(turn -> turn.fail(500, "server_error", "Oops"));
        SavedRun saved = model.ai().prompt("Look").run().save();
        Prompt resumed = model.ai().resume(saved);
        assertThrows(
                IllegalStateException.class,
                () -> resumed.file(dev.makerai.responses.InputFile.of(new byte[] {65}, "a.txt")));
    }

    @Test
    void aRunIsWrittenToAFileAndRead(@TempDir Path folder) throws Exception {
        model.then(turn -> turn.fail(500, "server_error", "Oops")).then(turn -> turn.say("Hello."));
        Path file = folder.resolve("run.json");
        Files.writeString(file, "something else");
        model.ai().prompt("Hello?").run().save().write(file);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        assertEquals("Hello.", model.ai().resume(SavedRun.read(file)).run().value());
    }

    @Test
    void theStepsOfASavedRunAreThere() {
        model.then(turn -> turn.call("look", Map.of("printer", "A")))
                .then(turn -> turn.fail(500, "server_error", "Oops"));
        Run<String> failed = model.ai().prompt("Look").tools(printers).run();
        SavedRun saved = SavedRun.parse(failed.save().toJson().text());
        assertEquals(
                "look",
                saved.steps().stream()
                        .flatMap(step -> step.calls().stream())
                        .map(ToolCall::name)
                        .collect(Collectors.joining()));
    }
}
