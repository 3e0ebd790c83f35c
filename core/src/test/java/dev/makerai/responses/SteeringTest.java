package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

class SteeringTest extends LaneServer {
    /** What the server does with input for a response under way. */
    private interface OnSteer {
        void steered(WebSocket to, String lane, Json message);
    }

    private String lane = "";

    /** Begins each response with a piece, and leaves the rest to what comes. */
    private void begin(OnSteer onSteer) {
        behaviour = (to, message) -> {
            if (message.get("type").string().equals("response.steer")) {
                onSteer.steered(to, lane, message);
            } else {
                lane = lane(message);
                created(to, lane, "resp_1");
                delta(to, lane, "All parts ");
            }
        };
    }

    private static void accepted(WebSocket to, String lane, String steered) {
        to.send("{\"type\":\"response.steer.accepted\",\"sequence_number\":2,\"steer\":{\"id\":\"steer_1\","
                + "\"previous_response_id\":\"" + steered + "\"},\"stream_id\":\"" + lane + "\"}");
    }

    private static void failed(WebSocket to, String steer, String lane) {
        to.send("{\"type\":\"response.steer.failed\",\"sequence_number\":2,\"steer\":{" + steer
                + "\"input\":\"Only the left one\"},\"error\":{\"type\":\"invalid_request_error\","
                + "\"code\":\"steering_not_supported\",\"message\":\"Not this model\"}" + lane + "}");
    }

    private static void steeredAway(WebSocket to, String lane) {
        to.send("{\"type\":\"response.incomplete\",\"sequence_number\":3,\"response\":{\"id\":\"resp_1\",\"status\":"
                + "\"incomplete\",\"incomplete_details\":{\"reason\":\"steered\"},\"output\":[]},\"stream_id\":\""
                + lane
                + "\"}");
    }

    private static List<String> types(Iterator<ResponseEvent> events) {
        List<String> types = new ArrayList<>();
        events.forEachRemaining(event -> types.add(event.type().replace("response.", "")));
        return types;
    }

    @Test
    void theResponseThatTakesTheInputInFollowsInTheSameStream() {
        begin((to, lane, message) -> {
            accepted(to, lane, "resp_1");
            steeredAway(to, lane);
            created(to, lane, "resp_2");
            delta(to, lane, "The left ");
            completed(to, lane, "resp_2", "The left part");
        });
        ResponsesSocket opened = open();
        try (ResponseStream stream = opened.responses().stream(request("Slice"))) {
            Iterator<ResponseEvent> events = stream.iterator();
            events.next();
            assertTrue(stream.steer("Only the left one"));

            assertEquals(
                    List.of(
                            "output_text.delta",
                            "steer.accepted",
                            "incomplete",
                            "created",
                            "output_text.delta",
                            "completed"),
                    types(events));
            assertEquals("resp_2", stream.response().id());
            assertEquals("The left part", stream.response().outputText());
            assertFalse(stream.steer("Too late"));
        }
        assertEquals(
                "{\"type\":\"response.steer\",\"previous_response_id\":\"resp_1\",\"input\":\"Only the left one\"}",
                received.get(1).text());
        // The lane is free for others, and the chain goes on where it was.
        behaviour = this::answerAtOnce;
        opened.responses()
                .create(request("next").toBuilder().previousResponseId("resp_2").build());
        assertEquals(lane, lane(received.get(2)));
    }

    @Test
    void whatHasComeOfTheSecondResponseIsNotMixedWithTheFirst() {
        begin((to, lane, message) -> {
            accepted(to, lane, "resp_1");
            completed(to, lane, "resp_1", "All parts done");
            created(to, lane, "resp_2");
            delta(to, lane, "The left ");
            to.close(1001, "going away");
        });
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            assertTrue(stream.steer(List.of(InputMessage.user("Only the left one"))));

            assertThrows(TransportException.class, stream::response);
            assertEquals("resp_2", stream.soFar().id());
            assertEquals("The left ", stream.soFar().outputText());
        }
        assertEquals(
                "[{\"type\":\"message\",\"role\":\"user\",\"content\":\"Only the left one\"}]",
                received.get(1).get("input").text());
    }

    @Test
    void inputThatIsAcceptedBeforeTheResponseIsWorkedOnStillWaitsForItsOwn() {
        begin((to, lane, message) -> {
            accepted(to, lane, "resp_1");
            to.send("{\"type\":\"response.in_progress\",\"response\":{\"id\":\"resp_1\",\"status\":\"in_progress\","
                    + "\"output\":[]},\"stream_id\":\"" + lane + "\"}");
            completed(to, lane, "resp_1", "All");
            created(to, lane, "resp_2");
            completed(to, lane, "resp_2", "The left part");
        });
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            stream.steer("Only the left one");

            assertEquals("The left part", stream.response().outputText());
        }
    }

    @Test
    void inputThatWaitsForResultsEndsTheStreamAndSaysWhatIsMissing() {
        begin((to, lane, message) -> {
            accepted(to, lane, "resp_1");
            completed(to, lane, "resp_1", "Calling");
            to.send("{\"type\":\"response.steer.pending\",\"sequence_number\":4,\"reason\":\"required_input\","
                    + "\"required_input\":[{\"type\":\"function_call_output\",\"call_id\":\"c1\",\"name\":\"slice\"}],"
                    + "\"steer\":{\"id\":\"steer_1\",\"previous_response_id\":\"resp_1\"},\"stream_id\":\"" + lane
                    + "\"}");
        });
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            stream.steer("Only the left one");
            List<ResponseEvent> events = new ArrayList<>();
            stream.forEach(events::add);

            SteerEvent.Pending pending = assertInstanceOf(SteerEvent.Pending.class, events.get(events.size() - 1));
            assertEquals("required_input", pending.reason());
            assertEquals("c1", pending.requiredInput().get(0).callId());
            assertEquals("slice", pending.requiredInput().get(0).name());
            assertEquals("Calling", stream.response().outputText());
        }
    }

    @Test
    void refusedInputIsGivenBackAndTheResponseComesToItsEnd() {
        begin((to, lane, message) -> {
            // The service need not name the lane here; the other lane must not hear of it.
            failed(to, "\"previous_response_id\":\"resp_1\",", "");
            completed(to, lane, "resp_1", "All parts done");
        });
        Responses responses = open().responses();
        try (ResponseStream stream = responses.stream(request("Slice"))) {
            stream.steer("Only the left one");
            List<ResponseEvent> events = new ArrayList<>();
            stream.forEach(events::add);

            SteerEvent.Failed failed = assertInstanceOf(SteerEvent.Failed.class, events.get(2));
            assertEquals("steering_not_supported", failed.error().code());
            assertEquals(Json.string("Only the left one"), failed.steer().input());
            assertNull(failed.steer().id());
            assertEquals("All parts done", stream.response().outputText());
        }
    }

    @Test
    void newsWithoutALaneReachesOnlyTheStreamThatItIsAbout() {
        List<String> lanes = new ArrayList<>();
        behaviour = (to, message) -> {
            if (message.get("type").string().equals("response.steer")) {
                failed(to, "\"previous_response_id\":\"resp_" + lanes.get(0) + "\",", "");
                lanes.forEach(it -> completed(to, it, "resp_" + it, "done"));
            } else {
                lanes.add(lane(message));
                created(to, lane(message), "resp_" + lane(message));
            }
        };
        Responses responses = open().responses();
        try (ResponseStream steered = responses.stream(request("a"));
                ResponseStream other = responses.stream(request("b"))) {
            steered.steer("Only the left one");

            assertEquals(List.of("created", "steer.failed", "completed"), types(steered.iterator()));
            assertEquals(List.of("created", "completed"), types(other.iterator()));
        }
    }

    @Test
    void inputThatComesBehindTheEndIsWaitedForUntilTheServiceRefusesIt() {
        begin((to, lane, message) -> {
            completed(to, lane, "resp_1", "All parts done");
            failed(to, "\"previous_response_id\":\"resp_1\",", ",\"stream_id\":\"" + lane + "\"");
        });
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            stream.steer("Only the left one");

            assertEquals(
                    List.of("created", "output_text.delta", "completed", "steer.failed"), types(stream.iterator()));
            assertEquals("All parts done", stream.response().outputText());
        }
    }

    @Test
    void aServiceThatNeverSaysWhatBecameOfTheInputIsNotWaitedForForEver() {
        begin((to, lane, message) -> completed(to, lane, "resp_1", "All parts done"));
        Responses responses = open(
                        ResponsesSocket.LONGEST_AGE, TransportConfig.builder().idleTimeout(Duration.ofMillis(200)))
                .responses();
        try (ResponseStream stream = responses.stream(request("Slice"))) {
            stream.steer("Only the left one");

            TransportException e = assertThrows(TransportException.class, stream::response);
            assertTrue(e.getMessage().contains("No event came for 0.2 s"), e.getMessage());
            assertEquals("All parts done", stream.soFar().outputText());
        }
    }

    @Test
    void theLaneOfASteeredStreamThatIsGivenUpIsUsedNoMore() {
        begin((to, lane, message) -> accepted(to, lane, "resp_1"));
        Responses responses = open().responses();
        ResponseStream kept = responses.stream(request("kept"));
        ResponseStream givenUp = responses.stream(request("given up"));
        String lost = lane;
        givenUp.steer("Only the left one");
        Iterator<ResponseEvent> events = givenUp.iterator();
        ResponseEvent event = events.next();
        while (!(event instanceof SteerEvent.Accepted)) {
            event = events.next();
        }
        givenUp.close();
        steeredAway(connections.get(0), lost);
        behaviour = this::answerAtOnce;

        for (int i = 0; i < SocketConnection.LANES - 2; i++) {
            try (ResponseStream next = responses.stream(request("next"))) {
                assertNotEquals(lost, lane(received.get(received.size() - 1)));
                next.iterator().next();
            }
        }
        kept.close();
        assertFalse(givenUp.steer("Too late"));
    }

    @Test
    void overHttpAResponseCannotBeSteered() {
        handshakeRefusal = new mockwebserver3.MockResponse.Builder().code(404).build();
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            assertFalse(stream.steer("Only the left one"));
            assertEquals("over HTTP", stream.response().outputText());
        }
    }

    @Test
    void onlyMessagesOfAPersonAndResultsAreInputForAResponseUnderWay() {
        begin((to, lane, message) -> {});
        try (ResponseStream stream = open().responses().stream(request("Slice"))) {
            InputMessage system = InputMessage.of(Role.SYSTEM, "Be brief");

            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> stream.steer(List.of(system)));
            assertTrue(e.getMessage().contains("Be brief"), e.getMessage());
            assertThrows(IllegalArgumentException.class, () -> stream.steer(List.of()));
            String large = "x".repeat(5_000_000);
            assertThrows(IllegalArgumentException.class, () -> stream.steer(large));
        }
    }

    @Test
    void whatIsSentToAResponseUnderWayIsValid() {
        begin((to, lane, message) -> {
            failed(to, "\"previous_response_id\":\"resp_1\",", "");
            if (received.size() == 3) {
                completed(to, lane, "resp_1", "All parts");
            }
        });
        ResponsesSocket opened = open();
        try (ResponseStream stream = opened.responses().stream(request("Slice"))) {
            stream.steer("Only the left one");
            stream.steer(List.of(
                    InputMessage.user(new InputText("This one"), InputImage.ofUrl("https://example.com/part.png")),
                    FunctionCallOutput.of("call_1", "done")));
            assertEquals("All parts", stream.response().outputText());
        }
        behaviour = this::answerAtOnce;
        Response warm = opened.warmUp(request("Slice"));

        assertEquals("resp_1", warm.id());
        assertTrue(received.stream().anyMatch(it -> it.get("generate") != null));
        assertEquals(
                List.of("response.create", "response.steer", "response.steer", "response.create"),
                received.stream().map(it -> it.get("type").string()).toList());
        received.forEach(it -> assertEquals(Set.of(), CreateSchemas.socket().newerProblems(Spec.tree(it.text()))));
        received.stream()
                .filter(it -> it.get("type").string().equals("response.create"))
                .forEach(it -> CreateSchemas.socket().assertValid(it.text()));
    }
}
