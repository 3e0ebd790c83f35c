package dev.makerai.benchmarks;

import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshMetrics;
import dev.makerai.printing.mesh.MeshReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
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

/** A closed torus of a million facets in a binary file: our measuring and checking against a bare loop over the bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MeshBenchmark {
    private static final int AROUND = 1000;
    private static final int ACROSS = 500;
    private static final int FACETS = 2 * AROUND * ACROSS;

    private Path file = Path.of("");

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("torus", ".stl");
        ByteBuffer stl = ByteBuffer.allocate(84 + 50 * FACETS).order(ByteOrder.LITTLE_ENDIAN);
        stl.position(80);
        stl.putInt(FACETS);
        for (int i = 0; i < AROUND; i++) {
            for (int j = 0; j < ACROSS; j++) {
                facet(stl, i, j, i + 1, j, i + 1, j + 1);
                facet(stl, i, j, i + 1, j + 1, i, j + 1);
            }
        }
        Files.write(file, stl.array());
    }

    private static void facet(ByteBuffer stl, int... corners) {
        stl.putFloat(0).putFloat(0).putFloat(0);
        for (int k = 0; k < 6; k += 2) {
            double u = 2 * Math.PI * (corners[k] % AROUND) / AROUND;
            double v = 2 * Math.PI * (corners[k + 1] % ACROSS) / ACROSS;
            double radius = 40 + 12 * Math.cos(v);
            stl.putFloat((float) (radius * Math.cos(u)));
            stl.putFloat((float) (radius * Math.sin(u)));
            stl.putFloat((float) (12 * Math.sin(v)));
        }
        stl.putShort((short) 0);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The floor: maps the file and sums the volume about the origin, nothing checked. */
    @Benchmark
    public double bareLoop() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer stl = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            double volume = 0;
            for (int at = 84; at < stl.limit(); at += 50) {
                double ax = stl.getFloat(at + 12);
                double ay = stl.getFloat(at + 16);
                double az = stl.getFloat(at + 20);
                double bx = stl.getFloat(at + 24);
                double by = stl.getFloat(at + 28);
                double bz = stl.getFloat(at + 32);
                double cx = stl.getFloat(at + 36);
                double cy = stl.getFloat(at + 40);
                double cz = stl.getFloat(at + 44);
                volume += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
            }
            return volume / 6;
        }
    }

    @Benchmark
    public MeshMetrics measure() {
        return MeshFile.of(file).measure();
    }

    @Benchmark
    public MeshReport check() {
        return MeshFile.of(file).check();
    }
}
