package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.RateLimitException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.Cancellation;
import dev.makerai.http.RequestReport;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseStreamTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";
    private static final ResponseRequest REQUEST =
            ResponseRequest.builder("m").input("Which filament?").build();
    private static final ResponseRequest IN_BACKGROUND =
            REQUEST.toBuilder().extra("background", Json.parse("true")).build();

    private static final String FINAL = "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\","
            + "\"model\":\"m\",\"output\":[{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\","
            + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"Für PETG.\","
            + "\"annotations\":[]}]}],\"usage\":{\"input_tokens\":5,\"output_tokens\":3,\"total_tokens\":8}}";

    private static final List<String> EVENTS = List.of(
            "{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\",\"status\":"
                    + "\"in_progress\",\"output\":[]}}",
            "{\"type\":\"response.output_item.added\",\"sequence_number\":1,\"output_index\":0,\"item\":{\"type\":"
                    + "\"message\",\"id\":\"msg_1\",\"status\":\"in_progress\",\"role\":\"assistant\",\"content\":[]}}",
            "{\"type\":\"response.content_part.added\",\"sequence_number\":2,\"item_id\":\"msg_1\",\"output_index\":0,"
                    + "\"content_index\":0,\"part\":{\"type\":\"output_text\",\"text\":\"\",\"annotations\":[]}}",
            delta(3, "Für "),
            delta(4, "PETG."),
            "{\"type\":\"response.completed\",\"sequence_number\":5,\"response\":" + FINAL + "}");

    private static String delta(int number, String text) {
        return "{\"type\":\"response.output_text.delta\",\"sequence_number\":" + number + ",\"item_id\":\"msg_1\","
                + "\"output_index\":0,\"content_index\":0,\"delta\":" + Json.string(text) + ",\"logprobs\":[]}";
    }

    private static String sse(List<String> events) {
        StringBuilder stream = new StringBuilder();
        for (String event : events) {
            stream.append("event: ")
                    .append(Json.parse(event).get("type").string())
                    .append("\ndata: ")
                    .append(event)
                    .append("\n\n");
        }
        return stream.toString();
    }

    private static Responses responses(StreamServer server) {
        return responses(server, TransportConfig.builder());
    }

    private static Responses responses(StreamServer server, TransportConfig.Builder config) {
        return new Responses(
                new Transport(config.baseUrl(server.baseUrl()).apiKey(KEY).build()));
    }

    private static List<String> types(Iterable<ResponseEvent> stream) {
        List<String> types = new ArrayList<>();
        stream.forEach(event -> types.add(event.type()));
        return types;
    }

    @Test
    void theEventsComeInOrderAndEndWithTheWholeResponse() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            assertEquals(
                    EVENTS.stream()
                            .map(it -> Json.parse(it).get("type").string())
                            .toList(),
                    types(stream));

            assertEquals(
                    Response.of(Json.parse(FINAL)).output(), stream.response().output());
            assertEquals("req_1", stream.response().requestId());
            assertEquals(8, stream.response().usage().totalTokens());
            assertEquals(5, stream.lastSequenceNumber());
            assertTrue(
                    server.requests.get(0).startsWith("POST /v1/responses HTTP/1.1 {\"model\":\"m\""),
                    server.requests.get(0));
            assertTrue(server.requests.get(0).endsWith("\"stream\":true}"), server.requests.get(0));
        }
    }

    @Test
    void theTextComesPieceByPiece() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            List<String> pieces = new ArrayList<>();
            stream.onText(pieces::add);

            assertEquals(List.of("Für ", "PETG."), pieces);
            assertEquals("Für PETG.", stream.response().outputText());
        }
    }

    @Test
    void whatHasComeSoFarCanBeLookedAt() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            for (ResponseEvent event : stream) {
                if (event instanceof OutputTextEvent.Delta delta && delta.sequenceNumber() == 3) {
                    assertEquals("Für ", stream.soFar().outputText());
                    assertEquals("resp_1", stream.soFar().id());
                    assertEquals(ResponseStatus.IN_PROGRESS, stream.soFar().status());
                }
            }
        }
    }

    @Test
    void theResponseAloneReadsTheWholeStream() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            assertEquals("Für PETG.", stream.response().outputText());
            assertThrows(IllegalStateException.class, () -> {
                Iterator<ResponseEvent> first = stream.iterator();
                assertFalse(first.hasNext());
                stream.iterator();
            });
        }
    }

    @Test
    void aServerThatDoesNotStreamIsUnderstoodToo() throws IOException {
        try (StreamServer server = new StreamServer(
                        StreamServer.answer(200, "application/json; charset=utf-8", FINAL),
                        StreamServer.answer(200, "application/json", FINAL));
                ResponseStream events = responses(server).stream(REQUEST);
                ResponseStream text = responses(server).stream(REQUEST)) {
            assertEquals(List.of("response.completed"), types(events));
            assertEquals("Für PETG.", events.response().outputText());

            List<String> pieces = new ArrayList<>();
            text.onText(pieces::add);
            assertEquals(List.of("Für PETG."), pieces);
        }
    }

    @Test
    void aStreamCutAtAnyByteEndsInExactlyOneHonestWay() throws IOException {
        byte[] whole = sse(EVENTS).getBytes(StandardCharsets.UTF_8);
        // The last event counts once its blank line has begun.
        int ended = whole.length - 1;
        int step = 7;
        for (int cut = 0; cut < whole.length; cut += cut > ended - 40 ? 1 : step) {
            try (StreamServer server = new StreamServer(StreamServer.untilClose(Arrays.copyOf(whole, cut)));
                    ResponseStream stream = responses(server).stream(REQUEST)) {
                int at = cut;
                TransportException e = assertThrows(TransportException.class, stream::response, () -> "cut at " + at);
                assertTrue(e.getMessage().contains("broke off after " + cut + " bytes"), e.getMessage());
                assertSame(e, assertThrows(TransportException.class, stream::response));
                assertTrue("Für PETG.".startsWith(stream.soFar().outputText()));
            }
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfItsChunksIsAnError() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.cutChunks(sse(EVENTS.subList(0, 4))));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            List<String> pieces = new ArrayList<>();

            assertThrows(TransportException.class, () -> stream.onText(pieces::add));

            assertEquals(List.of("Für "), pieces);
            assertEquals("Für ", stream.soFar().outputText());
            assertEquals(1, server.requests.size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"error\",\"code\":\"server_error\",\"message\":\"Overheated\",\"sequence_number\":4}",
                "{\"type\":\"error\",\"error\":{\"code\":\"server_error\",\"message\":\"Overheated\"}}",
                "{\"error\":{\"code\":\"server_error\",\"message\":\"Overheated\"}}"
            })
    void anErrorInTheMiddleCannotBeMissed(String error) throws IOException {
        List<String> events = EVENTS.subList(0, 4);
        try (StreamServer server = new StreamServer(
                        StreamServer.untilClose(sse(events) + "data: " + error + "\n\n"),
                        StreamServer.untilClose(sse(events) + "data: " + error + "\n\n"));
                ResponseStream text = responses(server).stream(REQUEST);
                ResponseStream stream = responses(server).stream(REQUEST)) {
            ResponseFailedException e = assertThrows(ResponseFailedException.class, () -> text.onText(piece -> {}));
            assertEquals("server_error", e.code());
            assertEquals("Für ", e.response().outputText());
            assertEquals(
                    "Response resp_1 broke off in the middle of its stream: server_error: Overheated (request id req_1)",
                    e.getMessage());

            List<ResponseEvent> seen = new ArrayList<>();
            assertThrows(ResponseFailedException.class, () -> stream.forEach(seen::add));
            assertInstanceOf(ResponseEvent.StreamError.class, seen.get(seen.size() - 1));
            assertThrows(ResponseFailedException.class, stream::response);
        }
    }

    @Test
    void aResponseThatIsCutOffOrFailsThrowsWhereOnlyItsTextIsRead() throws IOException {
        String incomplete = "{\"type\":\"response.incomplete\",\"sequence_number\":5,\"response\":"
                + FINAL.replace(
                        "\"status\":\"completed\",\"model\"",
                        "\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"},\"model\"")
                + "}";
        String failed = "{\"type\":\"response.failed\",\"sequence_number\":5,\"response\":{\"id\":\"resp_1\","
                + "\"status\":\"failed\",\"output\":[],\"error\":{\"code\":\"server_error\",\"message\":\"No\"}}}";
        List<String> begun = EVENTS.subList(0, 5);
        try (StreamServer server = new StreamServer(
                        StreamServer.untilClose(sse(begun) + "data: " + incomplete + "\n\n"),
                        StreamServer.untilClose(sse(begun) + "data: " + failed + "\n\n"));
                ResponseStream cut = responses(server).stream(REQUEST);
                ResponseStream broken = responses(server).stream(REQUEST)) {
            ResponseIncompleteException e =
                    assertThrows(ResponseIncompleteException.class, () -> cut.onText(piece -> {}));
            assertEquals("max_output_tokens", e.reason());
            assertEquals("Für PETG.", e.response().outputText());
            assertEquals(ResponseStatus.INCOMPLETE, cut.response().status());

            assertEquals(
                    "server_error",
                    assertThrows(ResponseFailedException.class, () -> broken.onText(piece -> {}))
                            .code());
        }
    }

    @Test
    void whatIsNoStreamOfAResponseIsRefused() throws IOException {
        try (StreamServer server = new StreamServer(
                StreamServer.answer(200, "text/html", "<p>" + KEY + "</p>"),
                StreamServer.untilClose("data: {not json " + KEY + "\n\n"),
                StreamServer.untilClose("data: {\"type\":\"response.completed\"}\n\n"),
                StreamServer.answer(200, "application/json", "{\"output\":5}"))) {
            Responses responses = responses(server);
            for (int i = 0; i < 4; i++) {
                DecodeException e = assertThrows(DecodeException.class, () -> {
                    try (ResponseStream stream = responses.stream(REQUEST)) {
                        stream.response();
                    }
                });
                assertFalse((e + e.text()).contains(KEY), e.toString());
            }
        }
    }

    @Test
    void aRefusedRequestIsTriedAgainAndThenAnError() throws IOException {
        String error = "{\"error\":{\"message\":\"Slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";
        try (StreamServer server = new StreamServer(
                StreamServer.answer(429, "application/json", error),
                StreamServer.answer(429, "application/json", error))) {
            Responses responses = responses(server, TransportConfig.builder().maxRetries(1));

            assertThrows(RateLimitException.class, () -> responses.stream(REQUEST));
            assertEquals(2, server.requests.size());
        }
    }

    @Test
    void aDroppedStreamInTheBackgroundGoesOnBehindItsLastEvent() throws IOException {
        // The last piece of the first connection comes again: it must not be seen twice.
        try (StreamServer server = new StreamServer(
                        StreamServer.untilClose(sse(EVENTS.subList(0, 4))),
                        StreamServer.cutChunks(sse(EVENTS.subList(3, 5))),
                        StreamServer.untilClose(sse(EVENTS.subList(5, 6))));
                ResponseStream stream = responses(server).stream(IN_BACKGROUND)) {
            List<String> pieces = new ArrayList<>();
            stream.onText(pieces::add);

            assertEquals(List.of("Für ", "PETG."), pieces);
            assertEquals("Für PETG.", stream.response().outputText());
            assertEquals(
                    List.of("3", "4"),
                    server.requests.subList(1, 3).stream()
                            .map(it -> it.replaceAll(
                                    "GET /v1/responses/resp_1\\?stream=true&starting_after=(\\d+) .*", "$1"))
                            .toList());
        }
    }

    @Test
    void aStreamThatBringsNothingNewIsNotTakenUpForEver() throws IOException {
        try (StreamServer server = new StreamServer(
                        StreamServer.untilClose(sse(EVENTS.subList(0, 4))),
                        StreamServer.untilClose(sse(EVENTS.subList(0, 4))));
                ResponseStream stream =
                        responses(server, TransportConfig.builder().maxRetries(1)).stream(IN_BACKGROUND)) {
            assertThrows(TransportException.class, stream::response);
            assertEquals(2, server.requests.size());
            assertEquals("Für ", stream.soFar().outputText());
        }
    }

    @Test
    void aStreamThatTheServiceDoesNotStoreIsNotTakenUp() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS.subList(0, 4))));
                ResponseStream stream = responses(server).stream(
                        IN_BACKGROUND.toBuilder().store(false).build())) {
            assertThrows(TransportException.class, stream::response);
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void anotherProcessCanReadOn() throws IOException {
        try (StreamServer server = new StreamServer(
                        StreamServer.untilClose(sse(EVENTS.subList(4, 5))),
                        StreamServer.untilClose(sse(EVENTS.subList(5, 6))));
                ResponseStream stream = responses(server).resume("resp_1", 3)) {
            List<String> pieces = new ArrayList<>();
            stream.onText(pieces::add);

            assertEquals(List.of("PETG."), pieces);
            assertEquals("Für PETG.", stream.response().outputText());
            assertTrue(server.requests.get(0).contains("starting_after=3"), server.requests.get(0));
            assertTrue(server.requests.get(1).contains("starting_after=4"), server.requests.get(1));
        }
    }

    @Test
    void anIdleStreamEndsInAnErrorThatNamesTheLimitAlsoWhereCommentsKeepItAlive() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenComments(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            TransportConfig.Builder config = TransportConfig.builder().idleTimeout(Duration.ofMillis(200));
            try (ResponseStream stream = responses(server, config).stream(REQUEST)) {
                TransportException e = assertThrows(TransportException.class, stream::response);

                assertTrue(e.getMessage().contains("No event came for 0.2 s: raise idleTimeout"), e.getMessage());
                assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            }
        }
    }

    @Test
    void aFirstTokenThatDoesNotComeIsAnErrorOfItsOwn() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenSilence(sse(EVENTS.subList(0, 1))).play(out, connection))) {
            self[0] = server;
            TransportConfig.Builder config = TransportConfig.builder()
                    .firstTokenTimeout(Duration.ofMillis(200))
                    .idleTimeout(Duration.ofHours(1));
            try (ResponseStream stream = responses(server, config).stream(REQUEST)) {
                TransportException e = assertThrows(TransportException.class, stream::response);

                assertTrue(e.getMessage().contains("The first token did not come within 0.2 s"), e.getMessage());
            }
        }
    }

    @Test
    void closingReleasesTheSocketAndEndsAReadThatWaits() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenSilence(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            ResponseStream stream = responses(server).stream(IN_BACKGROUND);
            CompletableFuture<MakerAiException> read = CompletableFuture.supplyAsync(() -> assertThrows(
                    MakerAiException.class,
                    () -> stream.onText(piece -> {
                        // Only now is it sure that the reader has begun.
                        stream.close();
                    })));

            read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void interruptingTheReaderReleasesTheSocket() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenSilence(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            CompletableFuture<TransportException> end = new CompletableFuture<>();
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                ResponseStream stream = responses(server).stream(IN_BACKGROUND);
                end.complete(
                        assertThrows(TransportException.class, () -> stream.onText(piece -> begun.complete(true))));
            });
            reader.start();
            begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            reader.interrupt();

            TransportException e = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
            assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void anErrorThatTheReaderThrowsReachesTheCallerAndReleasesTheSocket() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenSilence(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            Error own = new NoSuchFieldError("x");
            Error thrown = assertThrows(NoSuchFieldError.class, () -> {
                try (ResponseStream stream = responses(server).stream(REQUEST)) {
                    stream.onText(piece -> {
                        throw own;
                    });
                }
            });

            assertSame(own, thrown);
            assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
        }
    }

    @Test
    void aStreamThatFailedIsNoSuccessWhateverItsResponseSays() throws IOException {
        for (String end : List.of(
                "{\"type\":\"response.failed\",\"response\":{\"id\":\"resp_1\",\"output\":[]}}",
                "{\"type\":\"response.failed\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\"}}")) {
            String body = sse(List.of(EVENTS.get(0), delta(3, "half"), end));
            try (StreamServer server = new StreamServer(StreamServer.untilClose(body));
                    ResponseStream stream = responses(server).stream(REQUEST)) {
                assertThrows(ResponseFailedException.class, () -> stream.onText(text -> {}));
                assertEquals(ResponseStatus.FAILED, stream.response().status());
            }
        }
        for (String end : List.of(
                "{\"type\":\"response.incomplete\",\"response\":{\"id\":\"resp_1\",\"output\":[]}}",
                "{\"type\":\"response.incomplete\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\"}}")) {
            String body = sse(List.of(EVENTS.get(0), delta(3, "half"), end));
            try (StreamServer server = new StreamServer(StreamServer.untilClose(body));
                    ResponseStream stream = responses(server).stream(REQUEST)) {
                assertThrows(ResponseIncompleteException.class, () -> stream.onText(text -> {}));
            }
        }
    }

    @Test
    void noEventRepeatsTheKey() throws IOException {
        String body = sse(List.of(
                EVENTS.get(0),
                delta(3, "The key is " + KEY),
                "{\"type\":\"error\",\"code\":\"x" + KEY + "\",\"message\":\"Incorrect API key: " + KEY + "\"}"));
        try (StreamServer server = new StreamServer(StreamServer.untilClose(body));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            StringBuilder text = new StringBuilder();
            ResponseFailedException e = assertThrows(ResponseFailedException.class, () -> stream.onText(text::append));

            assertEquals("The key is [secret]", text.toString());
            assertFalse((e + e.code() + stream.soFar()).contains(KEY), e.toString());
        }
    }

    @Test
    void closingWhileAnotherThreadReadsIsQuietAndReported() throws Exception {
        for (int i = 0; i < 30; i++) {
            List<RequestReport> reports = new CopyOnWriteArrayList<>();
            try (StreamServer server = new StreamServer()) {
                server.then(server.thenSilence(sse(EVENTS.subList(0, 4))));
                ResponseStream stream =
                        responses(server, TransportConfig.builder().listener(reports::add)).stream(REQUEST);
                CountDownLatch reading = new CountDownLatch(1);
                CompletableFuture<TransportException> end = new CompletableFuture<>();
                Thread reader = new Thread(() -> end.complete(
                        assertThrows(TransportException.class, () -> stream.onText(text -> reading.countDown()))));
                reader.start();
                assertTrue(reading.await(60, TimeUnit.SECONDS));

                stream.close();

                TransportException e = end.get(60, TimeUnit.SECONDS);
                assertTrue(e.getMessage().contains("closed by another thread"), e.getMessage());
                assertEquals(1, reports.size());
            }
        }
    }

    @Test
    void aLengthBelowZeroIsAFaultOfTheTransport() throws IOException {
        try (StreamServer server = new StreamServer((out, connection) -> out.write(
                        (StreamServer.HEAD + "Content-Length: -5\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            assertThrows(TransportException.class, stream::response);
        }
    }

    @Test
    void aStreamThatIsTakenUpAgainMustBeTheSameAndGoOnWhereItBrokeOff() throws IOException {
        String first = sse(EVENTS.subList(0, 4));
        String other = "{\"type\":\"response.completed\",\"sequence_number\":4,\"response\":"
                + FINAL.replace("resp_1", "resp_of_another") + "}";
        for (String wrong : List.of(other, EVENTS.get(5))) {
            try (StreamServer server = new StreamServer(
                            StreamServer.cutChunks(first), StreamServer.untilClose(sse(List.of(wrong))));
                    ResponseStream stream = responses(server).stream(IN_BACKGROUND)) {
                DecodeException e = assertThrows(DecodeException.class, stream::response);

                assertTrue(e.getMessage().contains("resp_1, taken up again"), e.getMessage());
            }
        }
    }

    @Test
    void eventsThatHaveComeBeforeAreNoSignOfLife() throws IOException {
        String first = sse(EVENTS.subList(0, 4));
        try (StreamServer server = new StreamServer(StreamServer.cutChunks(first), (out, connection) -> {
                    out.write((StreamServer.HEAD + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    try {
                        while (true) {
                            out.write(sse(EVENTS.subList(3, 4)).getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            Thread.sleep(20);
                        }
                    } catch (InterruptedException | IOException e) {
                        connection.close();
                    }
                });
                ResponseStream stream =
                        responses(server, TransportConfig.builder().idleTimeout(Duration.ofMillis(300))).stream(
                                IN_BACKGROUND)) {
            TransportException e = assertThrows(TransportException.class, stream::response);

            assertTrue(e.getMessage().contains("No event came for 0.3 s"), e.getMessage());
        }
    }

    @Test
    void aPageThatStallsIsWaitedForNoLongerThanAnEvent() throws Exception {
        try (StreamServer server = new StreamServer()) {
            server.then((out, connection) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<html>"
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                server.silence().play(out, connection);
            });
            TransportConfig.Builder config = TransportConfig.builder().firstTokenTimeout(Duration.ofMillis(200));
            DecodeException e = assertThrows(DecodeException.class, () -> responses(server, config).stream(REQUEST));

            assertTrue(e.getMessage().contains("of type text/html"), e.getMessage());
            assertEquals("<html>", e.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"boom\"}}",
                "{\"detail\":\"Not authenticated\"}",
                "{}",
                "{\"choices\":[]}"
            })
    void whatIsNoResponseIsNoGoodEnd(String body) throws IOException {
        StreamServer.Behaviour whole = StreamServer.answer(200, "application/json", body);
        StreamServer.Behaviour last = StreamServer.untilClose(
                sse(List.of(EVENTS.get(0), "{\"type\":\"response.completed\",\"response\":" + body + "}")));
        try (StreamServer server = new StreamServer(whole, whole, last)) {
            Responses responses = responses(server);
            assertThrows(DecodeException.class, () -> responses.create(REQUEST));
            for (int i = 0; i < 2; i++) {
                try (ResponseStream stream = responses.stream(REQUEST)) {
                    assertThrows(DecodeException.class, () -> stream.onText(piece -> {}));
                }
            }
        }
    }

    @Test
    void anErrorInTheLastEventIsThrown() throws IOException {
        String last = "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"error\":{\"code\":\"c\","
                + "\"message\":\"boom\"}}}";
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(List.of(EVENTS.get(0), last))));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            ResponseFailedException e = assertThrows(ResponseFailedException.class, () -> stream.onText(piece -> {}));

            assertTrue(e.getMessage().contains("boom"), e.getMessage());
        }
    }

    @Test
    void anErrorThatOnlyTheStreamNamesSoKeepsItsReason() throws IOException {
        for (String data : List.of("{\"message\":\"out of memory\"}", "{\"error\":\"out of memory\"}")) {
            try (StreamServer server =
                            new StreamServer(StreamServer.untilClose("event: error\ndata: " + data + "\n\n"));
                    ResponseStream stream = responses(server).stream(REQUEST)) {
                ResponseFailedException e = assertThrows(ResponseFailedException.class, stream::response);

                assertTrue(e.getMessage().contains("out of memory"), e.getMessage());
            }
        }
    }

    @Test
    void aStreamThatIsReadOnBringsNoEventTwice() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).resume("resp_1", 3)) {
            assertEquals(List.of("response.output_text.delta", "response.completed"), types(stream));
        }
    }

    @Test
    void aStreamThatIsReadOnMustBeTheSameAndLackNothing() throws IOException {
        String other = EVENTS.get(5).replace("resp_1", "resp_other");
        for (String wrong : List.of(EVENTS.get(5), other)) {
            long after = wrong.equals(other) ? 4 : 3;
            try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(List.of(wrong))));
                    ResponseStream stream = responses(server).resume("resp_1", after)) {
                assertThrows(DecodeException.class, stream::response);
            }
        }
    }

    @Test
    void aStreamThatIsReadFromItsStartIsTakenUpAgainBeforeItsFirstEvent() throws IOException {
        try (StreamServer server =
                        new StreamServer(StreamServer.cutChunks(": hello\n\n"), StreamServer.untilClose(sse(EVENTS)));
                ResponseStream stream = responses(server).resume("resp_1", -1)) {
            assertEquals("Für PETG.", stream.response().outputText());
            assertFalse(server.requests.get(1).contains("starting_after"), server.requests.get(1));
        }
    }

    @Test
    void anErrorIsNeverTakenForARepeatedEvent() throws IOException {
        String error = "{\"type\":\"error\",\"sequence_number\":0,\"code\":\"server_error\",\"message\":\"boom\"}";
        try (StreamServer server = new StreamServer(
                        StreamServer.cutChunks(sse(EVENTS.subList(0, 4))),
                        StreamServer.untilClose(sse(List.of(error))));
                ResponseStream stream = responses(server).stream(IN_BACKGROUND)) {
            ResponseFailedException e = assertThrows(ResponseFailedException.class, stream::response);

            assertTrue(e.getMessage().contains("boom"), e.getMessage());
            assertEquals(2, server.requests.size());
        }
    }

    @Test
    void aResponseThatIsStillWorkedOnIsNoEnd() throws IOException {
        StreamServer.Behaviour queued =
                StreamServer.answer(200, "application/json", "{\"id\":\"resp_1\",\"status\":\"queued\"}");
        try (StreamServer server = new StreamServer(queued);
                ResponseStream stream = responses(server).stream(REQUEST)) {
            TransportException e = assertThrows(TransportException.class, stream::response);

            assertTrue(e.getMessage().contains("broke off"), e.getMessage());
            assertEquals("resp_1", stream.soFar().id());
        }
    }

    @Test
    void theRestOfATextThatComesWholeInTheEndIsHandedOn() throws IOException {
        try (StreamServer server = new StreamServer(
                        StreamServer.cutChunks(sse(EVENTS.subList(0, 4))),
                        StreamServer.answer(200, "application/json", FINAL));
                ResponseStream stream = responses(server).stream(IN_BACKGROUND)) {
            List<String> pieces = new ArrayList<>();
            stream.onText(pieces::add);

            assertEquals(List.of("Für ", "PETG."), pieces);
        }
    }

    @Test
    void aStreamThatWasClosedIsNeverWhole() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.untilClose(sse(EVENTS)))) {
            ResponseStream stream = responses(server).stream(REQUEST);
            stream.iterator().next();
            stream.close();

            assertThrows(TransportException.class, stream::response);
        }
    }

    @Test
    void anAnswerWithoutAnyEventIsNotCalledACutOne() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.answer(200, "text/plain", "It works!"));
                ResponseStream stream = responses(server).stream(REQUEST)) {
            DecodeException e = assertThrows(DecodeException.class, stream::response);

            assertTrue(e.getMessage().contains("of type text/plain, holds no event"), e.getMessage());
        }
    }

    @Test
    void closingEndsTheWaitForAStreamThatIsTakenUpAgain() throws Exception {
        try (StreamServer server = new StreamServer(StreamServer.cutChunks(sse(EVENTS.subList(0, 4))))) {
            CountDownLatch isWaiting = new CountDownLatch(1);
            server.then((out, connection) -> {
                isWaiting.countDown();
                server.silence().play(out, connection);
            });
            ResponseStream stream = responses(server).stream(IN_BACKGROUND);
            CompletableFuture<TransportException> end =
                    CompletableFuture.supplyAsync(() -> assertThrows(TransportException.class, stream::response));
            assertTrue(isWaiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

            stream.close();

            TransportException e = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(e.getMessage().contains("cancelled by another thread while its answer"), e.getMessage());
            assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            assertEquals(2, server.requests.size());
        }
    }

    @Test
    void aClosedStreamIsNotTakenUpAgainAfterThePause() throws Exception {
        CountDownLatch wasRefused = new CountDownLatch(1);
        try (StreamServer server =
                new StreamServer(StreamServer.cutChunks(sse(EVENTS.subList(0, 4))), (out, connection) -> {
                    out.write("HTTP/1.1 503 X\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    wasRefused.countDown();
                })) {
            ResponseStream stream = responses(server).stream(IN_BACKGROUND);
            CompletableFuture<TransportException> end =
                    CompletableFuture.supplyAsync(() -> assertThrows(TransportException.class, stream::response));
            assertTrue(wasRefused.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

            stream.close();

            // Far less than the pause that the server asked for.
            TransportException e = end.get(PATIENCE_SECONDS / 2, TimeUnit.SECONDS);
            assertTrue(e.getMessage().contains("cancelled by another thread"), e.getMessage());
            assertEquals(2, server.requests.size());
        }
    }

    @Test
    void theTimeForTheFirstTokenCountsFromTheSendingOfTheRequest() throws Exception {
        try (StreamServer server = new StreamServer()) {
            server.then(server.silence());
            TransportConfig.Builder config = TransportConfig.builder().firstTokenTimeout(Duration.ofMillis(200));

            TransportException e =
                    assertThrows(TransportException.class, () -> responses(server, config).stream(REQUEST));

            assertTrue(e.getMessage().contains("The first token did not come within 0.2 s"), e.getMessage());
            assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void aServerThatIsSilentAboutAStreamTakenUpAgainIsIdle() throws Exception {
        try (StreamServer server = new StreamServer(StreamServer.cutChunks(sse(EVENTS.subList(0, 4))))) {
            server.then(server.silence());
            TransportConfig.Builder config = TransportConfig.builder().idleTimeout(Duration.ofMillis(300));
            try (ResponseStream stream = responses(server, config).stream(IN_BACKGROUND)) {
                TransportException e = assertThrows(TransportException.class, stream::response);

                assertTrue(e.getMessage().contains("No event came for 0.3 s: raise idleTimeout"), e.getMessage());
            }
        }
    }

    @Test
    void cancellingEndsARequestAndAStreamThatAreWaitedFor() throws Exception {
        for (boolean isStreamed : List.of(false, true)) {
            try (StreamServer server = new StreamServer()) {
                CountDownLatch isWaiting = new CountDownLatch(1);
                server.then((out, connection) -> {
                    isWaiting.countDown();
                    server.silence().play(out, connection);
                });
                Responses responses = responses(server);
                Cancellation cancellation = new Cancellation();
                CompletableFuture<TransportException> end =
                        CompletableFuture.supplyAsync(() -> assertThrows(TransportException.class, () -> {
                            if (isStreamed) {
                                responses.stream(REQUEST, null, cancellation).close();
                            } else {
                                responses.create(REQUEST, null, cancellation);
                            }
                        }));
                assertTrue(isWaiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

                cancellation.cancel();

                end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
                assertThrows(TransportException.class, () -> responses.create(REQUEST, null, cancellation));
                assertThrows(TransportException.class, () -> responses.stream(REQUEST, null, cancellation));
                assertEquals(1, server.requests.size());
            }
        }
    }

    @Test
    void cancellingClosesAStreamThatIsRead() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenSilence(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            Cancellation cancellation = new Cancellation();
            try (ResponseStream stream = responses(server).stream(REQUEST, null, cancellation)) {
                assertThrows(TransportException.class, () -> stream.onText(piece -> cancellation.cancel()));

                assertTrue(server.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
            }
        }
    }

    @Test
    void theWholeOfAStreamCanBeGivenATime() throws Exception {
        StreamServer[] self = new StreamServer[1];
        try (StreamServer server = new StreamServer((out, connection) ->
                self[0].thenComments(sse(EVENTS.subList(0, 4))).play(out, connection))) {
            self[0] = server;
            try (ResponseStream stream = responses(server).stream(REQUEST, Duration.ofMillis(300), null)) {
                TransportException e = assertThrows(TransportException.class, stream::response);

                assertTrue(e.getMessage().contains("time that the caller gave"), e.getMessage());
            }
        }
    }
}
