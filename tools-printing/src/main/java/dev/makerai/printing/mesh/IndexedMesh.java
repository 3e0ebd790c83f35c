package dev.makerai.printing.mesh;

/** Facets as numbers of shared points. The arrays are shared, not copied, and may be longer than what they hold. */
final class IndexedMesh {
    private final int[] corners;
    private final int facets;
    private final float[] coordinates;
    private final int points;

    /**
     * @param corners three point numbers a facet, for every facet of the file; -1 where a facet is not finite
     * @param facets how many
     * @param coordinates three numbers a point
     * @param points how many
     */
    IndexedMesh(int[] corners, int facets, float[] coordinates, int points) {
        this.corners = corners;
        this.facets = facets;
        this.coordinates = coordinates;
        this.points = points;
    }

    int[] corners() {
        return corners;
    }

    int facets() {
        return facets;
    }

    float[] coordinates() {
        return coordinates;
    }

    int points() {
        return points;
    }

    float x(int point) {
        return coordinates[point * 3];
    }

    float y(int point) {
        return coordinates[point * 3 + 1];
    }

    float z(int point) {
        return coordinates[point * 3 + 2];
    }

    /** The lowest coordinate of a finite facet along an axis: 0 for X, 1 for Y, 2 for Z. */
    float lowest(int facet, int axis) {
        int i = 3 * facet;
        return Math.min(
                coordinates[3 * corners[i] + axis],
                Math.min(coordinates[3 * corners[i + 1] + axis], coordinates[3 * corners[i + 2] + axis]));
    }

    /** The highest coordinate of a finite facet along an axis. */
    float highest(int facet, int axis) {
        int i = 3 * facet;
        return Math.max(
                coordinates[3 * corners[i] + axis],
                Math.max(coordinates[3 * corners[i + 1] + axis], coordinates[3 * corners[i + 2] + axis]));
    }

    /** The mean coordinate of a finite facet's corners along an axis. */
    double middle(int facet, int axis) {
        int i = 3 * facet;
        return ((double) coordinates[3 * corners[i] + axis]
                        + coordinates[3 * corners[i + 1] + axis]
                        + coordinates[3 * corners[i + 2] + axis])
                / 3;
    }

    /** Six times the signed volume of the tetrahedron between a finite facet and a point. */
    double sixVolume(int facet, double[] about) {
        int a = corners[3 * facet];
        int b = corners[3 * facet + 1];
        int c = corners[3 * facet + 2];
        double ax = x(a) - about[0];
        double ay = y(a) - about[1];
        double az = z(a) - about[2];
        double bx = x(b) - about[0];
        double by = y(b) - about[1];
        double bz = z(b) - about[2];
        double cx = x(c) - about[0];
        double cy = y(c) - about[1];
        double cz = z(c) - about[2];
        return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
    }
}
