package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseEventTest {
    @Test
    void theEventsOfAStreamAreToldApartByTheirKind() {
        List<ResponseEvent> events = Streams.events(Streams.EVERYTHING).stream()
                .map(event -> ResponseEvent.of(Json.parse(event)))
                .toList();

        assertEquals("response.created", events.get(0).type());
        assertEquals(0, events.get(0).sequenceNumber());
        assertInstanceOf(ResponseEvent.Progress.class, events.get(0));
        ResponseEvent.Ended end = assertInstanceOf(ResponseEvent.Ended.class, events.get(events.size() - 1));
        assertEquals(ResponseStatus.COMPLETED, end.response().status());
        assertEquals(events.size() - 1, end.sequenceNumber());
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event instanceof OutputTextEvent.Delta more ? more.delta() : ""));
        assertEquals(end.response().outputText(), text.toString());
    }

    @Test
    void everyKindOfEventIsInTheStreamOfEverythingAndKeepsItsExactText() {
        List<String> texts = Streams.events(Streams.EVERYTHING);
        for (String text : texts) {
            ResponseEvent event = ResponseEvent.of(Json.parse(text));
            assertEquals(text, event.toJson().text());
            assertEquals(
                    event.type().equals("response.invented_later"),
                    event instanceof ResponseEvent.Unknown,
                    () -> event + " of " + text);
        }
        List<String> types = texts.stream()
                .map(text -> Spec.tree(text).path("type").asText())
                .toList();
        for (String type : ResponseEvents.TABLE.keySet()) {
            boolean elsewhere =
                    List.of("response.incomplete", "response.failed", "error").contains(type);
            assertEquals(!elsewhere, types.contains(type), type);
        }
    }

    @Test
    void everyRecordNamesItsOwnLabel() {
        for (String text : Streams.events(Streams.EVERYTHING)) {
            assertEquals(
                    Spec.tree(text).path("type").asText(),
                    ResponseEvent.of(Json.parse(text)).type());
        }
    }

    @Test
    void progressOfAToolTellsToolAndState() {
        HostedToolEvent.Progress progress = assertInstanceOf(
                HostedToolEvent.Progress.class,
                event("{'type':'response.web_search_call.searching','item_id':'ws_1','output_index':2}"));

        assertEquals("web_search_call", progress.tool());
        assertEquals(new ItemStatus("searching"), progress.state());
        assertEquals("ws_1", progress.itemId());
        assertEquals(2, progress.outputIndex());
        assertEquals(-1, progress.sequenceNumber());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new HostedToolEvent.Progress("response.created", "", 0, 0, progress.source()));
        assertTrue(e.getMessage().contains("response.TOOL.STATE"), e.getMessage());
    }

    @Test
    void missingIndexesAreMinusOneAndMissingIdsAreEmpty() {
        OutputTextEvent.Delta delta = assertInstanceOf(
                OutputTextEvent.Delta.class, event("{'type':'response.output_text.delta','delta':'x'}"));

        assertEquals("", delta.itemId());
        assertEquals(-1, delta.outputIndex());
        assertEquals(-1, delta.contentIndex());
        assertEquals(-1, delta.sequenceNumber());
        assertEquals(List.of(), delta.logprobs());
        assertEquals(
                "{\"type\":\"response.output_text.delta\",\"delta\":\"x\"}",
                delta.toJson().text());
    }

    @Test
    void anEventWithoutWhatItIsAboutIsKeptAsUnknown() {
        ResponseEvent event = event("{'type':'response.output_text.delta','sequence_number':7}");

        assertInstanceOf(ResponseEvent.Unknown.class, event);
        assertEquals("response.output_text.delta", event.type());
        assertEquals(7, event.sequenceNumber());
    }

    @Test
    void anOddMemberCostsNoTextAndNoEnd() {
        OutputTextEvent.Delta delta = assertInstanceOf(
                OutputTextEvent.Delta.class,
                event("{'type':'response.output_text.delta','delta':'x','output_index':'0','logprobs':[7]}"));
        ResponseEvent.Ended end = assertInstanceOf(
                ResponseEvent.Ended.class,
                event("{'type':'response.completed','response':{'id':'r','created_at':'today','output':[]}}"));

        assertEquals("x", delta.delta());
        assertEquals(-1, delta.outputIndex());
        assertEquals("r", end.response().id());
    }

    @Test
    void aLastEventThatHoldsNoResponseIsAnError() {
        DecodeException e = assertThrows(
                DecodeException.class, () -> event("{'type':'response.completed','response':{'output':'PETG'}}"));

        assertTrue(
                e.getMessage().contains("response.completed holds no response that can be read (Expected an array but"),
                e.getMessage());
        assertEquals("$.response.output", e.path());
    }

    @Test
    void errorsInEveryKnownFormHoldTheSame() {
        for (String text : List.of(
                "{'type':'error','code':'c','message':'m','param':'p','sequence_number':3}",
                "{'type':'error','error':{'type':'t','code':'c','message':'m','param':'p'},'status':429}",
                "{'error':{'code':'c','message':'m','param':'p'}}")) {
            ResponseEvent.StreamError error = assertInstanceOf(ResponseEvent.StreamError.class, event(text));

            assertEquals("c", error.code());
            assertEquals("m", error.message());
            assertEquals("p", error.param());
            assertEquals("error", error.type());
            assertEquals(text.replace('\'', '"'), error.toJson().text());
        }
        ResponseEvent.StreamError inWords =
                assertInstanceOf(ResponseEvent.StreamError.class, event("{'error':'out of memory'}"));
        assertEquals("out of memory", inWords.message());
        assertFalse(event("{'error':7}") instanceof ResponseEvent.StreamError);
    }

    @Test
    void picturesAndSoundsAreDecoded() {
        HostedToolEvent.PartialImage image = assertInstanceOf(
                HostedToolEvent.PartialImage.class,
                event("{'type':'response.image_generation_call.partial_image','partial_image_b64':'aGFsZg=='}"));
        AudioEvent.Delta sound =
                assertInstanceOf(AudioEvent.Delta.class, event("{'type':'response.audio.delta','delta':'aGFsZg=='}"));
        AudioEvent.Delta broken =
                assertInstanceOf(AudioEvent.Delta.class, event("{'type':'response.audio.delta','delta':'?'}"));

        assertArrayEquals("half".getBytes(StandardCharsets.UTF_8), image.bytes());
        assertArrayEquals("half".getBytes(StandardCharsets.UTF_8), sound.bytes());
        assertEquals(
                "$.delta", assertThrows(DecodeException.class, broken::bytes).path());
    }

    @Test
    void anEventThatWasMadeByHandIsWrittenFromItsMembers() {
        OutputTextEvent.Delta delta = new OutputTextEvent.Delta("msg_1", 0, 1, "PETG", List.of(), 4, SourceText.NONE);
        JsonNode json = Spec.tree(delta.toJson().text());

        assertEquals(Spec.tree("""
                {"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":1,
                 "delta":"PETG","logprobs":[],"sequence_number":4}"""), json);
        assertEquals(delta, ResponseEvent.of(delta.toJson()));
    }

    @Test
    void whatIsNoObjectIsUnknownAndWhatIsNoJsonIsAnError() {
        assertEquals("", event("[1]").type());
        assertEquals(-1, event("[1]").sequenceNumber());
        assertEquals(-1, event("{'type':'x','sequence_number':1.5}").sequenceNumber());
        assertThrows(
                DecodeException.class,
                () -> ResponseEvents.read("{\"type\":".getBytes(StandardCharsets.UTF_8), false, "req_1"));
    }

    private static ResponseEvent event(String json) {
        return ResponseEvent.of(Json.parse(json.replace('\'', '"')));
    }
}
