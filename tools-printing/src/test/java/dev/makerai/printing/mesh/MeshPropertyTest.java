package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must stay as it is when a mesh is turned, moved, scaled, shuffled or written otherwise. */
class MeshPropertyTest {
    @RepeatedTest(25)
    void countsStayAndFiguresFollow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TestMesh mesh = random(random);
        MeshReport original = mesh.check();

        assertSameCounts(original, mesh.shuffled(random).check());
        assertFigures(original, mesh.shuffled(random).check(), 1, 1e-12);
        double scale = Math.scalb(1, random.nextInt(9) - 4);
        assertSameCounts(original, mesh.scaled(scale).check());
        assertFigures(original, mesh.scaled(scale).check(), scale, 1e-12);
        // Coordinates are multiples of 1/64, so moves by whole numbers are exact.
        TestMesh moved =
                mesh.translated(random.nextInt(2000) - 1000, random.nextInt(2000) - 1000, random.nextInt(2000));
        assertSameCounts(original, moved.check());
        assertFigures(original, moved.check(), 1, 1e-12);
        assertSameCounts(original, quarterTurn(mesh).check());
        assertFigures(original, quarterTurn(mesh).check(), 1, 1e-12);
        assertFigures(original, turned(mesh, random.nextDouble() * 7).check(), 1, 1e-5);
        MeshReport text =
                MeshFile.of(mesh.ascii().getBytes(StandardCharsets.US_ASCII)).check();
        assertSameCounts(original, text);
        assertEquals(original.metrics().box(), text.metrics().box());
        assertEquals(original.volumeMm3(), text.volumeMm3());
        assertEquals(original.metrics().areaMm2(), text.metrics().areaMm2());
    }

    /** Some balls and boxes, with holes and turned facets. */
    private static TestMesh random(Random random) {
        TestMesh mesh = TestMesh.empty();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            TestMesh part = random.nextBoolean()
                    ? TestMesh.ball(1 + random.nextInt(20), 3 + random.nextInt(8), 3 + random.nextInt(12))
                    : TestMesh.cube(random.nextInt(10), random.nextInt(10), random.nextInt(10), 1 + random.nextInt(30));
            mesh = mesh.plus(part.translated(random.nextInt(60), random.nextInt(60), random.nextInt(60)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            mesh = mesh.without(random.nextInt(mesh.size()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            mesh = mesh.withTurned(random.nextInt(mesh.size()));
        }
        return mesh.moved(p -> new double[] {grid(p[0]), grid(p[1]), grid(p[2])});
    }

    private static double grid(double value) {
        return Math.rint(value * 64) / 64;
    }

    private static TestMesh quarterTurn(TestMesh mesh) {
        return mesh.moved(p -> new double[] {-p[1], p[0], p[2]});
    }

    private static TestMesh turned(TestMesh mesh, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return mesh.moved(p -> new double[] {p[0], cos * p[1] - sin * p[2], sin * p[1] + cos * p[2]});
    }

    private static void assertSameCounts(MeshReport expected, MeshReport actual) {
        assertEquals(expected.metrics().facets(), actual.metrics().facets());
        assertEquals(expected.metrics().degenerateFacets(), actual.metrics().degenerateFacets());
        assertEquals(expected.watertight(), actual.watertight());
        assertEquals(expected.openEdges(), actual.openEdges());
        assertEquals(expected.openEdgesExact(), actual.openEdgesExact());
        assertEquals(expected.nonManifoldEdges(), actual.nonManifoldEdges());
        assertEquals(expected.inconsistentEdges(), actual.inconsistentEdges());
        assertEquals(expected.shells(), actual.shells());
        assertEquals(expected.cavities(), actual.cavities());
        assertEquals(expected.duplicateFacets(), actual.duplicateFacets());
    }

    private static void assertFigures(MeshReport expected, MeshReport actual, double scale, double relative) {
        double area = expected.metrics().areaMm2() * scale * scale;
        assertEquals(area, actual.metrics().areaMm2(), area * relative);
        if (expected.volumeReliable()) {
            double volume = expected.volumeMm3() * scale * scale * scale;
            assertEquals(volume, actual.volumeMm3(), volume * relative);
        }
    }
}
