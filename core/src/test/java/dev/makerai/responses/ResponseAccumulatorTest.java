package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseAccumulatorTest {
    @Test
    void atTheEndTheResponseIsTheSameAsWithoutAStream() {
        List<ResponseEvent> events = events(Streams.EVERYTHING);
        Json last = events.get(events.size() - 1).toJson().get("response");
        ResponseAccumulator accumulator = Streams.accumulate(events);

        assertTrue(accumulator.ended());
        assertNull(accumulator.error());
        assertEquals(last.text(), accumulator.response().toJson().text());
        assertEquals(Response.read(last.text().getBytes(StandardCharsets.UTF_8), "req_1"), accumulator.response());
        assertEquals("req_1", accumulator.response().requestId());
        assertEquals(events.size() - 1, accumulator.lastSequenceNumber());
    }

    @Test
    void theItemsThatWereStreamedAreThoseOfTheResponse() {
        List<ResponseEvent> events = events(Streams.EVERYTHING);
        ResponseAccumulator cut = Streams.accumulate(events.subList(0, events.size() - 1));

        assertFalse(cut.ended());
        assertEquals(
                Streams.accumulate(events).response().output(), cut.response().output());
        assertEquals(ResponseStatus.IN_PROGRESS, cut.response().status());
        assertEquals("gpt-6.1-sol", cut.response().model());
        assertEquals("req_1", cut.response().requestId());
    }

    @Test
    void piecesAloneGiveWhatTheWholeTextsGive() {
        List<ResponseEvent> pieces = events(Streams.EVERYTHING).stream()
                .filter(event -> event instanceof OutputItemEvent.Added || !isWhole(event))
                .toList();
        JsonNode streamed = output(Streams.accumulate(pieces));
        JsonNode whole = output(Streams.accumulate(events(Streams.EVERYTHING)));

        assertEquals(whole.size(), streamed.size());
        for (String path : List.of(
                "/0/summary/0/text",
                "/0/summary/1/text",
                "/0/content/0/text",
                "/1/content/0/text",
                "/1/content/0/annotations",
                "/1/content/1/refusal",
                "/2/arguments",
                "/3/arguments",
                "/3/name",
                "/4/input",
                "/5/status",
                "/7/code",
                "/7/status",
                "/10/arguments",
                "/11/action/commands",
                "/12/output/0/stdout",
                "/12/output/1/stderr")) {
            assertFalse(whole.at(path).isMissingNode(), path);
            assertEquals(whole.at(path), streamed.at(path), path);
        }
    }

    @Test
    void atAnyTimeTheResponseIsWhatHasComeSoFar() {
        ResponseAccumulator accumulator = new ResponseAccumulator(null);
        assertEquals(List.of(), accumulator.response().output());
        String text = "";
        for (ResponseEvent event : events(Streams.EVERYTHING)) {
            accumulator.add(event);
            if (event instanceof OutputTextEvent.Delta more) {
                text += more.delta();
            }
            assertEquals(text, accumulator.response().outputText());
        }
        assertFalse(text.isEmpty());
    }

    @Test
    void outputThatTheLastEventLeavesOutIsWhatWasStreamed() {
        Response response = Streams.accumulate(events(Streams.COMPATIBLE)).response();

        assertEquals("Hello, maker.", response.outputText());
        assertEquals("{\"a\":1}", response.functionCalls().get(0).arguments());
        assertEquals("price", response.functionCalls().get(0).name());
        assertEquals(ResponseStatus.COMPLETED, response.status());
        assertEquals(7, response.usage().totalTokens());
        assertEquals("req_1", response.requestId());
        assertEquals(2, response.toJson().get("output").elements().size());
    }

    @Test
    void aFailedResponseStaysWithoutOutput() {
        ResponseAccumulator accumulator = Streams.accumulate(events("failed"));

        assertTrue(accumulator.ended());
        assertEquals(ResponseStatus.FAILED, accumulator.response().status());
        assertEquals("server_error", accumulator.response().error().code());
        assertEquals(List.of(), accumulator.response().output());
    }

    @Test
    void anIncompleteResponseSaysWhy() {
        Response response = Streams.accumulate(events("incomplete")).response();

        assertEquals(ResponseStatus.INCOMPLETE, response.status());
        assertEquals("max_output_tokens", response.incompleteDetails().reason());
        assertEquals("PETG 😀", response.outputText());
    }

    @Test
    void anErrorInTheStreamEndsItAndKeepsWhatHasCome() {
        for (String name : List.of("error", "nested-error", "typeless-error")) {
            ResponseAccumulator accumulator = Streams.accumulate(events(name));

            assertTrue(accumulator.ended(), name);
            assertNotNull(accumulator.error(), name);
            assertNotNull(accumulator.error().message(), name);
            assertEquals("PETG 😀", accumulator.response().outputText(), name);
            assertEquals(ResponseStatus.IN_PROGRESS, accumulator.response().status(), name);
        }
    }

    @Test
    void eventsBehindTheEndCountNoMore() {
        ResponseAccumulator accumulator = Streams.accumulate(events("incomplete"));
        Response end = accumulator.response();

        events("failed").forEach(accumulator::add);
        events("error").forEach(accumulator::add);

        assertEquals(end, accumulator.response());
        assertNull(accumulator.error());
    }

    @Test
    void piecesWithoutIndexesGoToTheItemWithTheirIdOrElseToTheLast() {
        ResponseAccumulator accumulator = accumulate(
                "{'type':'response.output_item.added','item':{'type':'message','id':'a','content':[]}}",
                "{'type':'response.output_item.added','item':{'type':'message','id':'b','content':[]}}",
                "{'type':'response.output_text.delta','item_id':'a','delta':'1'}",
                "{'type':'response.output_text.delta','item_id':'b','delta':'2'}",
                "{'type':'response.output_text.delta','delta':'3'}",
                "{'type':'response.output_text.delta','item_id':'a','delta':'4'}");

        assertEquals(
                List.of("14", "23"),
                accumulator.response().items(OutputMessage.class).stream()
                        .map(OutputMessage::text)
                        .toList());
    }

    @Test
    void textOfAnItemThatNoEventHasBegunMakesAMessage() {
        Response response = accumulate(
                        "{'type':'response.output_text.delta','item_id':'m','output_index':0,'content_index':0,'delta':'PE'}",
                        "{'type':'response.output_text.delta','item_id':'m','output_index':0,'content_index':0,'delta':'TG'}",
                        "{'type':'response.refusal.delta','item_id':'m','output_index':1,'content_index':0,'delta':'no'}")
                .response();

        assertEquals("PETG", response.outputText());
        assertEquals("no", response.refusal());
        assertEquals("m", response.items(OutputMessage.class).get(0).id());
    }

    @Test
    void indexesThatAreFarOffTakeNoMemory() {
        Response response = accumulate(
                        "{'type':'response.output_text.delta','output_index':2000000000,'content_index':2000000000,"
                                + "'delta':'b'}",
                        "{'type':'response.output_text.delta','output_index':7,'content_index':9,'delta':'a'}")
                .response();

        assertEquals("ab", response.outputText());
    }

    @Test
    void aStreamThatBringsMoreThanCanBeKeptIsRefused() {
        ResponseAccumulator text = new ResponseAccumulator("req_1", 10_000);
        ResponseEvent event =
                event("{'type':'response.output_text.delta','output_index':0,'content_index':0,'delta':'0123456789'}");
        DecodeException e = assertThrows(DecodeException.class, () -> {
            for (int i = 0; i < 1_100; i++) {
                text.add(event);
            }
        });
        assertTrue(e.getMessage().contains("more than 10000 characters"), e.getMessage());
        assertEquals("req_1", e.requestId());

        ResponseAccumulator items = new ResponseAccumulator("req_1", 10_000);
        assertThrows(DecodeException.class, () -> {
            for (int i = 0; i < 1_000; i++) {
                items.add(event(
                        "{'type':'response.output_item.added','output_index':" + i + ",'item':{'type':'message'}}"));
            }
        });
    }

    private static boolean isWhole(ResponseEvent event) {
        return event.type().endsWith(".done")
                || event instanceof ResponseEvent.Ended
                || event.type().equals("response.mcp_call.failed");
    }

    private static JsonNode output(ResponseAccumulator accumulator) {
        return Spec.tree(accumulator.response().toJson().text()).path("output");
    }

    private static List<ResponseEvent> events(String name) {
        return Streams.events(name).stream()
                .map(event -> ResponseEvent.of(Json.parse(event)))
                .toList();
    }

    private static ResponseAccumulator accumulate(String... events) {
        ResponseAccumulator accumulator = new ResponseAccumulator(null);
        for (String event : events) {
            accumulator.add(event(event));
        }
        return accumulator;
    }

    private static ResponseEvent event(String json) {
        return ResponseEvent.of(Json.parse(json.replace('\'', '"')));
    }
}
