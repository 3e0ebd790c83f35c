package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightEstimateTest {
    private static final double PLA = 1.24;
    private static final double FILAMENT_MM2 = Math.PI / 4 * 1.75 * 1.75;
    private static final PrintSettings STANDARD = PrintSettings.standard();

    @Test
    void realSlicesLieNearAndInTheBand() {
        Path folder = Corpus.folder();
        List<Double> errors = new ArrayList<>();
        int inside = 0;
        double widths = 0;
        for (Map<String, String> row : Corpus.rows("weights.csv")) {
            if (row.get("supports_45deg").equals("1")) {
                continue;
            }
            PrintSettings settings = STANDARD.withPerimeters(Integer.parseInt(row.get("perimeters")))
                    .withInfill(Double.parseDouble(row.get("infill_percent")) / 100);
            WeightEstimate estimate =
                    MeshFile.of(folder.resolve(row.get("file"))).estimateWeight(settings, PLA);
            // The length has more digits than the weight.
            double grams = Double.parseDouble(row.get("filament_mm")) * FILAMENT_MM2 / 1000 * PLA;
            errors.add(Math.abs(estimate.weightGrams() / grams - 1));
            inside += estimate.lowGrams() <= grams && grams <= estimate.highGrams() ? 1 : 0;
            widths += (estimate.highGrams() - estimate.lowGrams()) / 2 / estimate.weightGrams();
        }
        double[] sorted =
                errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();

        assertEquals(48, sorted.length);
        assertTrue(sorted[24] <= 0.02, "median error " + sorted[24]);
        assertTrue(sorted[47] <= 0.07, "worst error " + sorted[47]);
        assertTrue(inside >= 0.95 * 48, inside + " of 48 inside the band");
        assertTrue(widths / 48 <= 0.08, "the band is " + widths / 48 + " to each side");
    }

    @Test
    void aSolidPrintTakesTheVolume() {
        WeightEstimate estimate = estimate(TestMesh.cube(0, 0, 0, 20), STANDARD.withInfill(1));

        assertEquals(8000, estimate.extrudedVolumeMm3(), 1);
        assertEquals(9.92, estimate.weightGrams(), 0.01);
        assertEquals(100, estimate.layers());
        assertEquals(
                estimate.extrudedVolumeMm3(),
                estimate.wallVolumeMm3() + estimate.solidVolumeMm3() + estimate.infillVolumeMm3(),
                1e-9);
    }

    @Test
    void aHollowPrintIsWallsAndSolidLayers() {
        WeightEstimate estimate = estimate(TestMesh.cube(0, 0, 0, 20), STANDARD.withInfill(0));
        double walls = 4 * 19.15 * 0.85 * 20;
        double solid = 18.3 * 18.3 * 9 * 0.2;

        assertEquals(walls, estimate.wallVolumeMm3(), 0.03 * walls);
        assertEquals(solid, estimate.solidVolumeMm3(), 0.1 * solid);
        assertEquals(0, estimate.infillVolumeMm3());
    }

    @Test
    void moreOfAnythingWeighsMore() {
        TestMesh part = TestMesh.box(0, 0, 0, 40, 30, 20);
        double before = 0;
        for (double infill : new double[] {0, 0.05, 0.15, 0.3, 0.6, 0.9, 1}) {
            double grams = estimate(part, STANDARD.withInfill(infill)).weightGrams();
            assertTrue(grams > before, "infill " + infill);
            before = grams;
        }
        double solid = before;
        before = 0;
        for (int perimeters = 0; perimeters < 8; perimeters++) {
            double grams = estimate(part, STANDARD.withPerimeters(perimeters)).weightGrams();
            assertTrue(grams > before && grams < solid, "perimeters " + perimeters);
            before = grams;
        }
    }

    @Test
    void moreInfillNeverWeighsLessAndNeverMoreThanASolidPart() {
        Random random = new Random(31);
        TestMesh shelf = TestMesh.box(0, 0, 0, 30, 20, 3)
                .plus(TestMesh.box(0, 0, 3.5, 4, 20, 20))
                .plus(TestMesh.box(0, 0, 24, 30, 20, 3));
        for (TestMesh part : List.of(TestMesh.ball(15, 16, 24), shelf, TestMesh.box(0, 0, 0, 30, 12, 1.5))) {
            for (double height : new double[] {0.2, 0.1}) {
                PrintSettings settings = STANDARD.withLayerHeightMm(height);
                double solid = estimate(part, settings.withInfill(1)).weightGrams();
                List<Double> shares = new ArrayList<>(List.of(0.0, 0.9, 0.97, 0.98, 0.99, 0.999, 1.0));
                for (int i = 0; i < 8; i++) {
                    shares.add(random.nextDouble());
                }
                shares.sort(null);
                double before = 0;
                for (double share : shares) {
                    double grams = estimate(part, settings.withInfill(share)).weightGrams();
                    assertTrue(grams >= before * (1 - 1e-12), "infill " + share + ": " + grams + " after " + before);
                    assertTrue(grams <= solid * (1 + 1e-12), "infill " + share + ": " + grams + " of " + solid);
                    before = grams;
                }
            }
        }
    }

    @Test
    void theWeightFollowsTheDensityAndNotThePlace() {
        TestMesh part = TestMesh.ball(10, 12, 24);
        double grams = estimate(part, STANDARD).weightGrams();

        assertEquals(
                2 * grams,
                MeshFile.of(part.binary()).estimateWeight(STANDARD, 2 * PLA).weightGrams(),
                1e-9);
        assertEquals(grams, estimate(part.translated(512, -256, 1024), STANDARD).weightGrams(), 1e-3 * grams);
        assertEquals(grams, estimate(part.turned(), STANDARD).weightGrams(), 1e-9);
    }

    @Test
    void whatOverlapsIsPrintedOnce() {
        TestMesh cube = TestMesh.cube(0, 0, 0, 20);
        PrintSettings solid = STANDARD.withInfill(1);

        assertEquals(
                15000, estimate(cube.plus(TestMesh.cube(10, 10, 10, 20)), solid).extrudedVolumeMm3(), 60);
        assertEquals(8000, estimate(cube.plus(TestMesh.cube(5, 5, 5, 8)), solid).extrudedVolumeMm3(), 40);
        assertEquals(8000, estimate(cube.plus(cube), solid).extrudedVolumeMm3(), 1);
        assertEquals(
                3904,
                estimate(cube.plus(TestMesh.cube(2, 2, 2, 16).turned()), solid).extrudedVolumeMm3(),
                40);
    }

    @Test
    void harmlessFaultsAreTaken() {
        TestMesh cube = TestMesh.cube(0, 0, 0, 20);
        double grams = estimate(cube, STANDARD).weightGrams();
        double[] a = {1, 1, 0};
        double[] b = {9, 9, 0};
        double[] c = {4, 4, 0};

        assertEquals(grams, estimate(cube.plus(a, c, b), STANDARD).weightGrams(), 1e-9);
        double two = estimate(cube.plus(TestMesh.cube(20, 20, 0, 20)), STANDARD).weightGrams();
        assertEquals(2 * grams, two, 0.02 * two);
    }

    @Test
    void aMeshWithoutAnInsideIsRefused() {
        TestMesh cube = TestMesh.cube(0, 0, 0, 20);

        assertRefused("empty_mesh", "no facets", TestMesh.empty());
        assertRefused("open_mesh", "200 mm2 are missing", cube.without(3));
        assertRefused("inconsistent_winding", "8000 mm3", cube.withTurned(3));
        assertRefused("inconsistent_winding", "one side", TestMesh.moebius(10, 30));
        assertRefused(
                "non_manifold",
                "odd number",
                cube.plus(cube.without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)
                        .without(0)));
        assertRefused("open_mesh", "flat", cube.plus(cube.turned()));
        assertRefused("too_large", "check the units", cube.scaled(1000));
        assertRefused("too_small", "check the units", cube.scaled(0.001));
    }

    private static void assertRefused(String code, String piece, TestMesh mesh) {
        UnprintableMeshException e = assertThrows(UnprintableMeshException.class, () -> estimate(mesh, STANDARD));
        assertEquals(code, e.code());
        assertTrue(e.getMessage().contains(piece), e.getMessage());
    }

    @Test
    void thinWallsAreAllWallAndUncertain() {
        TestMesh sheet = TestMesh.box(0, 0, 0, 30, 0.05, 30);
        WeightEstimate estimate = estimate(sheet, STANDARD);

        assertEquals(45, estimate.extrudedVolumeMm3(), 5);
        assertTrue(estimate.lowGrams() < 0.8 * estimate.weightGrams());
    }

    @Test
    void largePartsWithManyFacetsStayInTimeAndMemory() {
        WeightEstimate estimate = estimate(TestMesh.ball(200, 150, 200), STANDARD);

        assertEquals(2000, estimate.layers());
        double volume = estimate.mesh().volumeMm3();
        assertTrue(estimate.extrudedVolumeMm3() > 0.15 * volume && estimate.extrudedVolumeMm3() < 0.3 * volume);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 25.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aDensityThatNoFilamentHasIsMisuse(double density) {
        MeshFile file = MeshFile.of(TestMesh.cube(0, 0, 0, 20).binary());

        assertThrows(IllegalArgumentException.class, () -> file.estimateWeight(STANDARD, density));
    }

    @Test
    void settingsOutOfRangeAreMisuse() {
        assertThrows(IllegalArgumentException.class, () -> STANDARD.withInfill(1.01));
        assertThrows(IllegalArgumentException.class, () -> STANDARD.withInfill(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> STANDARD.withPerimeters(-1));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> STANDARD.withLayerHeightMm(0.5));
        assertEquals("layerHeightMm must be from 0.02 to 0.45, but is 0.5", e.getMessage());
    }

    @Test
    void anySettingsGiveAnEstimate() {
        TestMesh part = TestMesh.ball(8, 8, 12);
        for (int perimeters : new int[] {0, 1, 20}) {
            for (int solid : new int[] {0, 1, 100}) {
                for (double infill : new double[] {0, 0.5, 1}) {
                    for (double below : new double[] {0, 10_000}) {
                        PrintSettings settings =
                                new PrintSettings(perimeters, 0.6, 0.3, solid, solid, infill, below, false);
                        WeightEstimate estimate = estimate(part, settings);
                        double most = 1.1 * estimate.mesh().volumeMm3();
                        assertTrue(
                                estimate.extrudedVolumeMm3() >= 0 && estimate.highGrams() < most * PLA,
                                settings + " " + estimate);
                    }
                }
            }
        }
    }

    private static WeightEstimate estimate(TestMesh mesh, PrintSettings settings) {
        return MeshFile.of(mesh.binary()).estimateWeight(settings, PLA);
    }
}
