package dev.makerai.benchmarks;

import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshMetrics;
import dev.makerai.printing.mesh.MeshReport;
import dev.makerai.printing.mesh.PrintSettings;
import dev.makerai.printing.mesh.WeightEstimate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A torus of a million facets in binary STL, against a bare loop over the mapped file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MeshBenchmark {
    private static final int AROUND = 1000;
    private static final int ACROSS = 500;
    private static final int FACETS = 2 * AROUND * ACROSS;
    private static final int HEADER = 84;
    private static final int FACET = 50;

    /** Whether the facets come in the order of the surface or in any. */
    @Param({"false", "true"})
    boolean shuffled;

    private Path file = Path.of("");

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("torus", ".stl");
        int[] order = new int[FACETS];
        Random random = new Random(42);
        for (int i = 0; i < FACETS; i++) {
            int j = shuffled ? random.nextInt(i + 1) : i;
            order[i] = order[j];
            order[j] = i;
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + FACET * FACETS).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(HEADER - 4).putInt(FACETS);
        for (int i = 0; i < FACETS; i++) {
            bytes.position(HEADER + FACET * i + 12);
            int quad = order[i] / 2;
            int u = quad / ACROSS;
            int v = quad % ACROSS;
            boolean first = order[i] % 2 == 0;
            put(bytes, u, v);
            put(bytes, u + 1, first ? v : v + 1);
            put(bytes, first ? u + 1 : u, v + 1);
        }
        Files.write(file, bytes.array());
    }

    private static void put(ByteBuffer bytes, int around, int across) {
        double u = 2 * Math.PI * (around % AROUND) / AROUND;
        double v = 2 * Math.PI * (across % ACROSS) / ACROSS;
        double distance = 40 + 12 * Math.cos(v);
        bytes.putFloat((float) (distance * Math.cos(u) + 60))
                .putFloat((float) (distance * Math.sin(u) + 60))
                .putFloat((float) (12 * Math.sin(v) + 12));
    }

    /** Removes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The floor: volume, area and box by a loop over the mapped file. */
    @Benchmark
    public double bareLoop() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            double volume = 0;
            double area = 0;
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            float[] p = new float[9];
            for (int at = HEADER + 12; at < bytes.limit(); at += FACET) {
                for (int i = 0; i < 9; i++) {
                    p[i] = bytes.getFloat(at + 4 * i);
                    min = Math.min(min, p[i]);
                    max = Math.max(max, p[i]);
                }
                double ux = (double) p[3] - p[0];
                double uy = (double) p[4] - p[1];
                double uz = (double) p[5] - p[2];
                double vx = (double) p[6] - p[0];
                double vy = (double) p[7] - p[1];
                double vz = (double) p[8] - p[2];
                double nx = uy * vz - uz * vy;
                double ny = uz * vx - ux * vz;
                double nz = ux * vy - uy * vx;
                area += Math.sqrt(nx * nx + ny * ny + nz * nz);
                volume += p[0] * nx + p[1] * ny + p[2] * nz;
            }
            return volume / 6 + area / 2 + min + max;
        }
    }

    /** Volume, area and box. */
    @Benchmark
    public MeshMetrics measure() {
        return MeshFile.of(file).measure();
    }

    /** All checks. */
    @Benchmark
    public MeshReport check() {
        return MeshFile.of(file).check();
    }

    /** All checks, and the layers of a print. */
    @Benchmark
    public WeightEstimate estimateWeight() {
        return MeshFile.of(file).estimateWeight(PrintSettings.standard(), 1.24);
    }
}
