package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.audit.RunReport;
import dev.makerai.json.Json;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolLimits;
import dev.makerai.tools.ToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that the model does not wait for. */
class AsyncToolTest {
    static final class Shop {
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final CountDownLatch began = new CountDownLatch(1);
        final AtomicInteger sliced = new AtomicInteger();
        final AtomicInteger started = new AtomicInteger();

        @Tool("Slices a model")
        @ToolLimits(async = true, timeoutSeconds = 30)
        String slice(String file) throws InterruptedException {
            began.countDown();
            assertTrue(mayEnd.await(30, TimeUnit.SECONDS));
            sliced.incrementAndGet();
            return file + " takes 3 h";
        }

        @Tool("Slices a model, badly")
        @ToolLimits(async = true, timeoutSeconds = 0.2)
        String sliceForever(String file) throws InterruptedException {
            new CountDownLatch(1).await();
            return file;
        }

        @Tool(value = "Starts a print", effect = Effect.MACHINE)
        @ToolLimits(async = true)
        String print(String file) throws InterruptedException {
            started.incrementAndGet();
            began.countDown();
            assertTrue(mayEnd.await(30, TimeUnit.SECONDS));
            return "Printing " + file;
        }

        @Tool("Price of a material")
        double price(String material) {
            return 24.9;
        }

        @Tool("Lets the slicing end")
        void endSlicing() {
            mayEnd.countDown();
        }
    }

    private final Shop shop = new Shop();

    private static List<String> outputs(Json request) {
        return request.get("input").elements().stream()
                .filter(item -> item.get("type").string().equals("function_call_output"))
                .map(item -> item.get("output").string())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theModelGoesOnWhileTheToolRunsAndGetsTheOutputWhenItIsThere(boolean isStored) {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).call("price", Map.of("material", "PETG")))
                .then(turn -> turn.call("end_slicing", Map.of()))
                .then(turn -> turn.say("It will be ready soon."))
                .then(turn -> turn.say(turn.output("slice").string()));

        Run<String> run = model.ai()
                .prompt("Slice")
                .tools(shop)
                .request(request -> request.store(isStored))
                .run();

        // The slicing may end in time for the third request, or after it.
        boolean isLate = model.requests().size() == 4;
        assertTrue(run.end() instanceof RunEnd.Completed, run.explain());
        assertTrue(isLate ? run.text().equals("a.stl takes 3 h") : run.text().equals("It will be ready soon."));
        Json offered = model.requests().get(0).get("tools").elements().stream()
                .filter(tool -> tool.get("name").string().equals("slice"))
                .findFirst()
                .orElseThrow();
        assertEquals("true", offered.get("async").text());
        assertEquals(List.of("24.9"), outputs(model.requests().get(1)));
        assertTrue(outputs(model.requests().get(model.requests().size() - 1)).contains("a.stl takes 3 h"));
        assertEquals(1, shop.sliced.get());
        assertEquals(3, run.toolCalls().size());
    }

    @Test
    void anAnswerIsNotTheEndWhileAToolRuns() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).say("I have begun to slice."))
                .then(turn -> turn.say(turn.output("slice").string()));
        shop.mayEnd.countDown();

        Run<String> run = model.ai().prompt("Slice").tools(shop).run();

        assertEquals("a.stl takes 3 h", run.value());
        assertEquals(List.of("a.stl takes 3 h"), outputs(model.requests().get(1)));
        assertTrue(run.explain().contains("  the model called slice"), run.explain());
    }

    @Test
    void eachOfSeveralEndsByItself() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice_forever", Map.of("file", "a.stl"))
                        .call("slice", Map.of("file", "b.stl"))
                        .call("nothing_of_the_kind", Map.of()))
                .then(turn -> turn.call("end_slicing", Map.of()))
                .then(turn -> turn.say("One moment."))
                .then(turn -> turn.say("One moment more."))
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai().prompt("Slice").tools(shop).run();

        Map<String, ToolResult> results = new java.util.HashMap<>();
        run.toolCalls().forEach(call -> results.put(call.name(), call.result()));
        assertEquals(4, run.toolCalls().size(), run.explain());
        assertTrue(run.explain().contains("  the model had called slice"), run.explain());
        assertTrue(RunReport.of(run).html().contains("called earlier, "));
        assertEquals(ToolResult.Kind.TIMED_OUT, ((ToolResult.Failure) results.get("slice_forever")).kind());
        assertEquals("b.stl takes 3 h", results.get("slice").output());
        assertTrue(run.end() instanceof RunEnd.Completed, run.explain());
    }

    @Test
    void aLimitLeavesARunThatGoesOnWithTheSlicing() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).call("price", Map.of("material", "PETG")))
                .then(turn -> turn.say("No more rounds"))
                .then(turn -> turn.say("One moment."))
                .then(turn -> turn.say(turn.output("slice").string()));
        Run<String> stopped =
                model.ai().prompt("Slice").tools(shop).maxRounds(1).run();
        assertTrue(stopped.end() instanceof RunEnd.LimitReached, stopped.explain());
        assertEquals(0, shop.sliced.get());
        shop.mayEnd.countDown();

        SavedRun saved = SavedRun.parse(stopped.save().toJson().text());
        Run<String> run = model.ai().resume(saved).tools(shop).run();

        assertEquals("a.stl takes 3 h", run.value());
        assertEquals(1, shop.sliced.get());
    }

    @Test
    void aRunThatIsSavedInTheMiddleIsTheSameRun() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).call("price", Map.of("material", "PETG")))
                .then(turn -> turn.call("price", Map.of("material", "PLA")))
                .then(turn -> turn.fail(500, "server_error", "down"))
                .then(turn -> turn.say("One moment."))
                .then(turn -> turn.say(turn.output("slice").string()));
        Run<String> failed = model.ai().prompt("Slice").tools(shop).run();
        assertTrue(failed.end() instanceof RunEnd.Failed, failed.explain());
        String text = failed.save().toJson().text();
        assertEquals(
                withoutTimes(text), withoutTimes(SavedRun.parse(text).toJson().text()));
        shop.mayEnd.countDown();

        Run<String> run = model.ai().resume(SavedRun.parse(text)).tools(shop).run();

        assertEquals("a.stl takes 3 h", run.value());
        assertEquals(
                List.of("price", "price", "slice"),
                run.toolCalls().stream().map(ToolCall::name).toList());
        assertEquals(model.requests().get(2).members(), model.requests().get(3).members());
    }

    @Test
    void aMachineThatWasMovingWhenTheProgramStoppedIsNotMovedAgain(@TempDir Path folder) {
        UnaryOperator<dev.makerai.Prompt> care = prompt ->
                prompt.tools(shop).approver(Approver.upTo(Effect.MACHINE)).journal(folder.resolve("run"));
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("print", Map.of("file", "a.gcode")).call("price", Map.of("material", "PLA")))
                .then(turn -> {
                    await(shop.began);
                    turn.fail(500, "server_error", "down");
                })
                .then(turn -> turn.say("One moment."))
                .then(turn -> turn.say(turn.output("print").string()));
        Run<String> failed = care.apply(model.ai().prompt("Print")).run();
        assertTrue(failed.end() instanceof RunEnd.Failed, failed.explain());
        shop.mayEnd.countDown();

        Run<String> run = care.apply(model.ai().prompt("Print")).run();

        assertEquals(1, shop.started.get());
        // A tool that ends when it is interrupted has told so itself.
        assertTrue(
                run.text().contains("not known whether it was carried out")
                        || run.text().contains("interrupted"),
                run.text());
    }

    @Test
    void anApprovalThatComesLaterIsWaitedForWithNothingUnderWay() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).call("print", Map.of("file", "a.gcode")))
                .then(turn -> turn.say("done"))
                .then(turn -> turn.say("done"));
        shop.mayEnd.countDown();

        Run<String> waiting = model.ai()
                .prompt("Print")
                .tools(shop)
                .approver(call -> Approval.later())
                .run();
        assertTrue(waiting.end() instanceof RunEnd.AwaitingApproval, waiting.explain());
        assertEquals(1, shop.sliced.get());
        assertEquals(0, shop.started.get());
        Run<String> run = model.ai()
                .resume(SavedRun.parse(waiting.save().toJson().text()))
                .tools(shop)
                .approver(call -> Approval.approve())
                .run();

        assertTrue(run.end() instanceof RunEnd.Completed, run.explain());
        assertEquals(1, shop.sliced.get());
        assertEquals(1, shop.started.get());
    }

    @Test
    void aStreamTellsOfItWhenItComes() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).say("I have begun. "))
                .then(turn -> turn.say("Done."));
        shop.mayEnd.countDown();
        List<String> told = new java.util.ArrayList<>();

        Run<String> run = model
                .ai()
                .prompt("Slice")
                .tools(shop)
                .listener((id, event) -> {
                    if (event instanceof RunEvent.ToolStarted || event instanceof RunEvent.ToolFinished) {
                        told.add(event.getClass().getSimpleName());
                    }
                })
                .stream(told::add);

        assertTrue(run.end() instanceof RunEnd.Completed, run.explain());
        assertEquals(
                "I have begun. ToolStartedToolFinishedDone.",
                String.join("", told).replace("\n", ""));
    }

    @Test
    void aDeadlineStopsWhatRuns() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")).say("I have begun."));

        Run<String> run = model.ai()
                .prompt("Slice")
                .tools(shop)
                .deadline(Duration.ofMillis(300))
                .run();

        assertTrue(run.end() instanceof RunEnd.LimitReached, run.explain());
        assertEquals(0, shop.sliced.get());
    }

    private static String withoutTimes(String saved) {
        return saved.replaceAll("\"at\":\"[^\"]*\",", "");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
