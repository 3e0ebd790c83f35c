package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class InterruptTest extends TransportFixture {
    /** Far below the timeouts of the calls, so that only the interrupt can end them in time. */
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void interruptingACallThatWaitsForItsAnswerReleasesTheSocket() throws Exception {
        try (SilentServer silent = new SilentServer("")) {
            interruptWhenAsked(silent);
        }
    }

    @Test
    void interruptingACallInTheMiddleOfItsAnswerReleasesTheSocket() throws Exception {
        try (SilentServer silent = new SilentServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")) {
            interruptWhenAsked(silent);
        }
    }

    private void interruptWhenAsked(SilentServer silent) throws Exception {
        Transport transport = open(config().baseUrl(silent.baseUrl()));
        Caller caller = new Caller(() -> post(transport));
        assertTrue(silent.asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

        caller.thread.interrupt();

        caller.assertInterrupted();
        assertTrue(silent.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the socket is still open");
    }

    @Test
    void interruptingACallOverHttp2CancelsIt() throws Exception {
        server.close();
        try (mockwebserver3.MockWebServer h2 = new mockwebserver3.MockWebServer()) {
            h2.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            h2.start();
            h2.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            OkHttpClient own = new OkHttpClient.Builder()
                    .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                    .readTimeout(10, TimeUnit.MINUTES)
                    .build();
            Transport transport =
                    open(config().baseUrl(h2.url("/v1").toString()).client(own));
            Caller caller = new Caller(() -> post(transport));
            assertNotNull(h2.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS));

            caller.thread.interrupt();

            caller.assertInterrupted();
        }
    }

    @Test
    void interruptingTheWaitBeforeTheNextTryEndsIt() throws Exception {
        server.enqueue(json(503, "{}", "Retry-After: 60"));
        CountDownLatch waiting = new CountDownLatch(1);
        Transport transport = new Transport(
                config().build(),
                (duration, opening) -> {
                    waiting.countDown();
                    Pause.SLEEP.of(duration, opening);
                },
                time,
                AnswerReader.MAX_BYTES);
        Caller caller = new Caller(() -> post(transport));
        assertTrue(waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

        caller.thread.interrupt();

        caller.assertInterrupted();
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Transport transport = open(config());
        Thread.currentThread().interrupt();
        try {
            TransportException e = assertThrows(TransportException.class, () -> post(transport));
            assertTrue(Thread.currentThread().isInterrupted());
            assertEquals(0, e.attempts());
        } finally {
            boolean unused = Thread.interrupted();
        }
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aVirtualThreadIsInterruptedAsWell() throws Exception {
        Method start = virtualThreadStarter();
        Assumptions.assumeTrue(start != null, "virtual threads need JDK 21");
        try (SilentServer silent = new SilentServer("")) {
            Transport transport = open(config().baseUrl(silent.baseUrl()));
            CompletableFuture<TransportException> failure = new CompletableFuture<>();
            Runnable call = () -> failure.complete(assertThrows(TransportException.class, () -> post(transport)));
            Thread thread = (Thread) start.invoke(null, call);
            assertTrue(silent.asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

            thread.interrupt();

            String message = failure.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getMessage();
            assertTrue(message.contains("The thread was interrupted"), message);
        }
    }

    @Test
    void interruptingOneOfManyThreadsLeavesTheOthersAlone() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getTarget().endsWith("/slow")
                        ? new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build()
                        : json(200, "{\"ok\":true}");
            }
        });
        Transport transport = open(config());
        List<Caller> slow = new ArrayList<>();
        List<CompletableFuture<String>> quick = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(new Caller(() -> transport.get(transport.url("slow"))));
            CompletableFuture<String> answers = new CompletableFuture<>();
            quick.add(answers);
            new Thread(
                            () -> {
                                try {
                                    String answer = "";
                                    for (int j = 0; j < 50; j++) {
                                        answer = text(transport.get(transport.url("quick")));
                                    }
                                    answers.complete(answer);
                                } catch (RuntimeException e) {
                                    answers.completeExceptionally(e);
                                }
                            },
                            "quick")
                    .start();
        }
        for (Caller caller : slow) {
            caller.thread.interrupt();
        }
        for (Caller caller : slow) {
            caller.assertInterrupted();
        }
        for (CompletableFuture<String> answers : quick) {
            assertEquals("{\"ok\":true}", answers.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static Method virtualThreadStarter() {
        try {
            return Thread.class.getMethod("startVirtualThread", Runnable.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** A thread that makes one call, and how the call ended. */
    private static final class Caller {
        final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        final CompletableFuture<Boolean> flag = new CompletableFuture<>();
        final Thread thread;

        Caller(Runnable call) {
            thread = new Thread(
                    () -> {
                        try {
                            call.run();
                            failure.complete(new IllegalStateException("The call came back"));
                        } catch (RuntimeException e) {
                            failure.complete(e);
                        }
                        flag.complete(Thread.currentThread().isInterrupted());
                    },
                    "caller");
            thread.setDaemon(true);
            thread.start();
        }

        void assertInterrupted() throws Exception {
            RuntimeException e = failure.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertInstanceOf(TransportException.class, e, () -> "" + e);
            assertTrue(e.getMessage().contains("The thread was interrupted"), e.getMessage());
            assertTrue(flag.get(PATIENCE_SECONDS, TimeUnit.SECONDS), "the interrupt flag was lost");
        }
    }

    /** Takes one request, says only what it is told to, and notices when the client lets go. */
    private static final class SilentServer implements AutoCloseable {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        SilentServer(String said) throws IOException {
            Thread thread = new Thread(() -> serve(said), "silent-server");
            thread.setDaemon(true);
            thread.start();
        }

        String baseUrl() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
        }

        private void serve(String said) {
            try (Socket connection = socket.accept();
                    InputStream in = connection.getInputStream()) {
                int first = in.read();
                connection.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
                asked.countDown();
                for (int b = first; b >= 0; ) {
                    b = in.read();
                }
                released.countDown();
            } catch (IOException e) {
                // A reset is a release too.
                released.countDown();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
