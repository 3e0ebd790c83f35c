package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.errors.TransportException;
import dev.makerai.http.Cancellation;
import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.run.Run;
import dev.makerai.run.ToolLoop;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Toolset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code dev.makerai}, {@code dev.makerai.run} and {@code dev.makerai.testing}. */
class ClientSnippetsTest {
    record Quote(String material, BigDecimal price) {}

    private static final Quote QUOTE = new Quote("PETG", new BigDecimal("49.80"));

    @TempDir
    Path folder;

    private final ScriptedModel quoting = new ScriptedModel()
            .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
            .then(turn -> turn.answer(QUOTE));

    static final class Hello {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            String answer = ai.ask("Which filament for a car dashboard?");
            System.out.println(answer);
        }
    }

    @Test
    void aRequestIsCancelledByAnotherThread() throws InterruptedException {
        ResponseRequest request =
                ResponseRequest.builder("any").input("Slice it").build();
        MakerAi ai = new ScriptedService().then("{\"id\":\"resp_1\"}").ai();

        Cancellation cancellation = new Cancellation();
        Thread stop = new Thread(cancellation::cancel);
        Runtime.getRuntime().addShutdownHook(stop);
        Response response = ai.responses().create(request, Duration.ofMinutes(2), cancellation);

        assertEquals("resp_1", response.id());
        assertTrue(Runtime.getRuntime().removeShutdownHook(stop));
        stop.start();
        stop.join();
        assertThrows(
                TransportException.class, () -> ai.responses().create(request, Duration.ofMinutes(2), cancellation));
    }

    @Test
    void aQuestionIsAskedWithWhatTheEnvironmentSays() throws Exception {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("ASA: it stands 100 °C and the sun."));

        assertEquals("ASA: it stands 100 °C and the sun.\n", Program.output(Hello.class, folder, model));
        assertTrue(model.requests().get(0).text().contains("Which filament for a car dashboard?"));
    }

    @Test
    void aPromptHoldsEverythingThatBelongsToAQuestion() {
        MakerAi ai = quoting.ai();

        Run<Quote> run = ai.prompt("What do 2 kg of PETG cost?")
                .instructions("Prices are in EUR.")
                .tools(new Shop())
                .maxRounds(3)
                .run(Quote.class);

        assertEquals(QUOTE, run.value());
        Json request = quoting.requests().get(0);
        assertEquals(Json.string("Prices are in EUR."), request.get("instructions"));
        assertEquals(1, request.get("tools").elements().size());
    }

    static final class Explain {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            Run<Quote> run =
                    ai.prompt("What do 2 kg of PETG cost?").tools(new Shop()).run(Quote.class);
            Quote quote = run.value();
            System.out.println(run.explain());
            System.out.println(quote);
        }
    }

    @Test
    void aRunTellsItsStory() throws Exception {
        String output = Program.output(Explain.class, folder, quoting);

        assertTrue(output.contains("price_per_kilogram {\"material\":\"PETG\"}"), output);
        assertTrue(output.contains("24.90"), output);
        assertTrue(output.endsWith("\n" + QUOTE + "\n"), output);
    }

    @Test
    void aLoopRunsARequestMadeByHand() {
        MakerAi ai = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say("Twice " + turn.output("price_per_kilogram")))
                .ai();

        ToolLoop loop = new ToolLoop(ai.responses(), Toolset.of(new Shop()));
        Run<String> run = loop.run(ResponseRequest.builder("gpt-6.1-sol")
                .input("Price of 2 kg PETG?")
                .build());

        assertEquals("Twice 24.90", run.value());
    }

    @Test
    void aScriptedModelStandsInForARealOne() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say(
                        "PETG costs " + turn.output("price_per_kilogram").text() + " per kg."));
        String answer =
                model.ai().prompt("Price of PETG?").tools(new Shop()).run().value();

        assertEquals("PETG costs 24.90 per kg.", answer);
    }

    @Test
    void aClientLikeAnotherHasAnotherTimeout() {
        MakerAi ai = new ScriptedModel().then(turn -> turn.say("Done.")).ai();

        MakerAi patient = ai.toBuilder().timeout(Duration.ofMinutes(30)).build();

        assertEquals("Done.", patient.ask("Slice it all"));
    }

    @Test
    void aListenerIsToldOfEveryRequest() {
        MakerAi ai = new ScriptedModel().then(turn -> turn.say("Done.")).ai();
        List<String> log = new CopyOnWriteArrayList<>();

        MakerAi watched = ai.toBuilder()
                .requestListener(report -> log.add(report.toString()))
                .build();

        watched.ask("Slice it all");
        assertEquals(1, log.size());
        assertTrue(log.get(0).startsWith("POST /v1/responses: 200 in "), log.get(0));
    }
}
