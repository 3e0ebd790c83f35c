package dev.makerai.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import dev.makerai.tools.Tool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many runs of one client, over real connections to a server on this machine. */
class ManyRunsTest {
    static {
        // Else the server of older JDKs waits 40 ms for an acknowledgement before each body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int AT_ONCE = 1_000;
    private static final int LEAK_RUNS = Integer.getInteger("makerai.leak.runs", 10_000);

    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private HttpServer server;
    private MakerAi ai;

    final class Echo {
        @Tool("Doubles a number")
        long twice(long number) {
            calls.incrementAndGet();
            return 2 * number;
        }

        @Tool("Adds one to a number")
        long next(long number) {
            calls.incrementAndGet();
            return number + 1;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
        server.setExecutor(workers);
        server.createContext("/v1/responses", ManyRunsTest::answer);
        server.start();
        ai = MakerAi.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .model("m")
                .build();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** Asks for two tools about the number in the question, then answers with what they said. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Json request = Json.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            List<String> outputs = request.get("input").elements().stream()
                    .filter(item -> item.get("output") != null)
                    .map(item -> item.get("output").string())
                    .toList();
            String output;
            String id;
            if (outputs.isEmpty()) {
                String number =
                        request.get("input").elements().get(0).get("content").string();
                id = "resp_" + number;
                output = call(number, "twice") + "," + call(number, "next");
            } else {
                id = request.get("previous_response_id").string() + "_2";
                output = "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"status\":\"completed\","
                        + "\"content\":[{\"type\":\"output_text\",\"text\":\"" + String.join(" ", outputs)
                        + "\",\"annotations\":[]}]}";
            }
            byte[] body = ("{\"id\":\"" + id
                            + "\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\",\"output\":["
                            + output
                            + "],\"usage\":null}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String call(String number, String tool) {
        return "{\"type\":\"function_call\",\"id\":\"fc_" + tool + number + "\",\"call_id\":\"call_" + tool + number
                + "\",\"name\":\"" + tool + "\",\"arguments\":\"{\\\"number\\\":" + number
                + "}\",\"status\":\"completed\"}";
    }

    private void run(int number, Echo echo) {
        Run<String> run = ai.prompt(String.valueOf(number)).tools(echo).run();
        assertEquals(2L * number + " " + (number + 1), run.text(), () -> run.explain());
    }

    @Test
    void aThousandRunsAtOnceKeepTheirResultsApart() throws Exception {
        Echo echo = new Echo();
        run(0, echo);
        calls.set(0);
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        CyclicBarrier all = new CyclicBarrier(AT_ONCE);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = i;
            Callable<Void> one = () -> {
                all.await();
                run(number, echo);
                return null;
            };
            runs.add(callers.submit(one));
        }
        long toolThreads = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            runs.get(i).get(2, TimeUnit.MINUTES);
            if (i % 100 == 0) {
                toolThreads = Math.max(toolThreads, threads("maker-ai-tool"));
            }
        }
        callers.shutdown();

        assertEquals(2 * AT_ONCE, calls.get());
        assertTrue(toolThreads <= 256, toolThreads + " threads of tools");
    }

    @Test
    @Tag("long")
    void tenThousandRunsLeaveNothingBehind() throws Exception {
        Echo echo = new Echo();
        runAll(2_000, echo);
        long before = usedBytes();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();

        runAll(LEAK_RUNS, echo);

        long grown = usedBytes() - before;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;
        System.out.println(LEAK_RUNS + " runs: heap grown by " + grown / 1024 + " KiB, threads by " + threads);
        // 100 bytes for each run would be a leak; a warm cache is less.
        assertTrue(grown < 100L * LEAK_RUNS, grown + " bytes are still held after " + LEAK_RUNS + " runs");
        assertTrue(threads <= 8, threads + " threads more than before");
    }

    private void runAll(int count, Echo echo) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            runs.add(callers.submit(() -> run(number, echo)));
        }
        for (Future<?> each : runs) {
            each.get(5, TimeUnit.MINUTES);
        }
        callers.shutdown();
        assertTrue(callers.awaitTermination(1, TimeUnit.MINUTES));
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.partitioningBy(thread -> thread.getName().startsWith(prefix)))
                .get(true)
                .size();
    }

    private static long usedBytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(200);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
