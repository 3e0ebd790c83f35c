package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ApiException;
import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ToolLoopTest {
    record Quote(String material, double price) {}

    static final class Shop {
        final AtomicInteger calls = new AtomicInteger();
        final CountDownLatch interrupted = new CountDownLatch(1);
        final CyclicBarrier two = new CyclicBarrier(2);

        @Tool("Price of one kilogram")
        double pricePerKilogram(String material) {
            calls.incrementAndGet();
            return switch (material) {
                case "PETG" -> 25;
                case "PLA" -> 20;
                default -> throw new ToolFailure("No price for " + material + "; there are PLA and PETG");
            };
        }

        @Tool("Breaks in a way nobody thought of")
        String explode() {
            throw new IllegalStateException("password=hunter2");
        }

        @Tool("Takes for ever")
        String sleep() throws InterruptedException {
            try {
                Thread.sleep(60_000);
                return "awake";
            } finally {
                interrupted.countDown();
            }
        }

        @Tool("Answers when two calls have come")
        String meet(String name) throws Exception {
            two.await(30, TimeUnit.SECONDS);
            return "met " + name;
        }

        @Tool("Breaks the JVM's rules")
        String fatal() {
            throw new AssertionError("not for the model");
        }
    }

    private final Shop shop = new Shop();

    @Test
    void theModelsCallIsAnsweredAndItsFinalAnswerReturned() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn ->
                        turn.say("It costs " + turn.output("price_per_kilogram").number()));

        Run<String> run = model.ai().prompt("Price of PETG?").tools(shop).run();

        assertEquals("It costs 25.0", run.value());
        assertInstanceOf(RunEnd.Completed.class, run.end());
        assertEquals(2, run.steps().size());
        ToolCall call = run.toolCalls().get(0);
        assertEquals("price_per_kilogram", call.name());
        assertEquals("{\"material\":\"PETG\"}", call.arguments());
        assertEquals("25.0", call.result().output());
    }

    @Test
    void onlyWhatIsNewIsSentInLaterRounds() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.say("20"));

        model.ai().prompt("Price?").instructions("Be short").tools(shop).run().value();

        Json first = model.requests().get(0);
        Json second = model.requests().get(1);
        assertNull(first.get("previous_response_id"));
        assertEquals("resp_scripted_1", second.get("previous_response_id").string());
        assertEquals(1, second.get("input").elements().size());
        assertEquals(
                "function_call_output",
                second.get("input").elements().get(0).get("type").string());
        // The service does not carry these over.
        assertEquals(first.get("instructions"), second.get("instructions"));
        assertEquals(first.get("tools"), second.get("tools"));
    }

    @Test
    void withoutStorageEveryItemIsSentAgainUnchanged() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say("20 and 25"));

        Run<String> run = model.ai()
                .prompt("Prices?")
                .tools(shop)
                .request(request -> request.store(false))
                .run();

        assertEquals("20 and 25", run.value());
        List<Json> input = model.requests().get(2).get("input").elements();
        assertEquals(
                List.of("message", "function_call", "function_call_output", "function_call", "function_call_output"),
                input.stream()
                        .map(item -> item.get("type") == null
                                ? "message"
                                : item.get("type").string())
                        .toList());
        assertNull(model.requests().get(2).get("previous_response_id"));
        assertEquals(
                Json.string("reasoning.encrypted_content"),
                model.requests().get(0).get("include").elements().get(0));
    }

    @Test
    void callsOfOneResponseRunAtTheSameTimeAndAreAnsweredInTheirOrder() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("meet", Map.of("name", "Ada")).call("meet", Map.of("name", "Bob")))
                .then(turn -> turn.say("both"));

        Run<String> run = model.ai().prompt("Meet").tools(shop).run();

        assertEquals("both", run.value());
        assertEquals(
                List.of("met Ada", "met Bob"),
                run.toolCalls().stream().map(call -> call.result().output()).toList());
        assertEquals(
                List.of("\"met Ada\"", "\"met Bob\""),
                model.requests().get(1).get("input").elements().stream()
                        .map(item -> item.get("output").text())
                        .toList());
    }

    @Test
    void unknownToolsBrokenArgumentsAndExceptionsAreAnsweredAndTheRunGoesOn() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilo", Map.of("material", "PLA"))
                        .callWithText("price_per_kilogram", "{\"material\":")
                        .call("price_per_kilogram", Map.of("matter", "PLA"))
                        .call("price_per_kilogram", Map.of("material", "Wood"))
                        .call("explode", Map.of())
                        .call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai().prompt("Try").tools(shop).run();

        assertEquals("done", run.value());
        List<String> outputs =
                run.toolCalls().stream().map(call -> call.result().output()).toList();
        assertTrue(outputs.get(0).contains("price_per_kilogram"), outputs.get(0));
        assertTrue(outputs.get(1).length() < 400, outputs.get(1));
        assertTrue(outputs.get(2).contains("matter"), outputs.get(2));
        assertEquals("No price for Wood; there are PLA and PETG", outputs.get(3));
        assertFalse(outputs.get(4).contains("hunter2"), outputs.get(4));
        assertEquals("20.0", outputs.get(5));
        assertEquals(
                List.of(
                        ToolResult.Kind.UNKNOWN_TOOL,
                        ToolResult.Kind.INVALID_ARGUMENTS,
                        ToolResult.Kind.INVALID_ARGUMENTS,
                        ToolResult.Kind.FAILED,
                        ToolResult.Kind.FAILED),
                run.toolCalls().stream()
                        .filter(call -> call.result() instanceof ToolResult.Failure)
                        .map(call -> ((ToolResult.Failure) call.result()).kind())
                        .toList());
    }

    @Test
    void aSlowToolIsStoppedAndTheRunGoesOn() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("sleep", Map.of()).call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.say("without it"));

        Run<String> run = model.ai()
                .prompt("Try")
                .tools(shop)
                .toolTimeout(Duration.ofMillis(50))
                .run();

        assertEquals("without it", run.value());
        ToolResult.Failure failure = (ToolResult.Failure) run.toolCalls().get(0).result();
        assertEquals(ToolResult.Kind.TIMED_OUT, failure.kind());
        assertTrue(shop.interrupted.await(30, TimeUnit.SECONDS), "the tool's thread was not interrupted");
    }

    @Test
    void anErrorInAToolReachesTheCaller() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.call("fatal", Map.of()));

        AssertionError e = assertThrows(
                AssertionError.class, () -> model.ai().prompt("Try").tools(shop).run());

        assertEquals("not for the model", e.getMessage());
    }

    @Test
    void atTheRoundLimitTheModelIsAskedToSumUpWithoutTools() {
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            model.then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")));
        }
        model.then(turn -> turn.say("I give up"));

        Run<String> run = model.ai().prompt("Loop").tools(shop).maxRounds(3).run();

        assertEquals(Limit.ROUNDS, ((RunEnd.LimitReached) run.end()).limit());
        assertEquals("I give up", run.text());
        assertEquals(3, shop.calls.get());
        assertEquals(Json.string("none"), model.requests().get(3).get("tool_choice"));
        RunLimitException e = assertThrows(RunLimitException.class, run::value);
        assertSame(run, e.run());
    }

    @Test
    void aForcedToolIsForcedOnlyOnce() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.say("20"));

        model.ai()
                .prompt("Price?")
                .tools(shop)
                .request(request -> request.toolChoice(dev.makerai.responses.ToolChoice.REQUIRED))
                .run()
                .value();

        assertEquals(Json.string("required"), model.requests().get(0).get("tool_choice"));
        assertEquals(Json.string("auto"), model.requests().get(1).get("tool_choice"));
    }

    @Test
    void theTypedAnswerSurvivesRoundsOfTools() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.answer(new Quote("PETG", 25)));

        Run<Quote> run = model.ai().prompt("Quote").tools(shop).run(Quote.class);

        assertEquals(new Quote("PETG", 25), run.value());
        for (Json request : model.requests()) {
            assertEquals(
                    "json_schema", request.get("text").get("format").get("type").string());
        }
    }

    @Test
    void anAnswerThatDoesNotFitTheTypeFailsWithItsText() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.answer(Map.of("material", "PETG")));

        Run<Quote> run = model.ai().prompt("Quote").run(Quote.class);

        RunFailedException e = assertThrows(RunFailedException.class, run::value);
        InvalidValueException cause = assertInstanceOf(InvalidValueException.class, e.getCause());
        assertTrue(cause.text().contains("PETG"), cause.text());
    }

    @Test
    void aRefusalIsAnEndOfItsOwn() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.refuse("I will not print that"));

        Run<Quote> run = model.ai().prompt("Quote").run(Quote.class);

        assertEquals(new RunEnd.Refused("I will not print that"), run.end());
        assertThrows(RunRefusedException.class, run::value);
    }

    @Test
    void aCutAnswerIsAnEndOfItsOwnAndKeepsItsText() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.say("It was the best of").cutOff("max_output_tokens"));

        Run<String> run = model.ai().prompt("Tell").run();

        assertEquals(new RunEnd.Incomplete("max_output_tokens"), run.end());
        assertEquals("It was the best of", run.text());
        assertThrows(RunIncompleteException.class, run::value);
    }

    @Test
    void aFailedRequestEndsTheRunAndKeepsWhatWasDone() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                .then(turn -> turn.fail(400, "invalid_value", "Nope"));

        Run<String> run = model.ai().prompt("Price?").tools(shop).run();

        RunFailedException e = assertThrows(RunFailedException.class, run::value);
        assertInstanceOf(ApiException.class, e.getCause());
        assertEquals(1, e.run().toolCalls().size());
    }

    @Test
    void anInterruptCancelsTheRunAndItsTools() throws Exception {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.call("sleep", Map.of()));
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicBoolean flagKept = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            Run<String> run = model.ai().prompt("Sleep").tools(shop).run();
            cancelled.set(run.end() instanceof RunEnd.Cancelled);
            flagKept.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        while (model.requests().isEmpty()) {
            Thread.sleep(5);
        }

        thread.interrupt();
        thread.join(30_000);

        assertTrue(cancelled.get());
        assertTrue(flagKept.get());
    }

    @Test
    void theStoryTellsWhatWasCalledAndWhatItAnswered() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "Wood")))
                .then(turn -> turn.say("No wood here"));

        String story = model.ai().prompt("Price?").tools(shop).run().explain();

        assertEquals("""
                Round 1 (scripted-model)
                  the model called price_per_kilogram {"material":"Wood"}
                    !! No price for Wood; there are PLA and PETG
                Round 2 (scripted-model)
                  the model said No wood here
                Completed; the service reported no tokens
                """, story.replaceAll(" \\(\\d+ ms\\)", ""));
    }

    @Test
    void theStoryTellsTheDeveloperWhatTheModelWasNotTold() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.call("explode", Map.of())).then(turn -> turn.say("It failed"));

        Run<String> run = model.ai().prompt("Try").tools(shop).run();

        assertTrue(
                run.explain().contains("the program knows: java.lang.IllegalStateException: password=hunter2"),
                run.explain());
        assertFalse(model.requests().toString().contains("hunter2"));
    }

    static final class Slow {
        final CountDownLatch release = new CountDownLatch(1);

        @Tool("Does not listen")
        String hang() {
            boolean released = false;
            while (!released) {
                try {
                    released = release.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    // That is what it is for: a tool that does not listen.
                    continue;
                }
            }
            return "released";
        }

        @Tool("Takes a tenth of a second")
        String nap() throws InterruptedException {
            Thread.sleep(100);
            return "awake";
        }
    }

    @Test
    void hungToolsOfOneRunAreNoTroubleToAnother() {
        Slow slow = new Slow();
        ScriptedModel hanging = new ScriptedModel()
                .then(turn -> {
                    for (int i = 0; i < 100; i++) {
                        turn.call("hang", Map.of());
                    }
                })
                .then(turn -> turn.say("given up"));
        ScriptedModel other =
                new ScriptedModel().then(turn -> turn.call("nap", Map.of())).then(turn -> turn.say("done"));

        Run<String> first = hanging.ai()
                .prompt("Hang")
                .tools(slow)
                .toolTimeout(Duration.ofMillis(20))
                .run();
        Run<String> second = other.ai().prompt("Nap").tools(slow).run();

        assertEquals("given up", first.value());
        assertEquals("awake", second.toolCalls().get(0).result().output());
        slow.release.countDown();
    }

    @Test
    void theTimeLimitOfACallBeginsWhenTheCallBegins() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> {
                    for (int i = 0; i < 600; i++) {
                        turn.call("nap", Map.of());
                    }
                })
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Nap")
                .tools(new Slow())
                .toolTimeout(Duration.ofMillis(1500))
                .run();

        // They do not fit into the places at once and take longer in all; none of them may pay for its waiting.
        assertTrue(run.toolCalls().stream().allMatch(call -> call.result() instanceof ToolResult.Success));
    }

    static final class Spinner {
        final AtomicBoolean released = new AtomicBoolean();
        final AtomicInteger running = new AtomicInteger();

        @Tool("Computes without end")
        long spin() {
            running.incrementAndGet();
            long x = 0;
            while (!released.get()) {
                x++;
            }
            running.decrementAndGet();
            return x;
        }

        @Tool("Answers at once")
        String quick() {
            return "quick";
        }
    }

    @Test
    void toolsThatComputeWithoutEndDoNotKeepLaterOnesFromRunning() {
        Spinner spinner = new Spinner();
        int more = Runtime.getRuntime().availableProcessors() + 1;
        ScriptedModel model = new ScriptedModel()
                .then(turn -> {
                    for (int i = 0; i < more; i++) {
                        turn.call("spin", Map.of());
                    }
                })
                .then(turn -> turn.call("quick", Map.of()))
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Spin")
                .tools(spinner)
                .toolTimeout(Duration.ofSeconds(2))
                .run();
        spinner.released.set(true);

        assertEquals("done", run.value());
        assertEquals("quick", run.toolCalls().get(more).result().output());
    }

    @Test
    void whatIsGivenUpAndRunsOnIsBounded() throws Exception {
        Slow slow = new Slow();
        ScriptedModel model = new ScriptedModel().then(turn -> {
            for (int i = 0; i < ToolThreads.MOST_GIVEN_UP + 40; i++) {
                turn.call("hang", Map.of());
            }
        });
        model.then(turn -> turn.call("nap", Map.of())).then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Hang")
                .tools(slow)
                .toolTimeout(Duration.ofMillis(20))
                .run();

        List<ToolResult.Kind> kinds = run.toolCalls().stream()
                .map(call -> ((ToolResult.Failure) call.result()).kind())
                .toList();
        assertEquals(ToolResult.Kind.TIMED_OUT, kinds.get(0));
        assertEquals(ToolResult.Kind.OVERLOADED, kinds.get(kinds.size() - 1));
        String told = run.toolCalls().get(kinds.size() - 1).result().output();
        assertTrue(told.contains("nap was not run: 128 calls"), told);

        slow.release.countDown();
        while (ToolThreads.areUsedUp()) {
            Thread.sleep(5);
        }
        ScriptedModel later =
                new ScriptedModel().then(turn -> turn.call("nap", Map.of())).then(turn -> turn.say("done"));
        assertEquals(
                "awake",
                later.ai()
                        .prompt("Nap")
                        .tools(slow)
                        .run()
                        .toolCalls()
                        .get(0)
                        .result()
                        .output());
    }

    @Test
    void aToolTimeoutBeyondADayIsRefusedWhereItIsSet() {
        for (Duration timeout : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofHours(25), Duration.ZERO)) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new ScriptedModel().ai().prompt("Try").toolTimeout(timeout));
            assertTrue(e.getMessage().contains("at most a day"), e.getMessage());
        }
        assertEquals(
                "ok",
                new ScriptedModel()
                        .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PLA")))
                        .then(turn -> turn.say("ok"))
                        .ai()
                        .prompt("Try")
                        .tools(shop)
                        .toolTimeout(Duration.ofDays(1))
                        .run()
                        .value());
    }
}
