package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.cost.Budget;
import dev.makerai.errors.RateLimitException;
import dev.makerai.history.HistoryCheck;
import dev.makerai.http.Cancellation;
import dev.makerai.responses.Usage;
import dev.makerai.testing.Fault;
import dev.makerai.testing.Faults;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit where it just holds and where it just does not, and that a run which it ends can be gone on with. */
class LimitEdgesTest {
    static final class Shop {
        final CountDownLatch never = new CountDownLatch(1);
        Runnable onPrice = () -> {};

        @Tool("Price of a material")
        double price(String material) {
            onPrice.run();
            return 24.9;
        }

        @Tool("Waits for a customer")
        void waitForCustomer() throws InterruptedException {
            never.await();
        }
    }

    private final Shop shop = new Shop();

    /** A model that asks for a price so often, each time for another material, and then answers. */
    private static ScriptedModel asking(int times) {
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < times; i++) {
            String material = "M" + i;
            model.then(turn -> turn.call("price", Map.of("material", material)).usage(Usage.of(900, 0, 0, 100, 0)));
        }
        return answering(model);
    }

    private static ScriptedModel answering(ScriptedModel model) {
        return model.then(turn -> turn.say("answer").usage(Usage.of(900, 0, 0, 100, 0)));
    }

    private Prompt prompt(ScriptedModel model) {
        return model.ai().prompt("How much?").tools(shop);
    }

    private static void assertCompletes(Run<String> run) {
        assertInstanceOf(RunEnd.Completed.class, run.end(), run::explain);
        assertEquals("answer", run.text());
    }

    /** The run has ended by the limit; taken up in another process it comes to its answer, with a history that is whole. */
    private void assertGoesOn(Limit limit, Run<String> stopped, MakerAi ai, UnaryOperator<Prompt> more) {
        RunEnd.LimitReached end = assertInstanceOf(RunEnd.LimitReached.class, stopped.end(), stopped::explain);
        assertEquals(limit, end.limit());
        assertTrue(end.explanation().length() > 20, end.explanation());
        assertGoesOn(stopped, ai, more);
    }

    private void assertGoesOn(Run<String> stopped, MakerAi ai, UnaryOperator<Prompt> more) {
        SavedRun saved = SavedRun.parse(stopped.save().toJson().text());
        Run<String> resumed = more.apply(ai.resume(saved).tools(shop)).run();
        assertCompletes(resumed);
        if (Boolean.FALSE.equals(resumed.firstRequest().store())) {
            List<Step> steps = resumed.steps();
            HistoryCheck check =
                    HistoryCheck.of(steps.get(steps.size() - 1).request().input());
            assertEquals(List.of(), check.problems());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rounds(boolean isStored) {
        UnaryOperator<Prompt> history = prompt -> prompt.request(request -> request.store(isStored));
        assertCompletes(history.apply(prompt(asking(3))).maxRounds(4).run());

        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price", Map.of("material", "A")))
                .then(turn -> turn.call("price", Map.of("material", "B")))
                .then(turn -> turn.call("price", Map.of("material", "C")))
                .then(turn -> turn.say("so far"));
        answering(model);
        Run<String> stopped = history.apply(prompt(model)).maxRounds(3).run();
        assertEquals("so far", stopped.text());
        assertEquals(
                "none", model.requests().get(3).get("tool_choice").string(), "the closing round may not call tools");
        assertGoesOn(Limit.ROUNDS, stopped, model.ai(), prompt -> prompt);
    }

    @Test
    void repeatedCalls() {
        ScriptedModel often = new ScriptedModel();
        ScriptedModel tooOften = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            if (i < 2) {
                often.then(turn -> turn.call("price", Map.of("material", "PLA")));
            }
            tooOften.then(turn -> turn.call("price", Map.of("material", "PLA")));
        }
        assertCompletes(prompt(answering(often)).maxRepeats(3).run());

        tooOften.then(turn -> turn.say("so far"));
        Run<String> stopped = prompt(answering(tooOften)).maxRepeats(3).run();
        assertGoesOn(Limit.REPEATED_CALLS, stopped, tooOften.ai(), prompt -> prompt);
    }

    @Test
    void tokensOfABudget() {
        ScriptedModel enough = asking(1);
        assertCompletes(prompt(enough).budget(Budget.tokens(100_000)).run());

        ScriptedModel model = asking(1);
        Run<String> stopped = prompt(model).budget(Budget.tokens(1_000)).run();
        assertEquals(1, model.requests().size(), "what cannot be paid for is not sent");
        assertGoesOn(Limit.BUDGET, stopped, model.ai(), prompt -> prompt.budget(Budget.tokens(100_000)));
    }

    @Test
    void deadlineWhileTheServiceAnswers() {
        ScriptedModel model = asking(1);
        Faults faults = new Faults().then(Fault.slow(10, Duration.ofSeconds(1)));
        MakerAi slow = model.ai().toBuilder()
                .httpClient(faults.over(model.httpClient()))
                .build();

        Run<String> stopped = slow.prompt("How much?")
                .tools(shop)
                .deadline(Duration.ofMillis(300))
                .run();

        // The service has worked on the request that was given up, so the next one is for the first turn once more.
        assertGoesOn(Limit.DEADLINE, stopped, asking(1).ai(), prompt -> prompt.deadline(Duration.ofMinutes(1)));
    }

    @Test
    void deadlineWhileAStreamIsRead() {
        ScriptedModel model = asking(0);
        Faults faults = new Faults().then(Fault.slow(40, Duration.ofMillis(100)));
        MakerAi slow = model.ai().toBuilder()
                .httpClient(faults.over(model.httpClient()))
                .build();

        Run<String> stopped = slow.prompt("How much?").tools(shop).deadline(Duration.ofMillis(300)).stream(text -> {});

        assertGoesOn(Limit.DEADLINE, stopped, asking(0).ai(), prompt -> prompt);
    }

    @Test
    void deadlineWhileAnotherTryIsWaitedFor() {
        ScriptedModel model = asking(1);
        Faults faults = new Faults().then(10, Fault.rateLimit(Duration.ofSeconds(30)));
        MakerAi refused = model.ai().toBuilder()
                .httpClient(faults.over(model.httpClient()))
                .maxRetries(5)
                .build();

        Run<String> stopped = refused.prompt("How much?")
                .tools(shop)
                .deadline(Duration.ofMillis(300))
                .run();

        // A wait that is longer than what is left is not begun, so the run ends with the refusal at once.
        RunEnd.Failed end = assertInstanceOf(RunEnd.Failed.class, stopped.end(), stopped::explain);
        assertInstanceOf(RateLimitException.class, end.cause());
        assertGoesOn(stopped, model.ai(), prompt -> prompt);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deadlineWhileAToolRuns(boolean isStored) {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("wait_for_customer", Map.of()).call("price", Map.of("material", "A")));
        answering(model);

        Run<String> stopped = prompt(model)
                .request(request -> request.store(isStored))
                .deadline(Duration.ofMillis(300))
                .run();
        shop.never.countDown();

        assertGoesOn(Limit.DEADLINE, stopped, model.ai(), prompt -> prompt);
    }

    @Test
    void deadlineThatIsJustKept() {
        assertCompletes(prompt(asking(3)).deadline(Duration.ofMinutes(1)).run());
    }

    @Test
    void cancellingBeforeBetweenAndWhileAToolRuns() {
        Cancellation before = new Cancellation();
        before.cancel();
        ScriptedModel first = asking(1);
        Run<String> never = prompt(first).cancellation(before).run();
        assertInstanceOf(RunEnd.Cancelled.class, never.end());
        assertEquals(0, first.requests().size());
        assertGoesOn(never, first.ai(), prompt -> prompt);

        Cancellation meanwhile = new Cancellation();
        shop.onPrice = meanwhile::cancel;
        ScriptedModel second = asking(2);
        Run<String> cut = prompt(second).cancellation(meanwhile).run();
        assertInstanceOf(RunEnd.Cancelled.class, cut.end());
        shop.onPrice = () -> {};
        assertGoesOn(cut, second.ai(), prompt -> prompt);
    }

    @Test
    void capOnTheCallsOfATool() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.call("once", Map.of()).call("once", Map.of()));
        model.then(turn -> turn.say(turn.outputs("once").get(1).string()));
        Object once = new Object() {
            @Tool("Once")
            @dev.makerai.tools.ToolLimits(maxCalls = 1)
            String once() {
                return "first";
            }
        };

        Run<String> run = model.ai().prompt("Twice").tools(once).run();

        assertTrue(run.text().startsWith("once was called 1 times in this run"), run.text());
    }
}
