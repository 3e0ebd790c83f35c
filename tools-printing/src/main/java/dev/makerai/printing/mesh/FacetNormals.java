package dev.makerai.printing.mesh;

/**
 * Compares the normals that a file stores with those of the corners' order. The order decides; a stored normal that
 * says otherwise is worth a warning, since other programs may follow it.
 */
final class FacetNormals implements FacetConsumer {
    /** Normals more than 26 degrees apart: rounding cannot turn one so far, and exporters that are right stay below 8. */
    private static final double COSINE = 0.9;

    /** Thinner facets (area by the longest side squared) have no reliable normal of their own. */
    private static final double THINNEST = 1e-4;

    private long facets;
    private long mismatching;
    private long first = -1;

    @Override
    public void accept(float[] block, int count) {
        for (int facet = 0; facet < count; facet++) {
            if (differs(block, facet * STRIDE)) {
                first = mismatching == 0 ? facets + facet : first;
                mismatching++;
            }
        }
        facets += count;
    }

    private static boolean differs(float[] block, int i) {
        double sx = block[i];
        double sy = block[i + 1];
        double sz = block[i + 2];
        double stored = sx * sx + sy * sy + sz * sz;
        double ux = (double) block[i + 6] - block[i + 3];
        double uy = (double) block[i + 7] - block[i + 4];
        double uz = (double) block[i + 8] - block[i + 5];
        double vx = (double) block[i + 9] - block[i + 3];
        double vy = (double) block[i + 10] - block[i + 4];
        double vz = (double) block[i + 11] - block[i + 5];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double own = nx * nx + ny * ny + nz * nz;
        double longest = Math.max(ux * ux + uy * uy + uz * uz, vx * vx + vy * vy + vz * vz);
        boolean comparable = stored > 0
                && stored < Double.POSITIVE_INFINITY
                && own < Double.POSITIVE_INFINITY
                && own > THINNEST * THINNEST * longest * longest;
        return comparable && sx * nx + sy * ny + sz * nz < COSINE * Math.sqrt(stored * own);
    }

    /** Facets whose stored normal is another than that of their corners; missing (zero) ones are none. */
    long mismatching() {
        return mismatching;
    }

    /** The first of them, from 0; -1 if there are none. */
    long first() {
        return first;
    }
}
