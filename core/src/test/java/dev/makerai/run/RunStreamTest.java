package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.schema.Partial;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolContext;
import dev.makerai.tools.ToolProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The event view of a run, and listeners, who see the same. */
class RunStreamTest {
    private static final int PATIENCE_SECONDS = 60;

    record Price(String material, double euro) {}

    private final Slicer slicer = new Slicer();

    static final class Slicer {
        final CountDownLatch wasSeen = new CountDownLatch(1);
        final CountDownLatch began = new CountDownLatch(1);
        final CountDownLatch wasInterrupted = new CountDownLatch(1);
        volatile Thread thread = Thread.currentThread();

        @Tool("Slices a model")
        String slice(String file, ToolContext context) throws InterruptedException {
            thread = Thread.currentThread();
            context.progress(0.5, "layer 50 of 100");
            boolean unused = wasSeen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return "sliced " + file;
        }

        @Tool("Says a thousand times how far it is")
        String chatty(ToolContext context) {
            for (int i = 0; i < 1000; i++) {
                context.progress(i / 1000.0, "at " + i);
            }
            return "done";
        }

        @Tool("Takes for ever")
        String hang() throws InterruptedException {
            began.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } finally {
                wasInterrupted.countDown();
            }
        }
    }

    @Test
    void theEventsOfARunComeInTheirOrder() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say("I look.")
                        .call("slice", Map.of("file", "a.stl"))
                        .call("nothing", Map.of()))
                .then(turn -> turn.say("It is sliced."));
        slicer.wasSeen.countDown();
        List<String> kinds = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (RunStream<String> events = model.ai().prompt("Slice").tools(slicer).stream()) {
            for (RunEvent event : events) {
                if (event instanceof RunEvent.TextDelta delta) {
                    text.append(delta.text());
                } else if (!(event instanceof RunEvent.Received)) {
                    kinds.add(event.getClass().getSimpleName());
                }
            }
            assertEquals("It is sliced.", events.run().value());
        }
        assertEquals("I look.It is sliced.", text.toString());
        assertEquals(
                List.of(
                        "RoundStarted",
                        "ToolFinished",
                        "ToolStarted",
                        "Progress",
                        "ToolFinished",
                        "RoundFinished",
                        "RoundStarted",
                        "RoundFinished",
                        "Ended"),
                kinds);
    }

    @Test
    void progressIsSeenWhileTheOnlyToolStillRuns() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")))
                .then(turn -> turn.say("Done."));
        try (RunStream<String> events = model.ai().prompt("Slice").tools(slicer).stream()) {
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Progress progress) {
                    assertEquals(new ToolProgress(0.5, "layer 50 of 100"), progress.progress());
                    assertEquals("slice", progress.tool());
                    slicer.wasSeen.countDown();
                }
            }
            assertEquals(0, slicer.wasSeen.getCount());
            assertNotSame(Thread.currentThread(), slicer.thread);
            assertEquals("Done.", events.run().value());
        }
    }

    @Test
    void aListenerSeesTheProgressOfAToolOnTheRunsOwnThread() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("file", "a.stl")))
                .then(turn -> turn.say("Done."));
        List<String> seen = new ArrayList<>();
        Run<String> run = model.ai()
                .prompt("Slice")
                .tools(slicer)
                .listener((id, event) -> {
                    if (event instanceof RunEvent.Progress progress) {
                        seen.add(id + " " + progress.progress().message());
                        slicer.wasSeen.countDown();
                    }
                })
                .run();
        assertSame(Thread.currentThread(), slicer.thread);
        assertEquals(List.of(run.id() + " layer 50 of 100"), seen);
    }

    @Test
    void ofManyWordsOfProgressTheLastIsSeen() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.call("chatty", Map.of())).then(turn -> turn.say("Done."));
        List<RunEvent> seen = new ArrayList<>();
        try (RunStream<String> events = model.ai().prompt("Go").tools(slicer).stream()) {
            events.forEach(event -> {
                if (event instanceof RunEvent.Progress || event instanceof RunEvent.ToolFinished) {
                    seen.add(event);
                }
            });
        }
        assertInstanceOf(RunEvent.ToolFinished.class, seen.get(seen.size() - 1));
        assertTrue(seen.size() <= 1001, () -> seen.size() + " events");
    }

    @Test
    void aClosedStreamStopsItsTools() throws Exception {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.call("hang", Map.of()));
        RunStream<String> events = model.ai().prompt("Go").tools(slicer).stream();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.ToolStarted) {
                assertTrue(slicer.began.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
                events.close();
            }
        }
        assertTrue(slicer.wasInterrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(RunEnd.Cancelled.class, events.run().end());
        assertThrows(IllegalStateException.class, events::iterator);
    }

    @Test
    void aTypedAnswerGrowsUntilItIsWhole() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.answer(new Price("PETG of a good kind", 25)));
        List<Partial<?>> partials = new ArrayList<>();
        try (RunStream<Price> events = model.ai().prompt("Price?").stream(Price.class)) {
            for (RunEvent event : events) {
                if (event instanceof RunEvent.PartialAnswer partial) {
                    partials.add(partial.partial());
                }
            }
            assertEquals(new Price("PETG of a good kind", 25), events.run().value());
        }
        assertEquals(
                new Price("PETG of a good kind", 25),
                partials.get(partials.size() - 1).value());
        assertTrue(partials.size() > 1);
    }

    @Test
    void whatAListenerThrowsReachesTheCallerWhateverItIs() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("Done."));
        DecodeException problem = new DecodeException("of the listener", "$", "", null, null);
        DecodeException thrown = assertThrows(
                DecodeException.class,
                () -> model.ai()
                        .prompt("Go")
                        .listener((id, event) -> {
                            throw problem;
                        })
                        .run());
        assertSame(problem, thrown);
    }

    @Test
    void listenersAreCalledInTheOrderInWhichTheyWereGiven() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("Done."));
        List<String> order = new ArrayList<>();
        model.ai()
                .prompt("Go")
                .listener((id, event) -> order.add("first"))
                .listener((id, event) -> order.add("second"))
                .run();
        assertEquals(List.of("first", "second"), order.subList(0, 2));
        assertEquals(0, order.size() % 2);
    }

    @Test
    void progressIsBounded() {
        assertThrows(IllegalArgumentException.class, () -> new ToolProgress(1.5, ""));
        assertThrows(IllegalArgumentException.class, () -> new ToolProgress(-0.1, ""));
        assertEquals(
                ToolProgress.MAX_CHARACTERS,
                new ToolProgress(Double.NaN, "x".repeat(9999)).message().length());
    }
}
