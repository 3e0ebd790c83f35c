package dev.makerai.printing.mesh;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Takes points that lie close together as one, by rounding their coordinates to a step. */
final class PointMerge {
    private PointMerge() {}

    /**
     * The mesh with merged points; null if no two are that close, so that nothing changes.
     *
     * @param step in millimetres, above 0
     */
    static @Nullable IndexedMesh merged(IndexedMesh mesh, double step) {
        if (!movesAny(mesh, step)) {
            return null;
        }
        VertexTable table = new VertexTable(mesh.points(), ThreadLocalRandom.current());
        int[] numbers = new int[mesh.points()];
        for (int point = 0; point < numbers.length; point++) {
            numbers[point] =
                    table.idOf(round(mesh.x(point), step), round(mesh.y(point), step), round(mesh.z(point), step));
        }
        if (table.count() == mesh.points()) {
            return null;
        }
        int[] corners = new int[3 * mesh.facets()];
        for (int i = 0; i < corners.length; i++) {
            int corner = mesh.corners()[i];
            corners[i] = corner < 0 ? -1 : numbers[corner];
        }
        return new IndexedMesh(corners, mesh.facets(), table.coordinates(), table.count());
    }

    /** Whether rounding changes any coordinate; two that become equal are not both unchanged. */
    private static boolean movesAny(IndexedMesh mesh, double step) {
        float[] coordinates = mesh.coordinates();
        // From here on two neighbouring floats are further apart than the step.
        float coarse = (float) (step * (1 << 24));
        for (int i = 0; i < 3 * mesh.points(); i++) {
            float value = coordinates[i];
            if (Math.abs(value) < coarse && value != 0 && round(value, step) != value) {
                return true;
            }
        }
        return false;
    }

    private static float round(float value, double step) {
        return (float) (Math.rint(value / step) * step) + 0f;
    }
}
