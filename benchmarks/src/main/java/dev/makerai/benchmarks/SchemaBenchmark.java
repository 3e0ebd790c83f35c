package dev.makerai.benchmarks;

import dev.makerai.json.Json;
import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.schema.Schema;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Schemas of a nested record with 20 members: derived anew, taken from the cache, and used to read a value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SchemaBenchmark {
    enum Colour {
        BLACK,
        WHITE,
        RED
    }

    record Size(double xMm, double yMm, double zMm) {}

    record Material(
            String name, Colour colour, @Range(min = 0) double densityGPerCm3, double nozzleC, double bedC) {}

    record Part(String file, @Param("How many pieces") int quantity, Size size, Material material, boolean supports) {}

    record Order(
            String number, String client, LocalDate due, List<Part> parts, boolean rush, double discount, long id) {}

    /** Holds the type as generic, which is not cached. */
    record Box<T>(T value) {}

    private final Type generic = new Object() {
        Box<Order> of(Box<Order> box) {
            return box;
        }
    }.getClass().getDeclaredMethods()[0].getGenericReturnType();

    private final Schema<Order> schema = Schema.of(Order.class);
    private final String text = schema.write(new Order(
                    "A-1",
                    "Ada",
                    LocalDate.of(2026, 12, 1),
                    List.of(new Part(
                            "bracket.stl",
                            5,
                            new Size(40, 25, 30),
                            new Material("PETG", Colour.BLACK, 1.27, 240, 80),
                            false)),
                    false,
                    0.05,
                    4711))
            .text();

    @Benchmark
    public Json derive() {
        return Schema.of(generic).json();
    }

    @Benchmark
    public Json cached() {
        return Schema.of(Order.class).json();
    }

    @Benchmark
    public Object read() {
        return schema.read(text);
    }
}
