package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files: each gives figures, or an exception that says what is wrong, and never anything else. */
class MeshFuzzTest {
    private static final List<byte[]> SEEDS = List.of(
            TestMesh.cube(0, 0, 0, 20).binary(),
            TestMesh.ball(10, 6, 9).plus(TestMesh.cube(-2, -2, -2, 4).turned()).binary(),
            TestMesh.moebius(10, 9).binary("solid", 18),
            TestMesh.cube(0, 0, 0, 20)
                    .plus(TestMesh.cube(10, 10, 10, 20))
                    .ascii()
                    .getBytes(StandardCharsets.US_ASCII),
            TestMesh.cube(1, 1, 1, 1e-3).ascii().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII),
            TestMesh.empty().binary(),
            "solid".getBytes(StandardCharsets.US_ASCII));

    @Test
    void damagedFilesGiveFiguresOrAReason() {
        fuzz(1, 4_000);
    }

    @Test
    @Tag("long")
    void manyDamagedFilesGiveFiguresOrAReason() {
        fuzz(2, 100_000);
    }

    private static void fuzz(long seed, int files) {
        Random random = new Random(seed);
        int results = 0;
        for (int i = 0; i < files; i++) {
            byte[] file = SEEDS.get(random.nextInt(SEEDS.size())).clone();
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                file = damaged(file, random);
            }
            boolean weigh = i % 16 == 0;
            results += check(file, weigh, seed + "/" + i) ? 1 : 0;
        }
        assertTrue(results > files / 10, "only " + results + " files gave figures");
        assertTrue(results < files, "no file was refused");
    }

    private static byte[] damaged(byte[] file, Random random) {
        if (file.length == 0) {
            return new byte[random.nextInt(200)];
        }
        int at = random.nextInt(file.length);
        switch (random.nextInt(8)) {
            case 0 -> file[at] = (byte) random.nextInt(256);
            case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                return Arrays.copyOf(file, at);
            }
            case 3 -> {
                return Arrays.copyOf(file, file.length + random.nextInt(120));
            }
            case 4 -> {
                int from = random.nextInt(file.length);
                int length = Math.min(random.nextInt(60), file.length - Math.max(from, at));
                System.arraycopy(file, from, file, at, length);
            }
            case 5 -> {
                byte[] word =
                        " 1e39 vertex facet endsolid , nan \r\n solid \0 -0 7.e ".getBytes(StandardCharsets.US_ASCII);
                int length = Math.min(random.nextInt(word.length), file.length - at);
                System.arraycopy(word, random.nextInt(word.length - length + 1), file, at, length);
            }
            case 6 -> {
                byte[] shorter = new byte[file.length - Math.min(file.length - at, 1 + random.nextInt(4))];
                System.arraycopy(file, 0, shorter, 0, Math.min(at, shorter.length));
                if (shorter.length > at) {
                    System.arraycopy(file, at + file.length - shorter.length, shorter, at, shorter.length - at);
                }
                return shorter;
            }
            default -> {
                if (file.length > 84) {
                    file[80 + random.nextInt(4)] = (byte) random.nextInt(256);
                }
            }
        }
        return file;
    }

    /** Whether there were figures. */
    private static boolean check(byte[] file, boolean weigh, String which) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try {
                MeshReport report = MeshFile.of(file).check();
                assertSane(report, which);
                if (weigh) {
                    estimate(file, which);
                }
                return true;
            } catch (MeshFormatException e) {
                assertNotNull(e.code());
                assertTrue(e.getMessage().length() < 400, e.getMessage());
                return false;
            }
        });
    }

    private static void assertSane(MeshReport report, String which) {
        MeshMetrics metrics = report.metrics();
        assertFalse(report.toString().contains("NaN"), which + report);
        assertTrue(metrics.areaMm2() >= 0 && Double.isFinite(metrics.areaMm2()), which);
        Double volume = metrics.volumeMm3();
        assertTrue(volume == null || (volume >= 0 && Double.isFinite(volume)), which);
        assertTrue(metrics.nonFiniteFacets() + metrics.degenerateFacets() <= metrics.facets(), which);
        assertTrue(report.shells() <= metrics.facets(), which);
    }

    private static void estimate(byte[] file, String which) {
        try {
            WeightEstimate estimate = MeshFile.of(file).estimateWeight(PrintSettings.standard(), 1.24);
            assertTrue(estimate.weightGrams() > 0 && Double.isFinite(estimate.highGrams()), which);
            assertTrue(estimate.lowGrams() > 0 && estimate.lowGrams() < estimate.weightGrams(), which);
        } catch (UnprintableMeshException e) {
            assertNotNull(e.code());
        }
    }
}
