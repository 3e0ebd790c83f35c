package dev.makerai.benchmarks;

import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.tools.Tool;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A run of three rounds with two tool calls against a server in this process, and the same three exchanges by bare
 * OkHttp with prebuilt bytes. Run it with {@code -prof gc}: allocation is the steadier figure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ToolLoopBenchmark {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final byte[] REQUEST = new byte[700];

    private final LoopServer server = LoopServer.ofResponses();
    private final OkHttpClient bare = new OkHttpClient();
    private Prompt prompt =
            MakerAi.builder().baseUrl("http://localhost/v1").build().prompt("");

    static final class Shop {
        @Tool("Price of one kilogram of filament in euro")
        double pricePerKilogram(String material) {
            return material.length() * 5.5;
        }
    }

    @Setup
    public void start() throws IOException {
        server.start();
        prompt = MakerAi.builder()
                .baseUrl(server.baseUrl())
                .build()
                .prompt("What do PLA and PETG cost?")
                .tools(new Shop());
    }

    @TearDown
    public void stop() throws IOException {
        server.close();
    }

    @Benchmark
    public String makerAi() {
        return prompt.run().value();
    }

    @Benchmark
    public int bareOkHttp() throws IOException {
        int bytes = 0;
        for (int round = 0; round < 3; round++) {
            Request request = new Request.Builder()
                    .url(server.baseUrl() + "/responses")
                    .post(RequestBody.create(REQUEST, JSON))
                    .build();
            try (Response response = bare.newCall(request).execute()) {
                bytes += response.body().bytes().length;
            }
        }
        return bytes;
    }
}
