package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.Cancellation;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class ResponsesSocketTest extends LaneServer {
    @Test
    void aResponseIsMadeOnALaneWithoutWhatOnlyHttpKnows() {
        String text = open().responses()
                .create(request("PETG?").toBuilder()
                        .extra("stream", Json.parse("true"))
                        .extra("background", Json.parse("false"))
                        .build())
                .outputText();

        assertEquals("Echo: PETG?", text);
        assertEquals(
                "{\"type\":\"response.create\",\"model\":\"m\",\"input\":\"PETG?\",\"stream_id\":\"lane-0\"}",
                received.get(0).text());
        assertEquals(0, overHttp.get());
        assertEquals(
                "WEBSOCKET /v1/responses lane-0",
                reports.get(0).method() + " " + reports.get(0).path() + " "
                        + reports.get(0).clientRequestId());
    }

    @Test
    void aStreamOverTheSocketIsLikeAnyOther() {
        try (ResponseStream stream = open().responses().stream(request("PETG?"))) {
            List<String> types = new ArrayList<>();
            stream.forEach(event -> types.add(event.type()));

            assertEquals(List.of("response.created", "response.output_text.delta", "response.completed"), types);
            assertEquals("Echo: PETG?", stream.response().outputText());
        }
    }

    @Test
    void oneConnectionServesManyResponsesAndAChainKeepsItsLane() {
        Responses responses = open().responses();
        String first = responses.create(request("a")).id();
        try (ResponseStream other = responses.stream(request("b"))) {
            // Whatever lane this one has, the chain's own is free again.
            assertNotNull(other.response());
        }
        responses.create(request("c").toBuilder().previousResponseId(first).build());

        assertEquals(1, handshakes.get());
        assertEquals(lane(received.get(0)), lane(received.get(2)));
        assertEquals(first, received.get(2).get("previous_response_id").string());
    }

    @Test
    void responsesAtTheSameTimeDoNotMix() throws Exception {
        int many = 12;
        List<Json> waiting = Collections.synchronizedList(new ArrayList<>());
        behaviour = (to, request) -> {
            waiting.add(request);
            if (waiting.size() == many) {
                // All at once, piece by piece, in another order than they came.
                List<Json> shuffled = new ArrayList<>(waiting);
                Collections.reverse(shuffled);
                shuffled.forEach(it -> created(to, lane(it), "resp_" + lane(it)));
                shuffled.forEach(it -> delta(to, lane(it), "Echo: "));
                shuffled.forEach(it -> completed(
                        to,
                        lane(it),
                        "resp_" + lane(it),
                        "Echo: " + it.get("input").string()));
            }
        };
        Responses responses = open().responses();
        List<CompletableFuture<String>> answers = IntStream.range(0, many)
                .mapToObj(i -> {
                    CompletableFuture<String> answer = new CompletableFuture<>();
                    Thread thread = new Thread(() -> answer.complete(
                            responses.create(request("question " + i)).outputText()));
                    thread.start();
                    return answer;
                })
                .toList();

        for (int i = 0; i < many; i++) {
            assertEquals("Echo: question " + i, answers.get(i).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        assertEquals(many, received.stream().map(LaneServer::lane).distinct().count());
        assertEquals(1, handshakes.get());
    }

    @Test
    void whatFindsNoLaneGoesOverHttp() {
        behaviour = (to, request) -> created(to, lane(request), "resp_" + lane(request));
        Responses responses = open().responses();
        List<ResponseStream> open = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            open.add(responses.stream(request("long")));
        }

        assertEquals("over HTTP", responses.create(request("one more")).outputText());

        open.forEach(ResponseStream::close);
        assertEquals(1, overHttp.get());
    }

    @Test
    void requestsForTheBackgroundGoOverHttp() {
        ResponseRequest request =
                request("x").toBuilder().extra("background", Json.parse("true")).build();

        assertEquals("over HTTP", open().responses().create(request).outputText());
        assertEquals(0, handshakes.get());
    }

    @Test
    void aConnectionThatIsOldIsRenewedWithoutTouchingWhatIsUnderWay() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        behaviour = (to, request) -> {
            String id = "resp_" + responses.incrementAndGet();
            created(to, lane(request), id);
            if (request.get("input").string().equals("slow")) {
                Thread finisher = new Thread(() -> {
                    try {
                        assertTrue(second.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    completed(to, lane(request), id, "slow but whole");
                });
                finisher.start();
            } else {
                completed(to, lane(request), id, "quick");
            }
        };
        Responses responses = open(Duration.ZERO).responses();
        try (ResponseStream slow = responses.stream(request("slow"))) {
            assertEquals("quick", responses.create(request("next")).outputText());
            second.countDown();

            assertEquals("slow but whole", slow.response().outputText());
        }
        assertEquals(2, handshakes.get());
        assertEquals(0, overHttp.get());
    }

    @Test
    void aConnectionThatTheServiceHasReachedTheLimitOfIsRenewed() {
        behaviour = (to, request) -> {
            if (connections.size() == 1) {
                to.send("{\"type\":\"error\",\"status\":400,\"error\":{\"type\":\"invalid_request_error\",\"code\":"
                        + "\"websocket_connection_limit_reached\",\"message\":\"Over\",\"param\":null},\"stream_id\":\""
                        + lane(request) + "\"}");
            } else {
                answerAtOnce(to, request);
            }
        };

        assertEquals("Echo: x", open().responses().create(request("x")).outputText());
        assertEquals(2, handshakes.get());
        assertEquals(0, overHttp.get());
    }

    @Test
    void aRequestThatIsRefusedBeforeItBeginsGoesOverHttpWhichSaysWhyOrRetries() {
        behaviour =
                (to, request) -> to.send("{\"type\":\"error\",\"status\":429,\"error\":{\"type\":\"requests\",\"code\":"
                        + "\"rate_limit_exceeded\",\"message\":\"Slow down\",\"param\":null}}");
        Responses responses = open().responses();

        assertEquals("over HTTP", responses.create(request("x")).outputText());
        behaviour = this::answerAtOnce;
        assertEquals("Echo: y", responses.create(request("y")).outputText());
        assertEquals(1, handshakes.get());
    }

    @Test
    void aConnectionThatBreaksBeforeTheResponseBeginsIsReplacedByHttpAndThenRenewed() {
        behaviour = (to, request) -> to.cancel();
        Responses responses = open().responses();

        assertEquals("over HTTP", responses.create(request("x")).outputText());
        behaviour = this::answerAtOnce;
        assertEquals("Echo: y", responses.create(request("y")).outputText());
        assertEquals(2, handshakes.get());
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsAnErrorForAllItsResponses() {
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_1");
            delta(to, lane(request), "Half of ");
            if (received.size() == 2) {
                to.close(1001, "going away " + KEY);
            }
        };
        Responses responses = open().responses();
        try (ResponseStream one = responses.stream(request("a"));
                ResponseStream two = responses.stream(request("b"))) {
            for (ResponseStream stream : List.of(one, two)) {
                TransportException e = assertThrows(TransportException.class, stream::response);

                assertTrue(e.getMessage().contains("The server closed the connection (code 1001"), e.getMessage());
                assertFalse(e.getMessage().contains(KEY), e.getMessage());
                assertEquals("Half of ", stream.soFar().outputText());
                assertThrows(TransportException.class, stream::response);
            }
        }
    }

    @Test
    void aServerWithoutWebSocketsIsAskedForThemOnce() {
        handshakeRefusal = new MockResponse.Builder().code(404).build();
        ResponsesSocket opened = open();
        Responses responses = opened.responses();

        assertEquals("over HTTP", responses.create(request("a")).outputText());
        assertEquals("over HTTP", responses.create(request("b")).outputText());
        assertNull(opened.warmUp(request("c")));
        assertEquals(1, handshakes.get());
        assertEquals(2, overHttp.get());
    }

    @Test
    void aWarmUpMakesNothingAndGivesWhatToGoOnFrom() {
        ResponsesSocket opened = open();

        dev.makerai.responses.Response warm = opened.warmUp(request("You quote prints."));

        assertEquals("resp_1", warm.id());
        assertEquals("false", received.get(0).get("generate").text());
        opened.responses()
                .create(request("x").toBuilder().previousResponseId(warm.id()).build());
        assertNull(received.get(1).get("generate"));
        assertEquals(lane(received.get(0)), lane(received.get(1)));
    }

    @Test
    void aStreamThatIsGivenUpLeavesTheOthersAlone() throws Exception {
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_" + lane(request));
            delta(to, lane(request), "a piece");
            if (request.get("input").string().equals("kept")) {
                return;
            }
            // The given-up one goes on for a while, and then ends.
        };
        Responses responses = open().responses();
        try (ResponseStream kept = responses.stream(request("kept"))) {
            ResponseStream givenUp = responses.stream(request("given up"));
            String lane = lane(received.get(1));
            givenUp.close();
            assertThrows(MakerAiException.class, givenUp::response);
            delta(connections.get(0), lane, "another piece for nobody");
            behaviour = this::answerAtOnce;
            // Its lane must not be used while its response goes on.
            assertEquals("Echo: x", responses.create(request("x")).outputText());
            assertNotEquals(lane, lane(received.get(2)));
            String ofKept = lane(received.get(0));
            completed(connections.get(0), ofKept, "resp_" + ofKept, "kept to the end");

            assertEquals("kept to the end", kept.response().outputText());
        }
        assertEquals(1, handshakes.get());
    }

    @Test
    void aSilentConnectionEndsInTheErrorOfTheLimit() {
        behaviour = (to, request) -> created(to, lane(request), "resp_1");
        Responses responses = open(
                        ResponsesSocket.LONGEST_AGE, TransportConfig.builder().idleTimeout(Duration.ofMillis(200)))
                .responses();

        TransportException e = assertThrows(TransportException.class, () -> responses.create(request("x")));

        assertTrue(e.getMessage().contains("No event came for 0.2 s"), e.getMessage());
    }

    @Test
    void aRequestMayTakeNoLongerThanItsCallerSays() {
        behaviour = (to, request) -> created(to, lane(request), "resp_1");

        TransportException e = assertThrows(
                TransportException.class, () -> open().responses().create(request("x"), Duration.ofMillis(200)));

        assertTrue(e.getMessage().contains("The time that the caller gave"), e.getMessage());
    }

    @Test
    void interruptingTheReaderEndsItsResponseAlone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_1");
            begun.countDown();
        };
        Responses responses = open().responses();
        CompletableFuture<TransportException> end = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> end.complete(assertThrows(TransportException.class, () -> responses.create(request("x")))));
        reader.start();
        assertTrue(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

        reader.interrupt();

        assertTrue(
                end.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getMessage().contains("interrupted"),
                () -> end.join().getMessage());
        behaviour = this::answerAtOnce;
        assertEquals("Echo: y", responses.create(request("y")).outputText());
    }

    @Test
    void aClosedSocketBreaksWhatIsUnderWayAndTakesNothingMore() {
        behaviour = (to, request) -> created(to, lane(request), "resp_1");
        ResponsesSocket opened = open();
        Responses responses = opened.responses();
        ResponseStream stream = responses.stream(request("x"));

        opened.close();

        assertThrows(TransportException.class, stream::response);
        assertThrows(IllegalStateException.class, () -> responses.create(request("y")));
    }

    @Test
    void aVeryLargeRequestGoesOverHttp() {
        assertEquals(
                "over HTTP",
                open().responses().create(request("x".repeat(5_000_000))).outputText());
    }

    @Test
    void aServerThatMixesLanesUpIsAnErrorAndNoneGetsTheAnswerOfAnother() {
        List<Json> waiting = new ArrayList<>();
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_" + lane(request));
            waiting.add(request);
            if (waiting.size() == 2) {
                completed(to, lane(waiting.get(0)), "resp_" + lane(waiting.get(1)), "of the second");
                completed(to, lane(waiting.get(1)), "resp_" + lane(waiting.get(0)), "of the first");
            }
        };
        Responses responses = open().responses();
        try (ResponseStream one = responses.stream(request("a"));
                ResponseStream two = responses.stream(request("b"))) {
            for (ResponseStream stream : List.of(one, two)) {
                DecodeException e = assertThrows(DecodeException.class, stream::response);
                assertTrue(e.getMessage().contains("mixes responses up"), e.getMessage());
            }
        }
    }

    @Test
    void anEndThatNamesNoLaneEndsOnlyItsOwnResponse() {
        List<Json> waiting = new ArrayList<>();
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_" + lane(request));
            waiting.add(request);
            if (waiting.size() == 2) {
                for (Json each : waiting) {
                    to.send("{\"type\":\"response.completed\",\"response\":"
                            + response("resp_" + lane(each), "for " + lane(each)) + "}");
                }
            }
        };
        Responses responses = open().responses();
        try (ResponseStream one = responses.stream(request("a"));
                ResponseStream two = responses.stream(request("b"))) {
            assertEquals("for " + lane(waiting.get(0)), one.response().outputText());
            assertEquals("for " + lane(waiting.get(1)), two.response().outputText());
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsNoReasonToAskTwiceAndItsLaneIsNotLostForGood() {
        behaviour = (to, request) ->
                to.send("{\"stream_id\":\"" + lane(request) + "\",\"type\":\"response.completed\",\"response\":7}");
        Responses responses = open().responses();
        for (int i = 0; i < 40; i++) {
            assertThrows(DecodeException.class, () -> responses.create(request("x")));
        }
        behaviour = this::answerAtOnce;

        assertEquals("Echo: y", responses.create(request("y")).outputText());
        assertEquals(0, overHttp.get());
    }

    @Test
    void whatComesLateOfOneResponseIsNoPartOfTheNext() {
        Responses responses = open().responses();
        String first = responses.create(request("a")).id();
        behaviour = (to, request) -> {
            delta(to, lane(request), "late ");
            completed(to, lane(request), first, "Echo: a");
            created(to, lane(request), "resp_next");
            delta(to, lane(request), "Echo: b");
            completed(to, lane(request), "resp_next", "Echo: b");
        };
        ResponseRequest next =
                request("b").toBuilder().previousResponseId(first).build();
        List<String> pieces = new ArrayList<>();
        try (ResponseStream stream = responses.stream(next)) {
            stream.onText(pieces::add);
            assertEquals("resp_next", stream.response().id());
        }
        assertEquals(List.of("Echo: b"), pieces);
        assertEquals(lane(received.get(0)), lane(received.get(1)));
    }

    @Test
    void closingTheSocketBreaksARequestThatWaitsAndDoesNotSendItAgain() throws Exception {
        CountDownLatch isWaiting = new CountDownLatch(1);
        behaviour = (to, request) -> isWaiting.countDown();
        ResponsesSocket opened = open();
        CompletableFuture<MakerAiException> end = CompletableFuture.supplyAsync(() ->
                assertThrows(MakerAiException.class, () -> opened.responses().create(request("a"))));
        assertTrue(isWaiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

        opened.close();

        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(0, overHttp.get());
    }

    @Test
    void cancellingEndsARequestThatWaitsAndDoesNotSendItAgain() throws Exception {
        CountDownLatch isWaiting = new CountDownLatch(1);
        behaviour = (to, request) -> isWaiting.countDown();
        Responses responses = open().responses();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<MakerAiException> end = CompletableFuture.supplyAsync(
                () -> assertThrows(MakerAiException.class, () -> responses.create(request("a"), null, cancellation)));
        assertTrue(isWaiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

        cancellation.cancel();

        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(0, overHttp.get());
    }

    @Test
    void noErrorRepeatsTheKey() {
        behaviour = (to, request) -> {
            created(to, lane(request), "resp_1");
            if (request.get("input").string().equals("closed")) {
                to.close(4001, "bad key " + KEY);
            } else {
                to.send("{\"type\":\"error\",\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key " + KEY
                        + "\",\"stream_id\":\"" + lane(request) + "\"}");
            }
        };
        Responses responses = open().responses();
        for (String how : List.of("error", "closed")) {
            MakerAiException e = assertThrows(MakerAiException.class, () -> responses.create(request(how)));
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains(KEY), trace.toString());
        }
    }
}
