package dev.makerai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunFailedException;
import dev.makerai.run.RunIncompleteException;
import dev.makerai.run.RunRefusedException;
import dev.makerai.schema.Partial;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class PromptStreamTest {
    record Line(String text, BigDecimal amount) {}

    record Quote(String summary, BigDecimal total, List<Line> lines) {}

    private static final Quote QUOTE = new Quote(
            "Two kilograms of PETG",
            new BigDecimal("55.80"),
            List.of(new Line("PETG", new BigDecimal("53.80")), new Line("Post to Berlin", new BigDecimal("2.00"))));

    static final class Shop {
        @Tool("Price of one kilogram")
        BigDecimal price(String material) {
            return new BigDecimal("26.90");
        }
    }

    @Test
    void theTextComesWhileItIsWritten() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("Warping lifts corners off the bed."));
        List<String> pieces = new ArrayList<>();

        String whole = model.ai().stream("Explain warping", pieces::add);

        assertEquals("Warping lifts corners off the bed.", whole);
        assertEquals(List.of("Warping", " lifts", " corners", " off", " the", " bed."), pieces);
        assertEquals("true", model.requests().get(0).get("stream").text());
    }

    @Test
    void toolsRunInTheMiddleOfAStream() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say("I look it up.").call("price", Map.of("material", "PETG")))
                .then(turn -> turn.say("It costs " + turn.output("price").text() + "."));
        StringBuilder seen = new StringBuilder();

        Run<String> run = model.ai().prompt("Price?").tools(new Shop()).stream(seen::append);

        assertEquals("It costs 26.90.", run.value());
        assertEquals("I look it up.It costs 26.90.", seen.toString());
        assertEquals(2, run.steps().size());
        assertEquals("price", run.toolCalls().get(0).name());
    }

    @Test
    void aTypedAnswerGrowsAndItsLastPartialIsTheValue() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say("One moment.").call("price", Map.of("material", "PETG")))
                .then(turn -> turn.answer(QUOTE));
        List<Partial<Quote>> partials = new ArrayList<>();

        Run<Quote> run = model.ai().prompt("Quote 2 kg of PETG").tools(new Shop()).stream(Quote.class, partials::add);

        assertEquals(QUOTE, run.value());
        assertEquals(QUOTE, partials.get(partials.size() - 1).value());
        assertTrue(partials.stream().anyMatch(it -> "Two kilograms of".equals(it.text("summary"))));
        assertTrue(partials.stream().anyMatch(it -> it.list("lines", Line.class).size() == 1 && !it.isComplete()));
    }

    @Test
    void aRefusalAndACutAnswerThrowTheirOwnExceptionsWithTheText() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.refuse("I cannot help with that."))
                .then(turn -> turn.say("{\"summary\":\"Two kilo").cutOff("max_output_tokens"));

        RunRefusedException refused =
                assertThrows(RunRefusedException.class, () -> model.ai().stream("x", Quote.class, partial -> {}));
        assertEquals("I cannot help with that.", ((RunEnd.Refused) refused.run().end()).refusal());

        RunIncompleteException cut =
                assertThrows(RunIncompleteException.class, () -> model.ai().stream("x", Quote.class, partial -> {}));
        assertEquals("{\"summary\":\"Two kilo", cut.run().text());
    }

    @Test
    void anAnswerThatDoesNotFitEndsTheRunAsFailed() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("no JSON at all"));

        Run<Quote> run = model.ai().prompt("x").stream(Quote.class, partial -> {});

        assertInstanceOf(RunEnd.Failed.class, run.end());
        assertThrows(RunFailedException.class, run::value);
        assertEquals("no JSON at all", run.text());
    }

    @Test
    void whatTheListenerThrowsReachesTheCaller() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("a b c"));
        Error own = new NoSuchFieldError("mine");

        assertSame(
                own,
                assertThrows(
                        NoSuchFieldError.class,
                        () -> model.ai().stream("x", piece -> {
                            throw own;
                        })));
    }

    /** A client that gets one answer, whatever it asks. */
    private static MakerAi answered(String type, String body) {
        Interceptor service = chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .addHeader("Content-Type", type)
                .body(ResponseBody.create(body, MediaType.get(type)))
                .build();
        return MakerAi.builder()
                .baseUrl("http://service.invalid/v1")
                .httpClient(new OkHttpClient.Builder().addInterceptor(service).build())
                .build();
    }

    private static String message(String phase, String text) {
        return "{\"type\":\"message\",\"id\":\"m_" + phase + "\",\"role\":\"assistant\",\"phase\":\"" + phase
                + "\",\"content\":[{\"type\":\"output_text\",\"text\":" + Json.string(text) + "}]}";
    }

    private static String event(String type, String members) {
        return "data: {\"type\":\"response." + type + "\"," + members + "}\n\n";
    }

    private static String delta(int item, String text) {
        return event(
                "output_text.delta",
                "\"sequence_number\":1,\"item_id\":\"m\",\"output_index\":" + item + ",\"content_index\":0,\"delta\":"
                        + Json.string(text));
    }

    private static final String WITH_COMMENTARY = "{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":["
            + message("commentary", "Let me think") + ","
            + message("final_answer", "{\"text\":\"Post\",\"amount\":2}") + "]}";

    @Test
    void whatAModelSaysOnTheWayIsNoPartOfItsAnswer() {
        MakerAi whole = answered("application/json", WITH_COMMENTARY);
        String stream = event("output_item.added", "\"output_index\":0,\"item\":" + message("commentary", ""))
                + delta(0, "Let me think")
                + event("output_item.added", "\"output_index\":1,\"item\":" + message("final_answer", ""))
                + delta(1, "{\"text\":\"Po")
                + delta(1, "st\",\"amount\":2}")
                + event("completed", "\"response\":" + WITH_COMMENTARY);
        Line line = new Line("Post", new BigDecimal("2"));
        List<Partial<Line>> partials = new ArrayList<>();

        assertEquals(line, whole.ask("x", Line.class));
        assertEquals(line, answered("text/event-stream", stream).stream("x", Line.class, partials::add));

        assertEquals("Po", partials.get(0).text("text"));
        assertEquals(line, partials.get(partials.size() - 1).value());
        assertEquals("{\"text\":\"Post\",\"amount\":2}", whole.ask("x"));
        String onlyCommentary = "{\"output\":[" + message("commentary", "Let me ") + ","
                + message("commentary", "think") + "],\"status\":\"completed\"}";
        assertEquals(
                "Let me think", answered("application/json", onlyCommentary).ask("x"));
    }

    @Test
    void theLastPartialIsTheValueAlsoWhereThePiecesWereOthers() {
        String stream =
                delta(0, "{\"text\":\"WRONG\",\"amount\":1}") + event("completed", "\"response\":" + WITH_COMMENTARY);
        List<Partial<Line>> partials = new ArrayList<>();

        Line line = answered("text/event-stream", stream).stream("x", Line.class, partials::add);

        assertEquals(line, partials.get(partials.size() - 1).value());
    }
}
