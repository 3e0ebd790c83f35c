package dev.makerai.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Conversation;
import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.history.HistoryCheck;
import dev.makerai.history.HistoryMode;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.Reasoning;
import dev.makerai.responses.Usage;
import dev.makerai.run.Approval;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunEvent;
import dev.makerai.run.RunStream;
import dev.makerai.run.Steps;
import dev.makerai.run.ToolCall;
import dev.makerai.schema.Range;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolLimits;
import dev.makerai.tools.ToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can go wrong in one turn, in every view of a run and every mode of its history. */
class HardTurnTest {
    private static final List<String> ORDER =
            List.of("price", "price", "heat_nozzle", "teleport", "price", "explode", "dawdle", "remove");

    @TempDir
    Path folder;

    private final Workshop workshop = new Workshop();

    static final class Workshop {
        private final CountDownLatch bothAsk = new CountDownLatch(2);
        private final List<Integer> heated = new ArrayList<>();

        @Tool("Says what a kilogram costs")
        int price(String material) throws InterruptedException {
            // Goes on only if both calls run at the same time.
            bothAsk.countDown();
            if (!bothAsk.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody else asks");
            }
            return material.length();
        }

        @Tool(value = "Heats the nozzle", effect = Effect.MACHINE)
        synchronized void heatNozzle(@Range(min = 0, max = 280) int celsius) {
            heated.add(celsius);
        }

        @Tool("Fails")
        int explode() {
            throw new IllegalStateException("jdbc:shop?password=hunter2");
        }

        @Tool("Takes its time")
        @ToolLimits(timeoutSeconds = 1)
        int dawdle() throws InterruptedException {
            Thread.sleep(60_000);
            return 1;
        }

        @Tool(value = "Removes a part", effect = Effect.WRITE)
        void remove(String part) {
            throw new IllegalStateException("This was denied");
        }
    }

    private static ScriptedModel model() {
        return new ScriptedModel()
                .then(turn -> turn.think("Both prices, and heat up meanwhile")
                        .call("price", Map.of("material", "PLA"))
                        .call("price", Map.of("material", "PETG"))
                        .call("heat_nozzle", Map.of("celsius", 240))
                        .call("teleport", Map.of("to", "Mars"))
                        .callWithText("price", "{\"material\":")
                        .call("explode", Map.of())
                        .call("dawdle", Map.of())
                        .call("remove", Map.of("part", "bed"))
                        .usage(Usage.of(1_200, 200, 0, 300, 120)))
                .then(turn -> turn.say("PLA is cheaper.").usage(Usage.of(1_700, 1_200, 0, 10, 0)));
    }

    private Prompt prompt(MakerAi ai, AuditLog audit) {
        return equipped(ai.prompt("Compare PLA and PETG, and get ready"), audit);
    }

    private Prompt equipped(Prompt prompt, AuditLog audit) {
        return prompt.tools(workshop)
                .approver(call -> call.tool().equals("remove")
                        ? Approval.deny("Nobody is at the printer.", "Anna")
                        : Approval.approve("Anna"))
                .listener(audit);
    }

    /** The views of a run. */
    enum View {
        WAITED(Prompt::run),
        STREAMED_TEXT(prompt -> prompt.stream(text -> assertFalse(text.isEmpty()))),
        STREAMED_EVENTS(View::events),
        STEPS(View::steps);

        private final Function<Prompt, Run<String>> form;

        View(Function<Prompt, Run<String>> form) {
            this.form = form;
        }

        private static Run<String> events(Prompt prompt) {
            try (RunStream<String> events = prompt.stream()) {
                RunEvent last = null;
                for (RunEvent event : events) {
                    last = event;
                }
                assertInstanceOf(RunEvent.Ended.class, last);
                return events.run();
            }
        }

        private static Run<String> steps(Prompt prompt) {
            try (Steps<String> steps = prompt.steps()) {
                steps.forEach(step -> assertFalse(step.response().output().isEmpty()));
                return steps.run();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHardTurnEndsWellInEveryView(View view) throws Exception {
        ScriptedModel model = model();
        Path log = folder.resolve("audit.jsonl");
        Run<String> run;
        try (AuditLog audit = AuditLog.open(log)) {
            run = view.form.apply(prompt(model.ai(), audit));
        }
        assertEquals("PLA is cheaper.", run.value());
        assertOutcomes(run.toolCalls());
        assertEquals(List.of(240), workshop.heated);
        assertHistory(run.newItems());
        assertTold(model.requests().get(1));
        assertAudited(Files.readAllLines(log), run);
    }

    @ParameterizedTest
    @EnumSource
    void aHardTurnIsAWholeTurnOfAConversation(HistoryMode mode) throws Exception {
        if (mode == HistoryMode.CONVERSATION) {
            // The service's own; there is none here.
            return;
        }
        ScriptedModel model = model().then(turn -> turn.say("Yes."));
        try (AuditLog audit = AuditLog.open(folder.resolve("audit.jsonl"))) {
            Conversation chat =
                    model.ai().conversation(it -> it.history(mode).prompts(prompt -> equipped(prompt, audit)));
            assertEquals("PLA is cheaper.", chat.ask("Compare PLA and PETG, and get ready"));
            assertEquals("Yes.", chat.ask("Sure?"));
        }
    }

    private static void assertOutcomes(List<ToolCall> calls) {
        assertEquals(ORDER, calls.stream().map(ToolCall::name).toList());
        assertEquals(
                List.of("3", "4", "success", "UNKNOWN_TOOL", "INVALID_ARGUMENTS", "FAILED", "TIMED_OUT", "DENIED"),
                calls.stream().map(HardTurnTest::outcome).toList());
    }

    private static String outcome(ToolCall call) {
        return call.result() instanceof ToolResult.Failure failure
                ? failure.kind().name()
                : call.name().equals("price") ? call.result().output() : "success";
    }

    private static void assertHistory(List<InputItem> items) {
        assertEquals(List.of(), HistoryCheck.of(items).problems());
        assertEquals(1, items.stream().filter(Reasoning.class::isInstance).count());
        List<String> calls = items.stream()
                .filter(FunctionCall.class::isInstance)
                .map(item -> ((FunctionCall) item).callId())
                .toList();
        List<String> outputs = items.stream()
                .filter(FunctionCallOutput.class::isInstance)
                .map(item -> ((FunctionCallOutput) item).callId())
                .toList();
        assertEquals(ORDER.size(), calls.size());
        assertEquals(calls, outputs);
    }

    private static void assertTold(Json request) {
        Json input = request.get("input");
        assertTrue(input != null);
        assertEquals(ORDER.size(), input.elements().size());
        assertFalse(request.text().contains("hunter2"));
    }

    private static void assertAudited(List<String> lines, Run<?> run) {
        List<Json> entries = lines.stream().map(Json::parse).toList();
        assertEquals(2, count(entries, "round_started"));
        assertEquals(2, count(entries, "approval"));
        assertEquals(5, count(entries, "tool_started"));
        assertEquals(ORDER.size(), count(entries, "tool_finished"));
        assertEquals(2, count(entries, "round_finished"));
        assertEquals(1, count(entries, "run_ended"));
        assertTrue(entries.stream().allMatch(entry -> run.id().equals(text(entry, "run"))));
        assertEquals("run_ended", text(entries.get(entries.size() - 1), "event"));
        assertInstanceOf(RunEnd.Completed.class, run.end());
        String all = String.join("\n", lines);
        assertFalse(all.contains("hunter2") || all.contains("PETG") || all.contains("Nobody is at"), all);
    }

    private static long count(List<Json> entries, String event) {
        return entries.stream()
                .filter(entry -> event.equals(text(entry, "event")))
                .count();
    }

    private static String text(Json entry, String member) {
        Json value = entry.get(member);
        return value == null || value.string() == null ? "" : value.string();
    }

    @Test
    void aReportOfItIsOnePage() throws Exception {
        Run<String> run;
        try (AuditLog audit = AuditLog.open(folder.resolve("audit.jsonl"))) {
            run = prompt(model().ai().toBuilder().model("gpt-6-luna").build(), audit)
                    .run();
        }
        Path page = Path.of("target", "hard-turn.html");
        RunReport.of(run).write(page);
        String html = Files.readString(page);
        assertTrue(html.contains("<h1>Compare PLA and PETG, and get ready</h1>"), html);
        assertFalse(html.contains("hunter2"));
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("<script"));
    }
}
