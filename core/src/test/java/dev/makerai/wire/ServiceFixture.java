package dev.makerai.wire;

import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.internal.rest.Polling;
import dev.makerai.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server, a transport that speaks with it, and a time in which waiting costs nothing. */
public abstract class ServiceFixture {
    protected static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";

    @StartStop
    protected final MockWebServer server = new MockWebServer();

    protected Transport transport;

    /** The pauses that were made. */
    protected final List<Duration> pauses = new ArrayList<>();

    private long now;

    @BeforeEach
    final void openTransport() {
        transport = new Transport(TransportConfig.builder()
                .baseUrl(server.url("/v1").toString())
                .apiKey(KEY)
                .maxRetries(0)
                .build());
    }

    @AfterEach
    final void closeTransport() {
        transport.close();
    }

    /** Pauses of 1 to 8 seconds that pass at once. */
    protected final Polling polling() {
        return new Polling(
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                it -> {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    pauses.add(it);
                    now += it.toNanos();
                },
                () -> now);
    }

    protected final void answer(String json) {
        answer(200, "application/json", json);
    }

    protected final void answer(int status, String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .addHeader("x-request-id", "req_1")
                .body(body)
                .build());
    }

    /** An answer that promises more than it sends. */
    protected final void cutAnswer(String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", contentType)
                .body(body)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
    }

    /** The next request as its method and address. */
    protected final String nextTarget() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getMethod() + " " + request.getTarget();
    }

    /** The next request's document. */
    protected final Json nextBody() throws InterruptedException {
        return Json.parse(server.takeRequest().getBody().utf8());
    }
}
