package dev.makerai.printing.mesh;

/**
 * Whether two facets cross: each reaches to both sides of the other's plane, and on the line in which the planes meet
 * the two share a piece (Möller, 1997). Facets that only touch, or lie in one plane, do not.
 */
final class FacetCrossing {
    private final IndexedMesh mesh;
    /** What rounding may push one facet through another, in mm. */
    private final double tolerance;

    private final double[] normalA = new double[3];
    private final double[] normalB = new double[3];
    private final double[] heightsA = new double[3];
    private final double[] heightsB = new double[3];
    private final double[] line = new double[3];

    FacetCrossing(IndexedMesh mesh, double tolerance) {
        this.mesh = mesh;
        this.tolerance = tolerance;
    }

    boolean cross(int a, int b) {
        if (!normal(b, normalB) || !reachesThrough(a, b, normalB, heightsA)) {
            return false;
        }
        if (!normal(a, normalA) || !reachesThrough(b, a, normalA, heightsB)) {
            return false;
        }
        cross(normalA[0], normalA[1], normalA[2], normalB[0], normalB[1], normalB[2], line);
        if (!normalize(line)) {
            return false;
        }
        double from = Math.max(end(a, b, heightsA, -1), end(b, b, heightsB, -1));
        double to = Math.min(end(a, b, heightsA, 1), end(b, b, heightsB, 1));
        return to - from > tolerance;
    }

    /** The unit normal. @return false for a facet of no area */
    boolean normal(int facet, double[] normal) {
        int a = corner(facet, 0);
        int b = corner(facet, 1);
        int c = corner(facet, 2);
        cross(
                (double) mesh.x(b) - mesh.x(a),
                (double) mesh.y(b) - mesh.y(a),
                (double) mesh.z(b) - mesh.z(a),
                (double) mesh.x(c) - mesh.x(a),
                (double) mesh.y(c) - mesh.y(a),
                (double) mesh.z(c) - mesh.z(a),
                normal);
        return normalize(normal);
    }

    private static void cross(double ux, double uy, double uz, double vx, double vy, double vz, double[] out) {
        out[0] = uy * vz - uz * vy;
        out[1] = uz * vx - ux * vz;
        out[2] = ux * vy - uy * vx;
    }

    private static boolean normalize(double[] vector) {
        double length = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        if (!(length > 0)) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            vector[axis] /= length;
        }
        return true;
    }

    /** How high the corners of a facet lie above the plane of another. @return whether some are above, some below */
    private boolean reachesThrough(int facet, int other, double[] normal, double[] heights) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            heights[i] = along(corner(facet, i), corner(other, 0), normal);
            lowest = Math.min(lowest, heights[i]);
            highest = Math.max(highest, heights[i]);
        }
        return lowest < -tolerance && highest > tolerance;
    }

    /** Where a facet begins (side -1) or ends (side 1) on the common line, as seen from a corner of the origin facet. */
    private double end(int facet, int origin, double[] heights, int side) {
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            if (heights[i] < 0 != heights[j] < 0) {
                double first = along(corner(facet, i), corner(origin, 0), line);
                double second = along(corner(facet, j), corner(origin, 0), line);
                double at = first + (second - first) * (heights[i] / (heights[i] - heights[j]));
                end = Math.max(end, side * at);
            }
        }
        return side * end;
    }

    private double along(int point, int from, double[] direction) {
        return direction[0] * ((double) mesh.x(point) - mesh.x(from))
                + direction[1] * ((double) mesh.y(point) - mesh.y(from))
                + direction[2] * ((double) mesh.z(point) - mesh.z(from));
    }

    private int corner(int facet, int i) {
        return mesh.corners()[3 * facet + i];
    }
}
