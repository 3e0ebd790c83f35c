package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapTest {
    private static final TestMesh BAR = TestMesh.box(0, 0, 0, 60, 10, 10);

    @Test
    void barsThatCrossOverlapThoughNoCornerLiesInTheOther() {
        assertOverlap(1, BAR.plus(TestMesh.box(25, -25, 2, 10, 60, 6)));
        assertOverlap(1, BAR.plus(TestMesh.box(25, -25, 2, 10, 60, 6)).turned());
    }

    @Test
    void bodiesWithSidesInCommonPlanesOverlap() {
        TestMesh cross = TestMesh.box(25, -25, 0, 10, 60, 10);
        TestMesh behind = TestMesh.box(50, 0, 0, 60, 10, 10);
        TestMesh partOf = TestMesh.box(50, 0, 0, 10, 10, 10);

        assertOverlap(1, BAR.plus(cross));
        assertOverlap(1, BAR.plus(behind));
        assertOverlap(1, BAR.refined().refined().plus(cross.refined().refined()));
        assertOverlap(1, BAR.refined().plus(behind.refined().refined()));
        assertEquals(List.of("nested_shells"), codes(BAR.plus(partOf.translated(-1, 0, 0))));
    }

    @Test
    void bodiesThatTouchDoNot() {
        TestMesh touching = BAR.plus(TestMesh.box(5, 10, 3, 20, 10, 5)).plus(TestMesh.box(60, 2, -3, 7, 5, 20));
        for (int i = 0; i < 40; i++) {
            double cos = Math.cos(i);
            double sin = Math.sin(i);
            double far = i % 4 == 0 ? 1e4 : i;
            TestMesh turned = touching.moved(p -> new double[] {
                far + cos * p[0] - sin * p[1],
                far + sin * p[0] + cos * p[1] * 0.6 - p[2] * 0.8,
                cos * p[1] * 0.8 + p[2] * 0.6
            });

            assertFalse(codes(turned).contains("overlapping_shells"), "turned by " + i);
            assertTrue(turned.check().volumeReliable());
        }
    }

    @Test
    void bodiesInEachOthersHolesDoNot() {
        TestMesh frame = frame(40, 10);
        TestMesh linked = frame.moved(p -> new double[] {p[0] + 20, p[2] + 20, -p[1]});

        assertEquals(List.of("not_on_bed"), codes(frame.plus(linked)));
        assertEquals(List.of(), codes(frame.plus(TestMesh.cube(15, 15, 0, 9))));
        assertOverlap(1, frame.plus(linked.translated(0, 0, 12)));
    }

    @Test
    void aGridOfBarsOverlapsAtEachCrossing() {
        List<TestMesh> bars = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bars.add(TestMesh.box(0, 10 * i, 0, 120, 4, 4));
            bars.add(TestMesh.box(10 * i, 0, 1, 4, 120, 2));
        }

        assertOverlap(144, TestMesh.all(bars));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void manyShellsOverlapJustWhereTwoOfThemDo(int seed) {
        Random random = new Random(seed);
        List<TestMesh> parts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            double size = 2 + 30 * random.nextDouble() * random.nextDouble();
            parts.add(TestMesh.ball(size, 3, 3 + random.nextInt(6))
                    .translated(60 * random.nextDouble(), 60 * random.nextDouble(), 60 * random.nextDouble()));
        }
        int pairs = 0;
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += codes(parts.get(i).plus(parts.get(j))).contains("overlapping_shells") ? 1 : 0;
            }
        }

        assertTrue(pairs > 20, pairs + " pairs");
        assertOverlap(pairs, TestMesh.all(parts));
    }

    @Test
    void largeShellsInEachOtherAreCompared() {
        TestMesh ball = TestMesh.ball(30, 200, 200).translated(0, 0, 30);
        TestMesh hollow =
                ball.plus(TestMesh.ball(28, 200, 200).translated(0, 0, 30).turned());

        assertEquals(List.of("cavities"), codes(hollow));
        assertTrue(hollow.check().volumeReliable());
        assertOverlap(1, ball.plus(ball.translated(3, 2, 0)));
    }

    @Test
    void whatIsTooMuchToCompareIsSaid() {
        List<TestMesh> heap = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 2500; i++) {
            heap.add(TestMesh.ball(10, 4, 6).translated(random.nextDouble() / 100, 0, 10 + random.nextDouble() / 100));
        }

        assertTrue(codes(TestMesh.all(heap)).contains("shells_not_compared"));
    }

    /** A square frame that lies on the bed, with a hole of half its width. */
    private static TestMesh frame(double width, double height) {
        TestMesh mesh = TestMesh.empty();
        double[][] outer = {{0, 0}, {width, 0}, {width, width}, {0, width}};
        for (int i = 0; i < 4; i++) {
            double[] a = outer[i];
            double[] b = outer[(i + 1) % 4];
            double[] c = inner(b, width);
            double[] d = inner(a, width);
            mesh = quad(mesh, at(a, 0), at(b, 0), at(b, height), at(a, height));
            mesh = quad(mesh, at(c, 0), at(d, 0), at(d, height), at(c, height));
            mesh = quad(mesh, at(a, height), at(b, height), at(c, height), at(d, height));
            mesh = quad(mesh, at(d, 0), at(c, 0), at(b, 0), at(a, 0));
        }
        return mesh;
    }

    private static double[] inner(double[] corner, double width) {
        return new double[] {width / 4 + corner[0] / 2, width / 4 + corner[1] / 2};
    }

    private static double[] at(double[] xy, double z) {
        return new double[] {xy[0], xy[1], z};
    }

    private static TestMesh quad(TestMesh mesh, double[] a, double[] b, double[] c, double[] d) {
        return mesh.plus(a, b, c).plus(a, c, d);
    }

    private static void assertOverlap(int pairs, TestMesh mesh) {
        MeshReport report = mesh.check();
        String wanted = pairs + (pairs == 1 ? " pair of" : " pairs of");

        assertTrue(
                report.warnings().stream()
                        .anyMatch(warning -> warning.code().equals("overlapping_shells")
                                && warning.message().startsWith(wanted)),
                wanted + " is not in " + report.warnings());
        assertTrue(report.watertight());
        assertFalse(report.volumeReliable());
    }

    private static List<String> codes(TestMesh mesh) {
        return mesh.check().warnings().stream().map(MeshWarning::code).toList();
    }
}
