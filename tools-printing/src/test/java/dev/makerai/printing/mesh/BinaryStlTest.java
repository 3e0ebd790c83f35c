package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryStlTest {
    private static final TestMesh CUBE = TestMesh.cube(0, 0, 0, 20);

    @Test
    void aCubeHasItsFigures() {
        MeshMetrics metrics = MeshFile.of(CUBE.binary()).measure();

        assertEquals(MeshFormat.STL_BINARY, metrics.format());
        assertEquals(12, metrics.facets());
        assertEquals(1, metrics.solids());
        assertEquals(8000, metrics.volumeMm3());
        assertEquals(2400, metrics.areaMm2());
        assertEquals(new BoundingBox(0, 0, 0, 20, 20, 20), metrics.box());
        assertEquals(List.of(), metrics.warnings());
    }

    @Test
    void aHeaderThatBeginsWithSolidIsStillBinary() {
        assertEquals(8000, volume(CUBE.binary("solid facet normal vertex", 12)));
        assertEquals(8000, volume(CUBE.binary("solid with a wrong count", 99)));
    }

    @Test
    void theSizeDecidesOverAWrongCount() {
        for (int declared : new int[] {0, 5, 13, 2_000_000_000, -1}) {
            MeshMetrics metrics = MeshFile.of(CUBE.binary("x", declared)).measure();

            assertEquals(12, metrics.facets());
            assertEquals(8000, metrics.volumeMm3());
            assertEquals(List.of("facet_count_mismatch"), codes(metrics));
            assertTrue(metrics.warnings().get(0).message().contains(Integer.toUnsignedString(declared)));
        }
    }

    @Test
    void aFileCutInsideAFacetGivesTheWholeOnes() {
        MeshMetrics metrics =
                MeshFile.of(Arrays.copyOf(CUBE.binary(), 84 + 7 * 50 + 20)).measure();

        assertEquals(7, metrics.facets());
        assertEquals(List.of("truncated"), codes(metrics));
    }

    @Test
    void bytesBehindTheFacetsAreLeftOut() {
        MeshMetrics metrics =
                MeshFile.of(Arrays.copyOf(CUBE.binary(), 684 + 37)).measure();

        assertEquals(12, metrics.facets());
        assertEquals(List.of("trailing_bytes"), codes(metrics));
        assertTrue(metrics.warnings().get(0).message().contains("37 bytes"));
    }

    @Test
    void aFileWithoutFacetsIsAnEmptyMesh() {
        MeshReport report = TestMesh.empty().check();

        assertEquals(0, report.metrics().facets());
        assertNull(report.volumeMm3());
        assertNull(report.metrics().box());
        assertEquals(
                List.of("empty_mesh"),
                report.warnings().stream().map(MeshWarning::code).toList());
    }

    @Test
    void attributeBytesMeanNothing() {
        byte[] coloured = CUBE.binary();
        for (int facet = 0; facet < 12; facet++) {
            coloured[84 + 50 * facet + 48] = (byte) 0xFF;
            coloured[84 + 50 * facet + 49] = (byte) 0x80;
        }

        assertEquals(MeshFile.of(CUBE.binary()).check(), MeshFile.of(coloured).check());
    }

    @Test
    void facetsThatAreNotFiniteAreCountedAndLeftOut() {
        for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int coordinate = 0; coordinate < 9; coordinate++) {
                byte[] bytes = CUBE.binary();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(84 + 50 * 3 + 12 + 4 * coordinate, odd);
                MeshReport report = MeshFile.of(bytes).check();

                assertEquals(1, report.metrics().nonFiniteFacets());
                assertEquals(12, report.metrics().facets());
                assertEquals(2200, report.metrics().areaMm2());
                assertEquals(
                        new BoundingBox(0, 0, 0, 20, 20, 20), report.metrics().box());
                assertEquals(3, report.openEdges());
            }
        }
    }

    @Test
    void aMeshOfNothingFiniteIsEmpty() {
        TestMesh odd = TestMesh.empty().plus(new double[] {0, 0, Double.NaN}, new double[3], new double[3]);
        MeshReport report = odd.check();

        assertEquals(1, report.metrics().nonFiniteFacets());
        assertNull(report.volumeMm3());
        assertEquals(0, report.shells());
    }

    @Test
    void minusZeroIsZero() {
        byte[] bytes = CUBE.binary();
        for (int i = 84; i < bytes.length; i += 50) {
            ByteBuffer facet = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = i + 12; at < i + 48; at += 4) {
                if (facet.getFloat(at) == 0 && (at + i) % 8 == 0) {
                    facet.putFloat(at, -0f);
                }
            }
        }
        MeshReport report = MeshFile.of(bytes).check();

        assertTrue(report.watertight());
        assertEquals(0, report.openEdgesExact());
        assertEquals(new BoundingBox(0, 0, 0, 20, 20, 20), report.metrics().box());
    }

    @Test
    void fewerBytesThanAHeaderAreNoMesh() {
        MeshFormatException e = assertThrows(
                MeshFormatException.class, () -> MeshFile.of(new byte[83]).check());

        assertEquals("not_stl", e.code());
        assertTrue(e.getMessage().contains("83 bytes"));
        assertEquals(
                "empty_file",
                assertThrows(
                                MeshFormatException.class,
                                () -> MeshFile.of(new byte[0]).measure())
                        .code());
    }

    private static Double volume(byte[] file) {
        return MeshFile.of(file).measure().volumeMm3();
    }

    private static List<String> codes(MeshMetrics metrics) {
        return metrics.warnings().stream().map(MeshWarning::code).toList();
    }
}
