package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million facets in a virtual machine of its own with 256 MB. */
class BigMeshTest {
    private static final int AROUND = 1000;
    private static final int ACROSS = 500;
    private static final int FACETS = 2 * AROUND * ACROSS;

    @Test
    void aMillionFacetsAreCheckedIn256Megabytes(@TempDir Path folder) throws Exception {
        float[] points = torus();
        Path binary = folder.resolve("torus.stl");
        writeBinary(points, order(false), binary);
        assertFigures(run(binary, "check"));
        writeBinary(points, order(true), binary);
        assertFigures(run(binary, "check"));
        // PrusaSlicer 2.5 says 48.78 g.
        assertEquals(48.8, Double.parseDouble(run(binary, "weigh").get(0)), 2.5);
    }

    @Test
    void theSameAsTextIsCheckedIn256Megabytes(@TempDir Path folder) throws Exception {
        Path text = folder.resolve("torus.stl");
        writeText(torus(), text);
        assertFigures(run(text, "check"));
    }

    @Test
    void aMillionFacetsWithoutACommonPointAreCheckedIn256Megabytes(@TempDir Path folder) throws Exception {
        Path soup = folder.resolve("soup.stl");
        Random random = new Random(5);
        ByteBuffer facets = ByteBuffer.allocate(84 + 50 * FACETS).order(ByteOrder.LITTLE_ENDIAN);
        facets.position(80).putInt(FACETS);
        for (int i = 0; i < FACETS; i++) {
            facets.position(84 + 50 * i + 12);
            for (int j = 0; j < 9; j++) {
                facets.putFloat(random.nextFloat() * 100);
            }
        }
        Files.write(soup, facets.array());
        List<String> figures = run(soup, "check");

        assertEquals("3000000 open edges", figures.get(2));
        assertEquals("1000000 shells", figures.get(3));
    }

    @Test
    void moreFacetsThanMemoryHoldsAreRefused(@TempDir Path folder) throws Exception {
        Path binary = folder.resolve("torus.stl");
        writeBinary(torus(), order(false), binary);
        List<String> lines = run(binary, "check", "-Xmx40m");

        assertEquals("too_large", lines.get(0));
        assertTrue(lines.get(1).contains("40 MB"), lines.get(1));
        assertEquals("19998.7976185", run(binary, "measure", "-Xmx20m").get(0).substring(0, 13));
    }

    private static void assertFigures(List<String> figures) {
        assertEquals(114137.20065981484, Double.parseDouble(figures.get(0)), 114137 * 1e-9);
        assertEquals(19998.797618567012, Double.parseDouble(figures.get(1)), 19998 * 1e-9);
        assertEquals("0 open edges", figures.get(2));
        assertEquals("1 shells", figures.get(3));
        assertEquals("105.47323894500732 x 105.15569305419922 x 26.03398060798645", figures.get(4));
    }

    /** Runs {@link #main} in a virtual machine of its own. @return its lines */
    private static List<String> run(Path mesh, String what) throws IOException, InterruptedException {
        return run(mesh, what, "-Xmx256m");
    }

    private static List<String> run(Path mesh, String what, String memory) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path lines = mesh.resolveSibling("figures.txt");
        Process process = new ProcessBuilder(
                        java.toString(),
                        memory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigMeshTest.class.getName(),
                        mesh.toString(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(lines.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> read(lines).toString());
        return read(lines);
    }

    private static List<String> read(Path lines) {
        try {
            return Files.readAllLines(lines);
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    /** Measures, checks or weighs one mesh and prints its figures, or why it was refused. */
    public static void main(String[] arguments) {
        MeshFile file = MeshFile.of(Path.of(arguments[0]));
        try {
            switch (arguments[1]) {
                case "measure" -> System.out.println(file.measure().areaMm2());
                case "weigh" ->
                    System.out.println(
                            file.estimateWeight(PrintSettings.standard().withInfill(0.15), 1.24)
                                    .weightGrams());
                default -> print(file.check());
            }
        } catch (MeshFormatException e) {
            System.out.println(e.code());
            System.out.println(e.getMessage());
        }
    }

    private static void print(MeshReport report) {
        BoundingBox box = report.metrics().box();
        System.out.println(report.volumeMm3());
        System.out.println(report.metrics().areaMm2());
        System.out.println(report.openEdges() + " open edges");
        System.out.println(report.shells() + " shells");
        System.out.println(box.sizeX() + " x " + box.sizeY() + " x " + box.sizeZ());
    }

    /** A torus with bumps: the tube's radius changes along both circles. */
    private static float[] torus() {
        float[] points = new float[3 * AROUND * ACROSS];
        int at = 0;
        for (int i = 0; i < AROUND; i++) {
            double u = 2 * Math.PI * i / AROUND;
            for (int j = 0; j < ACROSS; j++) {
                double v = 2 * Math.PI * j / ACROSS;
                double tube = 12 + 1.5 * StrictMath.sin(7 * u) * StrictMath.cos(5 * v);
                double distance = 40 + tube * StrictMath.cos(v);
                points[at++] = (float) (distance * StrictMath.cos(u) + 60);
                points[at++] = (float) (distance * StrictMath.sin(u) + 60);
                points[at++] = (float) (tube * StrictMath.sin(v) + 15);
            }
        }
        return points;
    }

    private static int[] order(boolean shuffled) {
        int[] order = new int[FACETS];
        Random random = new Random(42);
        for (int i = 0; i < FACETS; i++) {
            int j = shuffled ? random.nextInt(i + 1) : i;
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int[] corners(int facet) {
        int i = facet / 2 / ACROSS;
        int j = facet / 2 % ACROSS;
        int a = i * ACROSS + j;
        int b = (i + 1) % AROUND * ACROSS + j;
        int c = (i + 1) % AROUND * ACROSS + (j + 1) % ACROSS;
        int d = i * ACROSS + (j + 1) % ACROSS;
        return facet % 2 == 0 ? new int[] {a, b, c} : new int[] {a, c, d};
    }

    private static void writeBinary(float[] points, int[] order, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * FACETS).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(80).putInt(FACETS);
        for (int facet : order) {
            bytes.position(bytes.position() + 12);
            for (int corner : corners(facet)) {
                bytes.putFloat(points[3 * corner])
                        .putFloat(points[3 * corner + 1])
                        .putFloat(points[3 * corner + 2]);
            }
            bytes.putShort((short) 0);
        }
        Files.write(file, bytes.array());
    }

    private static void writeText(float[] points, Path file) throws IOException {
        String[] words = new String[points.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(points[i]);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            StringBuilder text = new StringBuilder("solid bumpy torus\n");
            for (int facet = 0; facet < FACETS; facet++) {
                text.append("  facet normal 0.00000000e+00 0.00000000e+00 0.00000000e+00\n    outer loop\n");
                for (int corner : corners(facet)) {
                    text.append("      vertex ").append(words[3 * corner]);
                    text.append(' ').append(words[3 * corner + 1]);
                    text.append(' ').append(words[3 * corner + 2]).append('\n');
                }
                text.append("    endloop\n  endfacet\n");
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                text.setLength(0);
            }
            out.write("endsolid bumpy torus\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
