package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.Cassette;
import dev.makerai.testing.Fault;
import dev.makerai.testing.Faults;
import dev.makerai.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about the testing kit. */
class TestingKitSnippetsTest {
    /** As a user writes it for a tool of their own. */
    @Test
    void aTestClassOfAUser() {
        new ShopTest().theModelGetsTheRealPrice();
        new ShopTest().anUnknownMaterialIsSaidToTheModel();
    }

    static class ShopTest {
        @Test
        void theModelGetsTheRealPrice() {
            ScriptedModel model = new ScriptedModel()
                    .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                    .then(turn -> turn.say(
                            "PETG costs " + turn.output("price_per_kilogram").text()));
            assertEquals(
                    "PETG costs 24.90",
                    model.ai().prompt("PETG?").tools(new Shop()).run().value());
            model.verifyFinished();
        }

        @Test
        void anUnknownMaterialIsSaidToTheModel() {
            ScriptedModel model = new ScriptedModel()
                    .then(turn -> turn.call("price_per_kilogram", Map.of("material", "WOOD")))
                    .then(turn -> turn.say(turn.output("price_per_kilogram").text()));
            String answer = model.ai().prompt("Wood?").tools(new Shop()).run().value();
            assertTrue(answer.contains("$.material: expected one of PLA, PETG"), answer);
        }
    }

    @Test
    void faultsAreMet() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("ok")).then(turn -> turn.say("ok"));

        Faults faults =
                new Faults().then(2, Fault.rateLimit(Duration.ofMillis(1))).then(Fault.reset());
        MakerAi ai = model.ai().toBuilder()
                .httpClient(faults.over(model.httpClient()))
                .maxRetries(3)
                .build();
        assertEquals("ok", ai.ask("Hi"));
        assertEquals(3, faults.met());
    }

    public static final class Price {
        public static void main(String[] arguments) {
            try (Cassette cassette = Cassette.open(Path.of("src/test/cassettes/price.jsonl"))) {
                String answer = cassette.ai()
                        .prompt("Price of PETG?")
                        .tools(new Shop())
                        .run()
                        .value();
                System.out.println(answer);
            }
        }
    }

    @Test
    void aCassetteIsRecordedOnceAndReplayed(@TempDir Path folder) throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say("24.90 EUR"));

        String recorded = Program.output(Price.class, folder, model);
        String replayed = Program.output(Price.class, folder, new ScriptedModel());

        assertEquals("24.90 EUR", recorded.strip());
        assertEquals(recorded, replayed);
        assertEquals(
                5,
                Files.readAllLines(folder.resolve("src/test/cassettes/price.jsonl"))
                        .size());
    }
}
