package dev.makerai.printing.mesh;

/** One group of joined facets. */
final class Shell {
    private static final double ROUNDING = 1e-12;

    private final int[] facets;
    private final BoundingBox box;
    private final double sixVolume;
    private final boolean closed;

    /**
     * @param facets their numbers
     * @param box their bounding box
     * @param sixVolume six times the signed volume; negative if the facets look inwards
     * @param closed whether each edge joins exactly two facets that are wound alike
     */
    Shell(int[] facets, BoundingBox box, double sixVolume, boolean closed) {
        this.facets = facets;
        this.box = box;
        this.sixVolume = sixVolume;
        this.closed = closed;
    }

    int[] facets() {
        return facets;
    }

    BoundingBox box() {
        return box;
    }

    double sixVolume() {
        return sixVolume;
    }

    boolean closed() {
        return closed;
    }

    double volume() {
        return Math.abs(sixVolume) / 6;
    }

    /**
     * How many times the shell goes around a point (the sum of the facets' solid angles): 1 or -1 inside, 0 outside, NaN
     * on the surface.
     */
    double windingNumber(IndexedMesh mesh, double x, double y, double z) {
        double angle = 0;
        for (int facet : facets) {
            int a = mesh.corners()[3 * facet];
            int b = mesh.corners()[3 * facet + 1];
            int c = mesh.corners()[3 * facet + 2];
            angle += halfAngle(
                    mesh.x(a) - x,
                    mesh.y(a) - y,
                    mesh.z(a) - z,
                    mesh.x(b) - x,
                    mesh.y(b) - y,
                    mesh.z(b) - z,
                    mesh.x(c) - x,
                    mesh.y(c) - y,
                    mesh.z(c) - z);
        }
        return angle / (2 * Math.PI);
    }

    /**
     * Half the solid angle of a triangle seen from the origin (Van Oosterom and Strackee, 1983); NaN if the origin lies
     * on it.
     */
    private static double halfAngle(
            double ax, double ay, double az, double bx, double by, double bz, double cx, double cy, double cz) {
        double a = Math.sqrt(ax * ax + ay * ay + az * az);
        double b = Math.sqrt(bx * bx + by * by + bz * bz);
        double c = Math.sqrt(cx * cx + cy * cy + cz * cz);
        double triple = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
        double ab = ax * bx + ay * by + az * bz;
        double bc = bx * cx + by * cy + bz * cz;
        double ca = cx * ax + cy * ay + cz * az;
        double below = a * b * c + ab * c + bc * a + ca * b;
        double nothing = ROUNDING * a * b * c;
        return Math.abs(triple) <= nothing && below <= nothing ? Double.NaN : Math.atan2(triple, below);
    }
}
