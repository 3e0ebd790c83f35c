package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.http.RequestReport;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that makes responses over WebSockets as {@link #behaviour} says, and else answers over HTTP. */
abstract class LaneServer {
    static final int PATIENCE_SECONDS = 60;
    static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";

    @StartStop
    final MockWebServer server = new MockWebServer();

    final List<Json> received = Collections.synchronizedList(new ArrayList<>());
    final List<WebSocket> connections = Collections.synchronizedList(new ArrayList<>());
    final List<RequestReport> reports = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger overHttp = new AtomicInteger();
    final AtomicInteger handshakes = new AtomicInteger();
    final AtomicInteger responses = new AtomicInteger();

    BiConsumer<WebSocket, Json> behaviour = this::answerAtOnce;

    @Nullable
    MockResponse handshakeRefusal;

    private @Nullable ResponsesSocket socket;

    @BeforeEach
    void play() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getHeaders().get("Upgrade") == null) {
                    overHttp.incrementAndGet();
                    return new MockResponse.Builder()
                            .code(200)
                            .addHeader("Content-Type", "application/json")
                            .body(response("resp_http", "over HTTP"))
                            .build();
                }
                handshakes.incrementAndGet();
                assertEquals("Bearer " + KEY, request.getHeaders().get("Authorization"));
                return handshakeRefusal != null
                        ? handshakeRefusal
                        : new MockResponse.Builder()
                                .webSocketUpgrade(new Lanes())
                                .build();
            }
        });
    }

    @AfterEach
    void close() {
        if (socket != null) {
            socket.close();
        }
    }

    private final class Lanes extends WebSocketListener {
        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            connections.add(webSocket);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            Json request = Json.parse(text);
            received.add(request);
            behaviour.accept(webSocket, request);
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code, null);
        }
    }

    ResponsesSocket open() {
        return open(ResponsesSocket.LONGEST_AGE);
    }

    ResponsesSocket open(Duration longestAge) {
        return open(longestAge, TransportConfig.builder());
    }

    ResponsesSocket open(Duration longestAge, TransportConfig.Builder config) {
        ResponsesSocket opened = new ResponsesSocket(
                new Transport(config.baseUrl(server.url("/v1").toString())
                        .apiKey(KEY)
                        .listener(reports::add)
                        .build()),
                longestAge);
        socket = opened;
        return opened;
    }

    static ResponseRequest request(String text) {
        return ResponseRequest.builder("m").input(text).build();
    }

    static String response(String id, String text) {
        return "{\"id\":\"" + id + "\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\",\"output\":"
                + "[{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":"
                + "[{\"type\":\"output_text\",\"text\":" + Json.string(text) + ",\"annotations\":[]}]}]}";
    }

    static String lane(Json request) {
        return request.get("stream_id").string();
    }

    static void created(WebSocket to, String lane, String id) {
        to.send("{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"" + id
                + "\",\"status\":\"in_progress\",\"output\":[]},\"stream_id\":\"" + lane + "\"}");
    }

    static void delta(WebSocket to, String lane, String text) {
        to.send(
                "{\"type\":\"response.output_text.delta\",\"sequence_number\":1,\"item_id\":\"msg_1\",\"output_index\":0,"
                        + "\"content_index\":0,\"delta\":" + Json.string(text) + ",\"logprobs\":[],\"stream_id\":\""
                        + lane
                        + "\"}");
    }

    static void completed(WebSocket to, String lane, String id, String text) {
        to.send("{\"type\":\"response.completed\",\"sequence_number\":2,\"response\":" + response(id, text)
                + ",\"stream_id\":\"" + lane + "\"}");
    }

    void answerAtOnce(WebSocket to, Json request) {
        String id = "resp_" + responses.incrementAndGet();
        created(to, lane(request), id);
        delta(to, lane(request), "Echo: ");
        completed(to, lane(request), id, "Echo: " + request.get("input").string());
    }
}
