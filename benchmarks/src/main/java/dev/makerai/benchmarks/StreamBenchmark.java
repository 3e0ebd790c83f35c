package dev.makerai.benchmarks;

import com.squareup.moshi.JsonReader;
import dev.makerai.MakerAi;
import dev.makerai.responses.OutputTextEvent;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An answer in 20 000 pieces from a server in another process; an operation is one piece. {@code benchmarks/stream} runs
 * it with two other clients and counts memory and processor time, the steadier figures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(DeltaServer.DELTAS)
public class StreamBenchmark {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String REQUEST = "{\"model\":\"gpt-6.1-sol\",\"input\":\"Which filament?\",\"stream\":true}";
    private static final String DATA = "data: ";
    private static final JsonReader.Options MEMBERS = JsonReader.Options.of("type", "delta");

    private final int expected = DeltaServer.characters();
    private final OkHttpClient bare = new OkHttpClient();
    private final ResponseRequest request =
            ResponseRequest.builder("gpt-6.1-sol").input("Which filament?").build();
    private @Nullable DeltaServer server;
    private MakerAi ai = MakerAi.builder().baseUrl("http://localhost/v1").build();
    private Request bareRequest = new Request.Builder().url("http://localhost/").build();

    @Setup
    public void start() throws IOException {
        server = DeltaServer.start();
        ai = MakerAi.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-benchmark-0123456789")
                .build();
        bareRequest = new Request.Builder()
                .url(server.baseUrl() + "/responses")
                .post(RequestBody.create(REQUEST, JSON))
                .build();
    }

    @TearDown
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Every event typed, the answer put together, by our client. */
    @Benchmark
    public int makerAi() {
        int characters = 0;
        try (ResponseStream stream = ai.responses().stream(request)) {
            for (ResponseEvent event : stream) {
                characters += event instanceof OutputTextEvent.Delta more
                        ? more.delta().length()
                        : 0;
            }
        }
        return checked(characters);
    }

    /** The floor: lines, and nothing known of what is in them but that it is data. */
    @Benchmark
    public int bareOkHttpLines() throws IOException {
        int events = 0;
        try (Response response = bare.newCall(bareRequest).execute()) {
            BufferedSource source = response.body().source();
            for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
                events += line.startsWith(DATA) ? 1 : 0;
            }
        }
        if (events < DeltaServer.DELTAS) {
            throw new IllegalStateException(events + " events");
        }
        return events;
    }

    /** What one would write by hand: a reader for each event that looks at its type and its piece of text alone. */
    @Benchmark
    public int moshiByHand() throws IOException {
        int characters = 0;
        try (Response response = bare.newCall(bareRequest).execute()) {
            BufferedSource source = response.body().source();
            for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
                if (line.startsWith(DATA)) {
                    characters += delta(line);
                }
            }
        }
        return checked(characters);
    }

    private static int delta(String line) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(line, DATA.length(), line.length()));
        String type = "";
        String delta = "";
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(MEMBERS)) {
                case 0 -> type = reader.nextString();
                case 1 -> delta = reader.nextString();
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return type.equals("response.output_text.delta") ? delta.length() : 0;
    }

    private int checked(int characters) {
        if (characters != expected) {
            throw new IllegalStateException(characters + " characters in place of " + expected);
        }
        return characters;
    }
}
