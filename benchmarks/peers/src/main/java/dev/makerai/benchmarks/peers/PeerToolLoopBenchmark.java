package dev.makerai.benchmarks.peers;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.makerai.benchmarks.LoopServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * The run of three rounds with two tool calls by langchain4j, the way its users write it. It speaks Chat Completions,
 * for which its loop is made; the answers say the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PeerToolLoopBenchmark {
    private final LoopServer server = LoopServer.ofChatCompletions();
    private @Nullable Assistant assistant;

    /** What langchain4j makes an implementation of. */
    public interface Assistant {
        /** Asks. */
        String ask(String question);
    }

    /** The tool. */
    public static final class Shop {
        /** Looks a price up. */
        @Tool("Price of one kilogram of filament in euro")
        public double pricePerKilogram(@P("material") String material) {
            return material.length() * 5.5;
        }
    }

    @Setup
    public void start() throws IOException {
        server.start();
        assistant = AiServices.builder(Assistant.class)
                .chatModel(OpenAiChatModel.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("sk-benchmark-0123456789")
                        .modelName("gpt-6.1-sol")
                        .build())
                .tools(new Shop())
                .build();
    }

    @TearDown
    public void stop() throws IOException {
        server.close();
    }

    @Benchmark
    @SuppressWarnings("NullAway") // JMH calls start() first.
    public String langChain4j() {
        return assistant.ask("What do PLA and PETG cost?");
    }
}
