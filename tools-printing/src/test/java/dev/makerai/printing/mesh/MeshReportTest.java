package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeshReportTest {
    private static final TestMesh CUBE = TestMesh.cube(0, 0, 0, 20);

    @Test
    void aClosedSurfaceWithoutVolumeIsNoBody() {
        double[] a = {0, 0, 0};
        double[] b = {20, 0, 3};
        double[] c = {0, 20, 7};
        double[] d = {20, 20, 10};
        TestMesh sheet = TestMesh.empty().plus(a, b, c).plus(b, d, c);
        for (TestMesh flat : List.of(sheet.plus(sheet.turned()), TestMesh.box(0, 0, 0, 20, 30, 0))) {
            MeshReport report = flat.check();

            assertFalse(report.volumeReliable());
            assertTrue(
                    report.warnings().stream().anyMatch(w -> w.code().equals("no_volume")),
                    report.warnings().toString());
        }
        MeshReport thin = TestMesh.box(0, 0, 0, 200, 300, 0.01).check();
        assertTrue(thin.volumeReliable()
                && thin.warnings().stream().noneMatch(w -> w.code().equals("no_volume")));
    }

    @Test
    void aCubeIsClosed() {
        MeshReport report = CUBE.check();

        assertTrue(report.watertight());
        assertTrue(report.volumeReliable());
        assertEquals(8000, report.volumeMm3());
        assertEquals(1, report.shells());
        assertEquals(0, report.openEdges());
        assertEquals(List.of(), report.warnings());
    }

    @Test
    void aMissingFacetLeavesAHole() {
        MeshReport report = CUBE.without(5).check();

        assertFalse(report.watertight());
        assertFalse(report.volumeReliable());
        assertEquals(3, report.openEdges());
        assertMessage(report, "open_edges", "3 open edges around 1 hole; about 200 mm2 are missing");
    }

    @Test
    void twoHolesAreTwo() {
        MeshReport report = TestMesh.ball(10, 12, 24).without(40).without(200).check();

        assertEquals(6, report.openEdges());
        assertMessage(report, "open_edges", "around 2 holes");
    }

    @Test
    void aTurnedFacetIsFoundAndTheVolumeOfTheTurnedMeshOffered() {
        for (int facet = 0; facet < 12; facet++) {
            MeshReport report = CUBE.withTurned(facet).check();

            assertEquals(3, report.inconsistentEdges());
            assertEquals(0, report.openEdges());
            assertFalse(report.volumeReliable());
            assertMessage(report, "inconsistent_winding", "1 facet wound against the others (3 edges)");
            assertMessage(report, "inconsistent_winding", "it is 8000 mm3");
        }
    }

    @Test
    void aMeshThatIsInsideOutHasAPositiveVolumeAndAWarning() {
        MeshReport report = CUBE.turned().check();

        assertEquals(8000, report.volumeMm3());
        assertTrue(report.volumeReliable());
        assertTrue(report.metrics().insideOut());
        assertEquals(List.of("inside_out"), codes(report));
    }

    @Test
    void aMoebiusStripHasNoVolume() {
        for (int quads : new int[] {7, 24, 200}) {
            MeshReport report =
                    TestMesh.moebius(20, quads).shuffled(new Random(quads)).check();

            assertNull(report.volumeMm3());
            assertFalse(report.volumeReliable());
            assertFalse(report.watertight());
            assertEquals(1, report.shells());
            assertTrue(report.inconsistentEdges() > 0);
            assertMessage(report, "one_sided", "no volume");
        }
    }

    @Test
    void shellsAreJoinedByEdgesNotByPoints() {
        assertEquals(2, CUBE.plus(TestMesh.cube(40, 0, 0, 20)).check().shells());
        MeshReport corner = CUBE.plus(TestMesh.cube(20, 20, 20, 20)).check();
        MeshReport edge = CUBE.plus(TestMesh.cube(20, 20, 0, 20)).check();

        assertEquals(2, corner.shells());
        assertTrue(corner.watertight());
        assertEquals(1, edge.shells());
        assertEquals(1, edge.nonManifoldEdges());
        assertFalse(edge.watertight());
        assertEquals(16000, edge.volumeMm3());
    }

    @Test
    void aReversedShellInsideABodyIsACavity() {
        MeshReport report = CUBE.plus(TestMesh.cube(2, 2, 2, 16).turned()).check();

        assertEquals(8000 - 4096, report.volumeMm3());
        assertTrue(report.volumeReliable());
        assertEquals(1, report.cavities());
        assertEquals(4096, report.cavityVolumeMm3(), 1e-9);
        assertEquals(List.of("cavities"), codes(report));
    }

    @Test
    void aBodyInACavityIsFine() {
        MeshReport report = CUBE.plus(TestMesh.cube(2, 2, 2, 16).turned())
                .plus(TestMesh.cube(8, 8, 8, 4))
                .check();

        assertEquals(1, report.cavities());
        assertEquals(List.of("cavities"), codes(report));
    }

    @Test
    void cavitiesOfAMeshThatIsInsideOutAreFoundToo() {
        MeshReport report =
                CUBE.plus(TestMesh.cube(2, 2, 2, 16).turned()).turned().check();

        assertEquals(List.of("inside_out", "cavities"), codes(report));
        assertEquals(8000 - 4096, report.volumeMm3());
    }

    @Test
    void aBodyInsideABodyIsCountedTwiceAndSaidSo() {
        MeshReport report = CUBE.plus(TestMesh.cube(2, 2, 2, 16)).check();

        assertEquals(8000 + 4096, report.volumeMm3());
        assertEquals(List.of("nested_shells"), codes(report));
    }

    @Test
    void aReversedBodyBesideAnotherIsFound() {
        MeshReport report = CUBE.plus(TestMesh.cube(40, 0, 0, 10).turned()).check();

        assertEquals(List.of("inside_out_shells"), codes(report));
    }

    @Test
    void bodiesThatOverlapAreFoundAndThoseThatTouchAreNot() {
        MeshReport overlap = CUBE.plus(TestMesh.cube(10, 10, 10, 20)).check();
        MeshReport touch = CUBE.plus(TestMesh.cube(5, 5, 20, 10))
                .plus(TestMesh.cube(20, 3, 3, 10))
                .check();

        assertEquals(List.of("overlapping_shells"), codes(overlap));
        assertEquals(16000, overlap.volumeMm3());
        assertEquals(List.of(), codes(touch));
    }

    @Test
    void manyPartsAreComparedWhereTheyMeet() {
        TestMesh parts = TestMesh.empty();
        for (int i = 0; i < 100; i++) {
            parts = parts.plus(TestMesh.cube(30 * (i % 10), 30 * (i / 10), 0, 20));
        }
        MeshReport report = parts.plus(TestMesh.cube(35, 35, 5, 5).turned()).check();

        assertEquals(101, report.shells());
        assertEquals(1, report.cavities());
        assertEquals(List.of("cavities"), codes(report));
    }

    @Test
    void doubledFacetsAreCountedHoweverTheyAreTurned() {
        assertEquals(12, CUBE.plus(CUBE).check().duplicateFacets());
        assertEquals(12, CUBE.plus(CUBE.turned()).check().duplicateFacets());
        assertEquals(
                24,
                CUBE.plus(CUBE)
                        .plus(CUBE.turned())
                        .shuffled(new Random(3))
                        .check()
                        .duplicateFacets());
        assertEquals(
                1,
                CUBE.plus(CUBE.without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0)
                                .without(0))
                        .check()
                        .duplicateFacets());
    }

    @Test
    void facetsOfNoAreaAreCounted() {
        double[] a = {1, 1, 0};
        double[] b = {5, 5, 0};
        double[] c = {3, 3, 0};
        MeshReport report =
                CUBE.plus(a, a, b).plus(a, a, b).plus(b, b, b).plus(a, c, b).check();

        assertEquals(4, report.metrics().degenerateFacets());
        assertEquals(1, report.duplicateFacets());
        assertEquals(3, report.openEdges());
        assertEquals(8000, report.volumeMm3(), 1e-9);
        assertMessage(report, "open_edges", "nothing is missing");
    }

    @Test
    void aPointOnAnEdgeLeavesOpenEdgesButNoGap() {
        double[] a = {0, 0, 20};
        double[] b = {20, 0, 20};
        double[] middle = {10, 0, 20};
        double[] c = {20, 20, 20};
        TestMesh top = TestMesh.empty().plus(a, middle, c).plus(middle, b, c);
        TestMesh rest = TestMesh.empty();
        TestMesh split = CUBE.without(2).plus(top).plus(rest);
        MeshReport report = split.check();

        assertEquals(3, report.openEdges());
        assertEquals(8000, report.volumeMm3(), 1e-9);
        assertMessage(report, "open_edges", "nothing is missing");
    }

    @Test
    void pointsThatDifferInTheLastDigitsAreOne() {
        Random random = new Random(11);
        TestMesh noisy = TestMesh.cube(0, 0, 0, 0.02).moved(p ->
                new double[] {noisy(p[0], random), noisy(p[1], random), noisy(p[2], random)});
        MeshReport report = noisy.check();

        assertTrue(report.openEdgesExact() > 0);
        assertEquals(0, report.openEdges());
        assertTrue(report.watertight());
        assertMessage(report, "merged_points", "as slicers do");
    }

    private static double noisy(double value, Random random) {
        return value + (random.nextDouble() - 0.5) * 4e-9;
    }

    @Test
    void aNearMissIsNotClosedButFound() {
        TestMesh near = CUBE.without(11)
                .plus(new double[] {20.00002, 0, 0}, new double[] {20, 20, 20}, new double[] {20, 0, 20});
        MeshReport report = near.check();

        assertEquals(4, report.openEdges());
        assertFalse(report.watertight());
        assertMessage(report, "near_miss_edges", "4 open edges closed");
    }

    @Test
    void anySizeAndPlaceGiveTheSameCounts() {
        TestMesh open = TestMesh.ball(10, 8, 12).without(30);
        for (double scale : new double[] {1e-35, 1e-20, 1e-10, 1e-6, 1e-3, 1, 1e6, 1e20, 1e30, 1e36}) {
            MeshReport closed = TestMesh.ball(10, 8, 12).scaled(scale).check();
            MeshReport withHole = open.scaled(scale).check();

            assertTrue(closed.watertight(), "scale " + scale);
            assertEquals(0, closed.metrics().degenerateFacets());
            assertTrue(closed.volumeMm3() > 0 && Double.isFinite(closed.volumeMm3()));
            assertEquals(3, withHole.openEdges(), "scale " + scale);
        }
        MeshReport far = CUBE.translated(1 << 20, -(1 << 20), 1 << 19).check();
        assertTrue(far.watertight());
        assertEquals(8000, far.volumeMm3());
    }

    @Test
    void storedNormalsThatPointElsewhereAreFound() {
        byte[] bytes = CUBE.binary();
        java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putFloat(84 + 7 * 50 + 8, -5);
        MeshWarning warning = MeshFile.of(bytes).check().warnings().get(0);

        assertEquals("mismatching_normals", warning.code());
        assertEquals(7L, warning.facet());
        assertEquals(8000, MeshFile.of(bytes).measure().volumeMm3());
    }

    @Test
    void sizeAndPlaceAreHintedAt() {
        assertEquals(List.of("maybe_inches"), codes(TestMesh.cube(0, 0, 0, 2).check()));
        assertEquals(List.of("maybe_metres"), codes(TestMesh.cube(0, 0, 0, 0.02).check()));
        assertEquals(List.of("not_on_bed"), codes(TestMesh.cube(0, 0, 12.5, 20).check()));
        assertEquals(List.of("not_on_bed"), codes(TestMesh.cube(0, 0, -10, 20).check()));
        assertEquals(
                List.of("thin_walls"), codes(TestMesh.box(0, 0, 0, 40, 40, 0.4).check()));
    }

    @Test
    void aFanOfManyFacetsAboutOnePointTakesNoLongerThanOthers() {
        int sides = 60_000;
        TestMesh cone = TestMesh.empty();
        java.util.List<TestMesh> parts = new java.util.ArrayList<>();
        double[] top = {0, 0, 30};
        double[] bottom = {0, 0, 0};
        for (int i = 0; i < sides; i++) {
            double[] a = {1000 * Math.cos(2 * Math.PI * i / sides), 1000 * Math.sin(2 * Math.PI * i / sides), 0};
            int next = (i + 1) % sides;
            double[] b = {1000 * Math.cos(2 * Math.PI * next / sides), 1000 * Math.sin(2 * Math.PI * next / sides), 0};
            parts.add(TestMesh.empty().plus(a, b, top).plus(b, a, bottom));
        }
        MeshReport report = TestMesh.all(parts).plus(cone).check();

        assertTrue(report.watertight());
        assertEquals(2L * sides, report.metrics().facets());
    }

    private static List<String> codes(MeshReport report) {
        return report.warnings().stream().map(MeshWarning::code).toList();
    }

    private static void assertMessage(MeshReport report, String code, String piece) {
        assertTrue(
                report.warnings().stream()
                        .anyMatch(w -> w.code().equals(code) && w.message().contains(piece)),
                piece + " is not in " + report.warnings());
    }
}
