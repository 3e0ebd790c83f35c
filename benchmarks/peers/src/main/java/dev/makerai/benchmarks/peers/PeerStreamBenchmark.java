package dev.makerai.benchmarks.peers;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;
import dev.makerai.benchmarks.DeltaServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

/** The same stream by two other clients for Java, each the way its users write it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(DeltaServer.DELTAS)
public class PeerStreamBenchmark {
    private final int expected = DeltaServer.characters();
    private @Nullable DeltaServer server;
    private @Nullable OpenAIClient openAi;
    private @Nullable OpenAiResponsesStreamingChatModel langChain;

    @Setup
    public void start() throws IOException {
        server = DeltaServer.start();
        openAi = OpenAIOkHttpClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-benchmark-0123456789")
                .build();
        langChain = OpenAiResponsesStreamingChatModel.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-benchmark-0123456789")
                .modelName("gpt-6.1-sol")
                .build();
    }

    @TearDown
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Every event typed, by openai-java. */
    @Benchmark
    @SuppressWarnings("NullAway") // JMH calls start() first.
    public int openAiJava() {
        ResponseCreateParams request = ResponseCreateParams.builder()
                .model("gpt-6.1-sol")
                .input("Which filament?")
                .build();
        AtomicInteger characters = new AtomicInteger();
        try (StreamResponse<ResponseStreamEvent> stream = openAi.responses().createStreaming(request)) {
            stream.stream()
                    .flatMap(event -> event.outputTextDelta().stream())
                    .forEach(event -> characters.addAndGet(event.delta().length()));
        }
        return checked(characters.get());
    }

    /** The pieces of text, and the answer put together, by langchain4j. */
    @Benchmark
    @SuppressWarnings("NullAway") // JMH calls start() first.
    public int langChain4j() {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        AtomicInteger characters = new AtomicInteger();
        langChain.chat("Which filament?", new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {
                characters.addAndGet(piece.length());
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        whole.join();
        return checked(characters.get());
    }

    private int checked(int characters) {
        if (characters != expected) {
            throw new IllegalStateException(characters + " characters in place of " + expected);
        }
        return characters;
    }
}
