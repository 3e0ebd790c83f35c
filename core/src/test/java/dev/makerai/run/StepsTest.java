package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.ToolChoice;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class StepsTest {
    record Price(double euro) {}

    static final class Shop {
        int calls;

        @Tool("Price of one kilogram")
        double price(String material) {
            calls++;
            return 25;
        }
    }

    private final Shop shop = new Shop();
    private final ScriptedModel model = new ScriptedModel()
            .then(turn -> turn.call("price", Map.of("material", "PETG")))
            .then(turn -> turn.say("25"));

    @Test
    void eachRoundIsCarriedOutWhenItIsAskedFor() {
        try (Steps<String> steps = model.ai().prompt("Price?").tools(shop).steps()) {
            assertEquals(0, model.requests().size());
            Iterator<Step> rounds = steps.iterator();
            Step first = rounds.next();
            assertEquals(1, model.requests().size());
            assertEquals(1, shop.calls);
            assertEquals("price", first.calls().get(0).name());
            assertInstanceOf(RunEnd.Cancelled.class, steps.run().end());
            assertEquals("25", rounds.next().response().outputText());
            assertEquals(false, rounds.hasNext());
            assertThrows(NoSuchElementException.class, rounds::next);
            assertEquals("25", steps.run().value());
            assertEquals(2, steps.run().steps().size());
        }
    }

    @Test
    void theNextRequestCanBeSeenAndChanged() {
        List<String> seen = new ArrayList<>();
        try (Steps<String> steps = model.ai().prompt("Price?").tools(shop).steps()) {
            assertNotNull(steps.nextRequest());
            for (Step step : steps) {
                var next = steps.nextRequest();
                seen.add(
                        next == null
                                ? "none"
                                : ((FunctionCallOutput) next.input().get(0)).text());
                steps.nextRequest(request -> request.toBuilder()
                        .model("gpt-6-luna")
                        .toolChoice(ToolChoice.NONE)
                        .build());
            }
            assertNull(steps.nextRequest());
        }
        assertEquals(List.of("25.0", "none"), seen);
        Json second = model.requests().get(1);
        assertEquals("\"gpt-6-luna\"", String.valueOf(second.get("model")));
        assertEquals("\"none\"", String.valueOf(second.get("tool_choice")));
    }

    @Test
    void theStepsOfATypedAnswerEndWithItsValue() {
        ScriptedModel typed = new ScriptedModel().then(turn -> turn.answer(new Price(25)));
        try (Steps<Price> steps = typed.ai().prompt("Price?").steps(Price.class)) {
            for (Step step : steps) {
                assertEquals(1, step.round());
            }
            assertEquals(new Price(25), steps.run().value());
        }
    }

    @Test
    void closedBeforeItsEndARunIsCancelledAndCanBeGoneOnWith() {
        Run<String> run;
        try (Steps<String> steps = model.ai().prompt("Price?").tools(shop).steps()) {
            steps.iterator().next();
            run = steps.run();
            steps.close();
            assertNull(steps.nextRequest());
        }
        assertThrows(RunCancelledException.class, run::value);
        Run<String> resumed = model.ai().resume(run.save()).tools(shop).run();
        assertEquals("25", resumed.value());
        assertEquals(1, shop.calls);
        assertEquals(2, resumed.steps().size());
        assertEquals(run.id(), resumed.id());
    }

    @Test
    void stepsAreGoneThroughOnce() {
        try (Steps<String> steps = model.ai().prompt("Price?").tools(shop).steps()) {
            Iterator<Step> unused = steps.iterator();
            assertThrows(IllegalStateException.class, steps::iterator);
        }
    }
}
