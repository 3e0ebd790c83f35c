package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupportsTest {
    private static final double PLA = 1.24;
    private static final PrintSettings SUPPORTED = PrintSettings.standard().withSupports(true);

    @Test
    void aCubeNeedsNone() {
        assertEquals(0, supports(box(0, 0, 0, 20, 20, 20)));
    }

    @Test
    void aBridgeNeedsNone() {
        assertEquals(0, supports(box(0, 0, 0, 8, 10, 20), box(32, 0, 0, 40, 10, 20), box(0, 0, 19.99, 40, 10, 23)));
    }

    @Test
    void aTableIsSupportedAlongItsEdge() {
        // PrusaSlicer 2.5: 3992 mm3, and 7014 mm3 where it does not take the top for a bridge.
        assertEquals(3992, supports(box(-2, -2, 0, 2, 2, 20), box(-20, -20, 20, 20, 20, 23)), 0.3 * 3992);
    }

    @Test
    void bothWingsOfATeeAreSupported() {
        // PrusaSlicer 2.5: 6429 mm3.
        double volume = supports(box(0, 0, 0, 6.2, 36.7, 36.61), box(-14.1, 0, 36.6, 20.4, 36.7, 42.3));
        assertEquals(6429, volume, 0.3 * 6429);
    }

    @Test
    void onlySlopesFlatterThan45DegreesAreSupported() {
        assertEquals(0, supports(funnel(5, 20, 44)));
        assertTrue(supports(funnel(5, 20, 46)) > 500);
    }

    @Test
    void supportsEndOnThePartBelow() {
        List<double[]> column = box(0, 0, 0, 6, 30, 40);
        List<double[]> roof = box(0, 0, 39.99, 30, 30, 43);
        double fromTheBed = supports(column, roof);
        double fromTheFloor = supports(column, roof, box(0, -10, 0, 40, 40, 30));
        assertTrue(fromTheFloor > 0);
        assertTrue(fromTheFloor < fromTheBed / 2, fromTheFloor + " of " + fromTheBed);
    }

    @Test
    void supportsFollowThePatternNotTheVolume() {
        double low = supports(box(0, 0, 0, 6, 30, 21), box(0, 0, 20, 30, 30, 23));
        double high = supports(box(0, 0, 0, 6, 30, 41), box(0, 0, 40, 30, 30, 43));
        double perLayer = (high - low) / 20;
        // An eighth to a half of the box below the roof is plastic.
        assertTrue(perLayer > 24 * 30 / 8.0 && perLayer < 24 * 30 / 2.0, "mm3 per mm: " + perLayer);
    }

    @Test
    void supportsAreInTheWeightAndWidenItsBand() {
        MeshFile part = file(box(-2, -2, 0, 2, 2, 20), box(-20, -20, 20, 20, 20, 23));
        WeightEstimate with = part.estimateWeight(SUPPORTED, PLA);
        WeightEstimate without = part.estimateWeight(PrintSettings.standard(), PLA);
        double parts = with.wallVolumeMm3() + with.solidVolumeMm3() + with.infillVolumeMm3() + with.supportVolumeMm3();
        assertEquals(with.extrudedVolumeMm3(), parts, 1e-9 * parts);
        assertEquals(with.extrudedVolumeMm3() * PLA / 1000, with.weightGrams(), 1e-9);
        assertEquals(
                without.extrudedVolumeMm3(),
                with.extrudedVolumeMm3() - with.supportVolumeMm3(),
                0.02 * without.extrudedVolumeMm3());
        assertTrue(with.highGrams() - with.lowGrams() > without.highGrams() - without.lowGrams());
        assertEquals(0, without.supportVolumeMm3());
    }

    @Test
    void manyLittleOverhangsOnAFloorAreSupportedFromIt() {
        List<double[]> pegs = new ArrayList<>(box(0, 0, 0, 60, 60, 2));
        for (int i = 0; i < 400; i++) {
            int row = i / 20;
            double x = 1.5 + i % 20 * 2.9;
            double y = 1.5 + row * 2.9;
            pegs.addAll(box(x, y, 1.9, x + 1, y + 1, 6));
            pegs.addAll(box(x - 0.7, y - 0.7, 5.9, x + 1.7, y + 1.7, 8));
        }
        assertTrue(supports(pegs) > 0);
    }

    @Test
    void theSlicersWeightWithSupportsIsInTheBand() {
        List<Double> errors = new ArrayList<>();
        for (Map<String, String> row : Corpus.rows("weights.csv")) {
            if (row.get("supports_45deg").equals("1")) {
                WeightEstimate estimate =
                        MeshFile.of(Corpus.folder().resolve(row.get("file"))).estimateWeight(settings(row), PLA);
                double sliced = 1000 * Double.parseDouble(row.get("filament_cm3"));
                assertTrue(
                        estimate.lowVolumeMm3() <= sliced && sliced <= estimate.highVolumeMm3(),
                        row + " but " + estimate.lowVolumeMm3() + " to " + estimate.highVolumeMm3());
                errors.add(Math.abs(estimate.extrudedVolumeMm3() / sliced - 1));
            }
        }
        errors.sort(null);
        assertTrue(errors.get(errors.size() / 2) < 0.04, "median error " + errors);
        assertTrue(errors.get(errors.size() - 1) < 0.1, "worst error " + errors);
    }

    private static PrintSettings settings(Map<String, String> row) {
        return SUPPORTED
                .withInfill(Double.parseDouble(row.get("infill_percent")) / 100)
                .withPerimeters(Integer.parseInt(row.get("perimeters")));
    }

    @SafeVarargs
    private static double supports(List<double[]>... bodies) {
        return file(bodies).estimateWeight(SUPPORTED, PLA).supportVolumeMm3();
    }

    @SafeVarargs
    private static MeshFile file(List<double[]>... bodies) {
        List<double[]> facets = new ArrayList<>();
        for (List<double[]> body : bodies) {
            facets.addAll(body);
        }
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * facets.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(80).putInt(facets.size());
        for (double[] facet : facets) {
            bytes.position(bytes.position() + 12);
            for (double coordinate : facet) {
                bytes.putFloat((float) coordinate);
            }
            bytes.putShort((short) 0);
        }
        return MeshFile.of(bytes.array());
    }

    private static List<double[]> box(double x0, double y0, double z0, double x1, double y1, double z1) {
        double[][] p = new double[8][];
        for (int i = 0; i < 8; i++) {
            p[i] = new double[] {(i & 1) == 0 ? x0 : x1, (i & 2) == 0 ? y0 : y1, (i & 4) == 0 ? z0 : z1};
        }
        List<double[]> facets = new ArrayList<>();
        int[][] sides = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
        for (int[] side : sides) {
            facets.add(facet(p[side[0]], p[side[1]], p[side[2]]));
            facets.add(facet(p[side[0]], p[side[2]], p[side[3]]));
        }
        return facets;
    }

    /** A cone that stands on its smaller end; its wall leans out by an angle from the vertical. */
    private static List<double[]> funnel(double radius, double height, double degrees) {
        int sectors = 360;
        double wide = radius + height * Math.tan(Math.toRadians(degrees));
        List<double[]> facets = new ArrayList<>();
        for (int i = 0; i < sectors; i++) {
            double[] a = onCircle(radius, i, sectors, 0);
            double[] b = onCircle(radius, (i + 1) % sectors, sectors, 0);
            double[] c = onCircle(wide, (i + 1) % sectors, sectors, height);
            double[] d = onCircle(wide, i, sectors, height);
            facets.add(facet(a, b, c));
            facets.add(facet(a, c, d));
            facets.add(facet(new double[] {0, 0, 0}, b, a));
            facets.add(facet(new double[] {0, 0, height}, d, c));
        }
        return facets;
    }

    private static double[] onCircle(double radius, int sector, int sectors, double z) {
        double angle = 2 * Math.PI * sector / sectors;
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle), z};
    }

    private static double[] facet(double[] a, double[] b, double[] c) {
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
    }
}
