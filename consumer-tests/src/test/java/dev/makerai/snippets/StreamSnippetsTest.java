package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.responses.OutputTextEvent;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStream;
import dev.makerai.responses.ResponsesSocket;
import dev.makerai.run.Run;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about answers that are shown while a model writes them. */
class StreamSnippetsTest {
    private static final ResponseRequest REQUEST =
            ResponseRequest.builder("any").input("Explain warping").build();

    @TempDir
    Path folder;

    private final ScriptedModel explaining = new ScriptedModel().then(turn -> turn.say("Plastic shrinks as it cools."));

    static final class Explaining {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            ai.stream("Explain warping", System.out::print);
        }
    }

    static final class Running {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            Run<String> run = ai.prompt("Explain warping").stream(System.out::print);
            System.out.println(run.value().length());
        }
    }

    static final class Streaming {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            ResponseRequest request = REQUEST;
            try (ResponseStream stream = ai.responses().stream(request)) {
                stream.onText(System.out::print);
                System.out.println(stream.response().usage());
            }
        }
    }

    @Test
    void theTextOfAnAnswerIsShown() throws Exception {
        assertEquals("Plastic shrinks as it cools.", Program.output(Explaining.class, folder, explaining));
    }

    @Test
    void theTextOfARunIsShown() throws Exception {
        assertEquals("Plastic shrinks as it cools.28\n", Program.output(Running.class, folder, explaining));
    }

    @Test
    void theTextOfAResponseIsShownAndThenWhatItCost() throws Exception {
        // A scripted model counts no tokens.
        assertEquals("Plastic shrinks as it cools.null\n", Program.output(Streaming.class, folder, explaining));
    }

    @Test
    void eventsAreToldApart() {
        List<ResponseEvent> events = new ArrayList<>();
        try (ResponseStream stream = explaining.ai().responses().stream(REQUEST)) {
            for (ResponseEvent event : stream) {
                events.add(event);
                if (event instanceof OutputTextEvent.Delta text) {
                    System.out.print(text.delta());
                } else if (event instanceof ResponseEvent.Ended end) {
                    System.out.println(end.response().usage());
                }
            }
        }

        assertTrue(events.stream().anyMatch(OutputTextEvent.Delta.class::isInstance));
        assertTrue(events.get(events.size() - 1) instanceof ResponseEvent.Ended);
    }

    record Line(String text, BigDecimal amount) {}

    record Quote(String summary, List<Line> lines) {}

    private final List<String> shown = new ArrayList<>();

    private void show(String summary, List<Line> lines) {
        shown.add(summary + " " + lines.size());
    }

    @Test
    void whatIsKnownOfATypedAnswerIsShown() {
        Quote quote = new Quote("2 kg of PETG", List.of(new Line("PETG", new BigDecimal("49.80"))));
        MakerAi ai = new ScriptedModel().then(turn -> turn.answer(quote)).ai();

        Run<Quote> run = ai.prompt("Quote 2 kg of PETG").stream(
                Quote.class, partial -> show(partial.text("summary"), partial.list("lines", Line.class)));

        assertEquals(quote, run.value());
        assertEquals("2 kg of PETG 1", shown.get(shown.size() - 1));
        assertTrue(shown.size() > 1, shown.toString());
    }

    static final class Slicing {
        @Tool("Slices a part")
        String slice(String part) {
            return part + ": 2 h";
        }
    }

    /** The scripted model has no WebSockets, so HTTP takes over, as the Javadoc promises. */
    @Test
    void aSocketCarriesAChainOfCalls() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("slice", Map.of("part", "lid")))
                .then(turn -> turn.say(turn.output("slice").string()));
        MakerAi ai = model.ai();

        try (ResponsesSocket socket = ai.responses().openSocket()) {
            Run<String> run = ai.over(socket)
                    .prompt("Slice all parts of the plate")
                    .tools(new Slicing())
                    .run();
        }

        assertEquals(
                "lid: 2 h",
                model.requests()
                        .get(1)
                        .get("input")
                        .elements()
                        .get(0)
                        .get("output")
                        .string());
    }

    /** The scripted model has no WebSockets, so the response cannot be steered, as the Javadoc says. */
    @Test
    void aResponseIsSteeredOrTheNextRequestSaysIt() {
        String next = "";
        try (ResponseStream stream = explaining.ai().responses().stream(REQUEST)) {
            if (!stream.steer("Only the left part")) {
                next = "Only the left part"; // too late, or not over a socket: ask with the next request
            }
        }

        assertEquals("Only the left part", next);
    }

    @Test
    void aStreamIsReadOnInAnotherProcess() {
        ScriptedService service = new ScriptedService()
                .then("data: {\"type\":\"response.output_text.delta\",\"sequence_number\":4,\"output_index\":0,"
                        + "\"content_index\":0,\"item_id\":\"m\",\"delta\":\"it cools.\"}\n\n"
                        + "data: {\"type\":\"response.completed\",\"sequence_number\":5,"
                        + "\"response\":{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":[]}}\n\n");
        MakerAi ai = service.ai();
        String id = "resp_1";
        long lastSequenceNumber = 3;

        try (ResponseStream stream = ai.responses().resume(id, lastSequenceNumber)) {
            stream.onText(System.out::print);
        }

        assertEquals(List.of("GET /v1/responses/resp_1 "), service.requests());
    }
}
