package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.AuthenticationException;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.RequestReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;

class OpenAnswerTest extends TransportFixture {
    private static final int PATIENCE_SECONDS = 60;

    private final List<RequestReport> reports = Collections.synchronizedList(new ArrayList<>());

    private Transport listened() {
        return open(config().listener(reports::add));
    }

    private static OpenAnswer events(Transport transport) {
        return transport.postForEvents(transport.url("responses"), new Buffer().writeUtf8("{}"), null);
    }

    @Test
    void theBodyIsReadAsItComes() throws Exception {
        server.enqueue(answer(200, "text/event-stream", "data: {}\n\n", "x-request-id: req_1"));

        try (OpenAnswer answer = events(listened())) {
            assertEquals("data: {}\n\n", answer.source().readUtf8());
            assertEquals("req_1", answer.requestId());
            assertTrue(reports.isEmpty());
            answer.end();
        }

        assertEquals("text/event-stream", server.takeRequest().getHeaders().get("Accept"));
        RequestReport report = reports.get(0);
        assertEquals(1, reports.size());
        assertEquals(200, report.status());
        assertEquals("req_1", report.requestId());
        assertNull(report.failure());
    }

    @Test
    void aConnectionWhoseAnswerWasReadIsUsedAgain() throws Exception {
        Transport transport = listened();
        for (int i = 0; i < 2; i++) {
            server.enqueue(answer(200, "text/event-stream", "data: {}\n\n"));
            try (OpenAnswer answer = events(transport)) {
                String unused = answer.source().readUtf8();
                answer.end();
            }
        }

        assertEquals(0, server.takeRequest().getExchangeIndex());
        assertEquals(1, server.takeRequest().getExchangeIndex());
    }

    @Test
    void closingFromAnotherThreadEndsAReadThatWaitsAndReleasesTheSocket() throws Exception {
        try (Stalling stalling = new Stalling()) {
            OpenAnswer answer = events(open(config().baseUrl(stalling.baseUrl())));
            CompletableFuture<IOException> read = CompletableFuture.supplyAsync(
                    () -> assertThrows(IOException.class, () -> answer.source().readUtf8()));
            assertTrue(stalling.answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

            answer.close();

            read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(answer.isClosed());
            assertTrue(stalling.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
        }
    }

    @Test
    void aReadEndsAtTheDeadline() throws Exception {
        try (Stalling stalling = new Stalling();
                OpenAnswer answer = events(open(config().baseUrl(stalling.baseUrl())))) {
            answer.deadline(System.nanoTime() + Duration.ofMillis(50).toNanos());

            assertThrows(IOException.class, () -> answer.source().readUtf8());

            assertTrue(answer.isLate());
        }
    }

    @Test
    void interruptingTheReaderEndsItsRead() throws Exception {
        try (Stalling stalling = new Stalling();
                OpenAnswer answer = events(open(config().baseUrl(stalling.baseUrl())))) {
            CompletableFuture<TransportException> read = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                IOException fault =
                        assertThrows(IOException.class, () -> answer.source().readUtf8());
                read.complete(answer.broken(fault));
            });
            reader.start();
            assertTrue(stalling.answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

            reader.interrupt();

            TransportException e = read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
        }
    }

    @Test
    void everyTryIsReported() {
        server.enqueue(json(503, "{}", "x-request-id: req_1"));
        server.enqueue(json(200, "{\"ok\":true}", "x-request-id: req_2"));
        server.enqueue(json(401, error("e", "invalid_api_key", "no " + KEY)));
        Transport transport = listened();

        String unused = post(transport);
        assertThrows(AuthenticationException.class, () -> transport.get(transport.url("responses", "resp_1")));

        assertEquals(
                List.of("1 503 req_1", "2 200 req_2", "1 401 null"),
                reports.stream()
                        .map(it -> it.attempt() + " " + it.status() + " " + it.requestId())
                        .toList());
        assertEquals(
                "POST /v1/responses",
                reports.get(1).method() + " " + reports.get(1).path());
        assertTrue(
                reports.get(1).toString().matches("POST /v1/responses: 200 in \\d+ ms \\(try 2, request id req_2\\)"),
                () -> reports.get(1).toString());
        assertFalse(reports.toString().contains(KEY));
    }

    @Test
    void aTryWithoutAnswerIsReportedWithItsFailure() {
        Transport transport =
                open(config().baseUrl("http://127.0.0.1:1/v1").maxRetries(0).listener(reports::add));

        assertThrows(TransportException.class, () -> post(transport));

        assertEquals(1, reports.size());
        assertNull(reports.get(0).status());
        assertTrue(
                reports.get(0).toString().contains("no answer"),
                () -> reports.get(0).toString());
        assertTrue(
                reports.get(0).failure().contains("ConnectException"),
                () -> reports.get(0).failure());
    }

    @Test
    void furtherHeadersAreSentWithEveryRequest() throws Exception {
        server.enqueue(json(200, "{}"));
        server.enqueue(json(200, "{}"));
        Transport transport = open(config().header("OpenAI-Beta", "a").header("openai-beta", "x=v1"));

        String unused = post(transport);
        Answer unusedToo = transport.get(transport.url("models"));

        assertEquals("x=v1", server.takeRequest().getHeaders().get("OpenAI-Beta"));
        assertEquals("x=v1", server.takeRequest().getHeaders().get("OpenAI-Beta"));
    }

    @Test
    void headersThatTheClientSetsItselfOrThatNoRequestCanCarryAreRefused() {
        for (String name : List.of("Authorization", "content-type", "a b", "", "ü")) {
            assertThrows(ConfigurationException.class, () -> config().header(name, "x"), name);
        }
        ConfigurationException e =
                assertThrows(ConfigurationException.class, () -> config().header("X-Secret", "se\ncret"));
        assertFalse(e.getMessage().contains("cret\"") || e.getMessage().contains("se\n"), e.getMessage());
    }

    @Test
    void aDerivedTransportKeepsWhatWasNotChanged() throws Exception {
        server.enqueue(json(200, "{}"));
        Transport patient =
                new Transport(listened().derive().timeout(Duration.ofHours(1)).build());

        String unused = post(patient);

        assertEquals("Bearer " + KEY, server.takeRequest().getHeaders().get("Authorization"));
        assertEquals(1, reports.size());
    }

    @Test
    void anUploadTellsHowFarItIsAndIsTriedAgain() throws Exception {
        server.enqueue(json(503, "{}"));
        server.enqueue(json(200, "{}"));
        byte[] content = new byte[300_000];
        List<Long> moved = new ArrayList<>();
        Transport transport = listened();

        Answer unused = transport.upload(
                transport.url("files"),
                RequestBody.create(content, MediaType.get("application/octet-stream")),
                (bytes, total) -> {
                    assertEquals(content.length, total);
                    moved.add(bytes);
                });

        assertEquals(content.length, server.takeRequest().getBodySize());
        assertEquals(content.length, server.takeRequest().getBodySize());
        assertEquals(2, moved.stream().filter(it -> it == content.length).count());
    }

    @Test
    void anUploadThatCanBeSentOnlyOnceIsNotTriedAgain() {
        server.enqueue(json(503, "{}"));
        Transport transport = listened();
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("text/plain");
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("x");
            }
        };

        assertThrows(
                dev.makerai.errors.ServerException.class,
                () -> transport.upload(transport.url("files"), once, (bytes, total) -> {}));

        assertEquals(1, server.getRequestCount());
    }

    /** Answers with the head and the first event, then says nothing more. */
    private static final class Stalling implements AutoCloseable {
        final CountDownLatch answered = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Stalling() throws IOException {
            Thread thread = new Thread(this::serve, "stalling-server");
            thread.setDaemon(true);
            thread.start();
        }

        String baseUrl() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
        }

        private void serve() {
            try (Socket connection = socket.accept()) {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {}\n\n"
                                .getBytes(StandardCharsets.US_ASCII));
                answered.countDown();
                while (connection.getInputStream().read() >= 0) {
                    continue;
                }
                released.countDown();
            } catch (IOException e) {
                // A reset releases the socket too.
                released.countDown();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
