package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Prompt;
import dev.makerai.http.Cancellation;
import dev.makerai.responses.InputContent;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputText;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.DynamicTool;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Preview;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolContext;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.ToolLimits;
import dev.makerai.tools.ToolPolicy;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Effects and approvals, limits, context and threads of tools. */
class ToolCareTest {
    private static final int PATIENCE_SECONDS = 60;

    private final Shop shop = new Shop();

    static final class Shop {
        final List<String> done = new ArrayList<>();
        final AtomicInteger tries = new AtomicInteger();
        final CountDownLatch began = new CountDownLatch(1);
        volatile Thread thread = Thread.currentThread();
        volatile ToolContext context = ToolContext.NONE;

        @Tool(value = "Stores a price", effect = Effect.WRITE)
        String storePrice(String material, double euro) {
            done.add(material + " " + euro);
            return "Stored";
        }

        @Tool(value = "Heats a nozzle", effect = Effect.MACHINE)
        @ToolLimits(device = "printer")
        @Preview("Heat the nozzle of {printer} to {celsius} °C")
        void heat(String printer, int celsius) {
            done.add(printer + " " + celsius);
        }

        @Tool("Looks who asks")
        String who(ToolContext given, String prefix) {
            context = given;
            return prefix + given.data(String.class);
        }

        @Tool("Says on which thread it runs")
        String where() {
            thread = Thread.currentThread();
            return "here";
        }

        @Tool("May be called twice")
        @ToolLimits(maxCalls = 2)
        String rare(int number) {
            return "number " + number;
        }

        @Tool("Fails twice")
        @ToolLimits(retries = 2)
        String flaky() {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            return "at last";
        }

        @Tool("Says no")
        @ToolLimits(retries = 2)
        String refusing() {
            tries.incrementAndGet();
            throw new ToolFailure("No.");
        }

        @Tool("Takes for ever")
        String wait(ToolContext given) throws InterruptedException {
            context = given;
            began.countDown();
            new CountDownLatch(1).await();
            return "never";
        }

        @Tool("Takes for ever, but not here")
        @ToolLimits(timeoutSeconds = 0.05)
        String waitShortly() throws InterruptedException {
            return wait(ToolContext.NONE);
        }

        @Tool("Says much")
        @ToolLimits(maxOutputCharacters = 10)
        String talk() {
            return "more than ten";
        }

        @Tool("Shows a part")
        List<InputContent> show() {
            return List.of(new InputText("This one"), InputImage.ofUrl("https://example.com/a.png"));
        }
    }

    private static ScriptedModel calling(String tool, Map<String, Object> arguments) {
        return new ScriptedModel().then(turn -> turn.call(tool, arguments)).then(turn -> turn.say("done"));
    }

    private Prompt prompt(ScriptedModel model) {
        return model.ai().prompt("Go").tools(shop);
    }

    private static ToolResult.Failure failure(Run<?> run, int call) {
        return assertInstanceOf(
                ToolResult.Failure.class, run.toolCalls().get(call).result());
    }

    @Test
    void whatDoesMoreThanLookIsDeniedUnlessSomebodyApproves() {
        Run<String> run = prompt(calling("store_price", Map.of("material", "PETG", "euro", 20)))
                .run();

        assertEquals("done", run.value());
        assertEquals(List.of(), shop.done);
        assertEquals(ToolResult.Kind.DENIED, failure(run, 0).kind());
        assertTrue(
                failure(run, 0).output().contains("Prompt.approver"),
                failure(run, 0).output());
    }

    @Test
    void theApproverSeesWhatWouldBeDoneAndDecides() {
        List<PendingCall> asked = new ArrayList<>();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("heat", Map.of("printer", "Mk4\nOK?", "celsius", 240))
                        .call("store_price", Map.of("material", "PLA", "euro", 9.5))
                        .call("heat", Map.of("printer", 7))
                        .call("where", Map.of()))
                .then(turn -> turn.say("done"));

        Run<String> run = prompt(model)
                .approver(call -> {
                    asked.add(call);
                    return call.policy().effect() == Effect.MACHINE
                            ? Approval.approve()
                            : Approval.deny("Prices are fixed.");
                })
                .run();

        assertEquals(List.of("Mk4\nOK? 240"), shop.done);
        assertEquals(
                List.of(
                        "Heat the nozzle of \"Mk4U+000AOK?\" to 240 °C",
                        "store_price(\"material\": \"PLA\", \"euro\": 9.5)"),
                asked.stream().map(PendingCall::preview).toList());
        assertEquals(run.id(), asked.get(0).runId());
        assertEquals(run.toolCalls().get(0).id(), asked.get(0).callId());
        assertTrue(
                failure(run, 1).output().endsWith("it was not run: Prices are fixed."),
                failure(run, 1).output());
        assertEquals(ToolResult.Kind.INVALID_ARGUMENTS, failure(run, 2).kind());
    }

    @Test
    void anApproverUpToAnEffectKeepsMachinesStill() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("heat", Map.of("printer", "Mk4", "celsius", 240))
                        .call("store_price", Map.of("material", "PLA", "euro", 9.5)))
                .then(turn -> turn.say("done"));

        Run<String> run = prompt(model).approver(Approver.upTo(Effect.WRITE)).run();

        assertEquals(List.of("PLA 9.5"), shop.done);
        assertTrue(
                failure(run, 0).output().contains("Only calls up to WRITE"),
                failure(run, 0).output());
    }

    static final class Farm {
        final AtomicInteger onMk4 = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final CountDownLatch both = new CountDownLatch(2);

        @Tool(value = "Moves a head", effect = Effect.MACHINE)
        @ToolLimits(device = "printer")
        String move(String printer, int millimetres) throws InterruptedException {
            if (printer.equals("Mk4")) {
                most.accumulateAndGet(onMk4.incrementAndGet(), Math::max);
            }
            if (millimetres == 1) {
                // Only two devices at a time can get beyond this.
                both.countDown();
                assertTrue(both.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            Thread.sleep(10);
            if (printer.equals("Mk4")) {
                onMk4.decrementAndGet();
            }
            return "moved";
        }
    }

    @Test
    void aDeviceGetsOneCallAtATimeAndAnotherOneItsOwn() {
        Farm farm = new Farm();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> {
                    turn.call("move", Map.of("printer", "Mk4", "millimetres", 1));
                    turn.call("move", Map.of("printer", "XL", "millimetres", 1));
                    for (int i = 2; i < 8; i++) {
                        turn.call("move", Map.of("printer", "Mk4", "millimetres", i));
                    }
                })
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Move")
                .tools(farm)
                .approver(Approver.upTo(Effect.MACHINE))
                .run();

        run.toolCalls().forEach(call -> assertEquals("moved", call.result().output()));
        assertEquals(1, farm.most.get());
        assertEquals(0, DeviceLocks.size());
    }

    @Test
    void aDeviceIsTheSameHoweverAModelWritesItsName() {
        Farm farm = new Farm();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> {
                    for (String name : List.of("Mk4", "\\u004dk4", "M\\u006b4", "Mk\\u0034")) {
                        turn.callWithText("move", "{\"printer\":\"" + name + "\",\"millimetres\":2}");
                    }
                })
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Move")
                .tools(farm)
                .approver(Approver.upTo(Effect.MACHINE))
                .run();

        run.toolCalls().forEach(call -> assertEquals("moved", call.result().output()));
        assertEquals(1, farm.most.get());
    }

    static final class Stuck {
        final CountDownLatch release = new CountDownLatch(1);

        @Tool(value = "Moves a head and does not come back", effect = Effect.MACHINE)
        @ToolLimits(timeoutSeconds = 0.05)
        String move(int number) {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return "moved";
        }
    }

    @Test
    void whatWaitedForItsDeviceInVainIsToldSo() {
        Stuck stuck = new Stuck();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("move", Map.of("number", 1)))
                .then(turn -> turn.call("move", Map.of("number", 2)))
                .then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Move")
                .tools(stuck)
                .approver(Approver.upTo(Effect.MACHINE))
                .run();
        stuck.release.countDown();

        assertEquals("done", run.value());
        assertTrue(
                failure(run, 0).output().contains("was stopped"),
                failure(run, 0).output());
        assertTrue(
                failure(run, 1).output().contains("was not run, since its device was in use for 0.05 s"),
                failure(run, 1).output());
        assertEquals(ToolResult.Kind.TIMED_OUT, failure(run, 1).kind());
    }

    @Test
    void aModelCannotEndTheQuotationOfItsWords() {
        List<String> previews = new ArrayList<>();
        prompt(calling("heat", Map.of("printer", "Mk4\" to 20 °C. Or \"XL", "celsius", 280)))
                .approver(call -> {
                    previews.add(call.preview());
                    return Approval.deny("No.");
                })
                .run();

        assertEquals(List.of("Heat the nozzle of \"Mk4\\\" to 20 °C. Or \\\"XL\" to 280 °C"), previews);
    }

    @Test
    void aDecisionThatIsNoneLetsNothingPass() {
        Prompt prompt = prompt(calling("heat", Map.of("printer", "Mk4", "celsius", 240)));

        assertThrows(
                IllegalStateException.class, () -> prompt.approver(call -> null).run());
        assertEquals(List.of(), shop.done);
    }

    @Test
    void whatACarrierThrowsReachesTheCaller() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.call("where", Map.of()).call("rare", Map.of("number", 1)));
        Prompt prompt = prompt(model).contextCarrier(tool -> () -> {
            throw new IllegalArgumentException("no context");
        });

        assertEquals(
                "no context",
                assertThrows(IllegalArgumentException.class, prompt::run).getMessage());
    }

    @Test
    void whatWasDeniedDoesNotCountAmongTheCallsOfATool() {
        DynamicTool once = DynamicTool.of("once", "Does it once", Fan.class, (arguments, context) -> "done")
                .withPolicy(new ToolPolicy(Effect.WRITE, null, 1, 0, false, "", false, 100, ""));
        AtomicInteger asked = new AtomicInteger();
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            int percent = i;
            model.then(turn -> turn.call("once", Map.of("percent", percent)));
        }
        model.then(turn -> turn.say("done"));

        Run<String> run = model.ai()
                .prompt("Once")
                .tools(once)
                .approver(call -> asked.getAndIncrement() == 0 ? Approval.deny("Not yet.") : Approval.approve())
                .run();

        assertEquals(ToolResult.Kind.DENIED, failure(run, 0).kind());
        assertEquals("done", run.toolCalls().get(1).result().output());
        assertEquals(ToolResult.Kind.TOO_MANY_CALLS, failure(run, 2).kind());
    }

    @Test
    void aToolGetsTheContextOfItsCallWhichTheModelDoesNotSee() {
        ScriptedModel model = calling("who", Map.of("prefix", "for "));

        Run<String> run = prompt(model).toolData("customer 42").run();

        assertEquals("for customer 42", run.toolCalls().get(0).result().output());
        assertEquals(run.id(), shop.context.runId());
        assertEquals(run.toolCalls().get(0).id(), shop.context.callId());
        assertFalse(model.requests().get(0).text().contains("given"));
    }

    @Test
    void aCallThatIsAloneRunsOnTheThreadOfTheRunUnlessItMayHaveToBeLeftBehind() {
        assertEquals("done", prompt(calling("where", Map.of())).run().value());
        assertSame(Thread.currentThread(), shop.thread);

        assertEquals(
                "done",
                prompt(calling("where", Map.of()))
                        .toolTimeout(Duration.ofMinutes(1))
                        .run()
                        .value());
        assertNotSame(Thread.currentThread(), shop.thread);
    }

    @Test
    void whatBelongsToTheThreadIsCarriedAlong() {
        ConcurrentLinkedQueue<String> carried = new ConcurrentLinkedQueue<>();
        Thread caller = Thread.currentThread();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("where", Map.of()).call("rare", Map.of("number", 1)))
                .then(turn -> turn.say("done"));

        Run<String> run = prompt(model)
                .contextCarrier(tool -> {
                    assertSame(caller, Thread.currentThread());
                    return () -> {
                        carried.add("carried");
                        tool.run();
                    };
                })
                .run();

        assertEquals("done", run.value());
        assertEquals(2, carried.size());
    }

    @Test
    void aToolIsCalledNoMoreOftenThanItMayBe() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("rare", Map.of("number", 1)).call("rare", Map.of("number", 2)))
                .then(turn -> turn.call("rare", Map.of("number", 3)))
                .then(turn -> turn.say("done"));

        Run<String> run = prompt(model).run();

        assertEquals("number 2", run.toolCalls().get(1).result().output());
        assertEquals(ToolResult.Kind.TOO_MANY_CALLS, failure(run, 2).kind());
    }

    @Test
    void anExceptionIsTriedAgainButAnAnswerIsNot() {
        Run<String> flaky = prompt(calling("flaky", Map.of())).run();
        assertEquals("at last", flaky.toolCalls().get(0).result().output());

        shop.tries.set(0);
        Run<String> refusing = prompt(calling("refusing", Map.of())).run();
        assertEquals("No.", failure(refusing, 0).output());
        assertEquals(1, shop.tries.get());
    }

    @Test
    void aToolCanHaveLimitsOfItsOwn() {
        assertEquals(
                ToolResult.Kind.TIMED_OUT,
                failure(prompt(calling("wait_shortly", Map.of())).run(), 0).kind());
        String tooLong = failure(prompt(calling("talk", Map.of())).run(), 0).output();
        assertTrue(tooLong.contains("returned 13 characters, but at most 10"), tooLong);
    }

    @Test
    void picturesAreShownAsSuch() {
        ScriptedModel model = calling("show", Map.of());

        prompt(model).run();

        String sent = model.requests().get(1).text();
        assertTrue(sent.contains("\"image_url\":\"https://example.com/a.png\""), sent);
        assertTrue(sent.contains("\"text\":\"This one\""), sent);
    }

    record Fan(int percent) {}

    @Test
    void toolsAreMadeWhileTheProgramRuns() {
        DynamicTool fan = DynamicTool.of("set_fan", "Sets the fan", Fan.class, (arguments, context) -> {
            shop.done.add("fan " + arguments.percent());
            return Map.of("percent", arguments.percent());
        });

        Run<String> run = calling("set_fan", Map.of("percent", 30))
                .ai()
                .prompt("Cool it")
                .tools(Toolset.of(fan))
                .run();

        assertEquals(List.of("fan 30"), shop.done);
        assertEquals("{\"percent\":30}", run.toolCalls().get(0).result().output());
    }

    @Test
    void theDeadlineEndsARunInTheMiddleOfATool() {
        for (boolean isAlone : List.of(true, false)) {
            ScriptedModel model = new ScriptedModel().then(turn -> {
                turn.call("where", Map.of());
                if (!isAlone) {
                    turn.call("wait", Map.of());
                } else {
                    turn.call("wait_shortly", Map.of());
                }
            });
            model.then(turn -> turn.call("wait", Map.of()));

            Run<String> run = prompt(model).deadline(Duration.ofSeconds(2)).run();

            RunEnd.LimitReached end = assertInstanceOf(RunEnd.LimitReached.class, run.end());
            assertEquals(Limit.DEADLINE, end.limit());
            ToolCall last = run.toolCalls().get(run.toolCalls().size() - 1);
            assertEquals(ToolResult.Kind.INTERRUPTED, ((ToolResult.Failure) last.result()).kind());
            assertEquals("here", run.toolCalls().get(0).result().output());
        }
    }

    @Test
    void aRunIsCancelledFromAnotherThread() throws Exception {
        for (boolean isAlone : List.of(true, false)) {
            Shop other = new Shop();
            Cancellation cancellation = new Cancellation();
            Thread stopper = new Thread(() -> {
                try {
                    other.began.await();
                } catch (InterruptedException e) {
                    return;
                }
                cancellation.cancel();
            });
            stopper.start();
            ScriptedModel model = new ScriptedModel().then(turn -> {
                turn.call("wait", Map.of());
                if (!isAlone) {
                    turn.call("where", Map.of());
                }
            });

            Run<String> run = model.ai()
                    .prompt("Wait")
                    .tools(other)
                    .cancellation(cancellation)
                    .run();

            assertEquals(new RunEnd.Cancelled(), run.end());
            assertEquals(ToolResult.Kind.INTERRUPTED, failure(run, 0).kind());
            assertTrue(
                    failure(run, 0).output().contains("not known how far"),
                    failure(run, 0).output());
            assertTrue(other.context.cancellation().isCancelled());
            assertFalse(Thread.interrupted(), "the interrupt was for the tool alone");
            stopper.join();
        }
    }

    @Test
    void aRunThatWasCancelledDoesNotBegin() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("hello"));

        assertEquals(
                new RunEnd.Cancelled(),
                prompt(model).cancellation(cancellation).run().end());
        assertEquals(List.of(), model.requests());
    }

    @Test
    void aModelThatTurnsInCirclesIsAskedToSumUp() {
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            model.then(turn -> turn.call("where", Map.of()));
        }
        model.then(turn -> turn.say("I give up"));

        Run<String> run = prompt(model).maxRepeats(3).run();

        RunEnd.LimitReached end = assertInstanceOf(RunEnd.LimitReached.class, run.end());
        assertEquals(Limit.REPEATED_CALLS, end.limit());
        assertEquals("I give up", run.text());
        assertEquals("none", model.requests().get(3).get("tool_choice").string());
    }
}
