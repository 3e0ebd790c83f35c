package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/** Adds up the figures of a mesh, facet by facet, without keeping any. */
final class MetricsSum implements FacetConsumer {
    private long facets;
    private long nonFinite;
    private long degenerate;
    /** The first corner: sums are made about it, so that a mesh far from the origin loses no digits. */
    private double originX;

    private double originY;
    private double originZ;
    /** Twice the area. */
    private double area;
    /** Six times the volume about the first corner. */
    private double volume;
    /** Twice the sum of the facets' areas as vectors: zero for a closed surface. */
    private double areaX;

    private double areaY;
    private double areaZ;
    private float minX = Float.POSITIVE_INFINITY;
    private float minY = Float.POSITIVE_INFINITY;
    private float minZ = Float.POSITIVE_INFINITY;
    private float maxX = Float.NEGATIVE_INFINITY;
    private float maxY = Float.NEGATIVE_INFINITY;
    private float maxZ = Float.NEGATIVE_INFINITY;

    @Override
    public void accept(float[] block, int count) {
        for (int i = 0; i < count * STRIDE; i += STRIDE) {
            add(
                    block[i + 3],
                    block[i + 4],
                    block[i + 5],
                    block[i + 6],
                    block[i + 7],
                    block[i + 8],
                    block[i + 9],
                    block[i + 10],
                    block[i + 11]);
        }
        facets += count;
    }

    private void add(float ax, float ay, float az, float bx, float by, float bz, float cx, float cy, float cz) {
        double ux = (double) bx - ax;
        double uy = (double) by - ay;
        double uz = (double) bz - az;
        double vx = (double) cx - ax;
        double vy = (double) cy - ay;
        double vz = (double) cz - az;
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double square = nx * nx + ny * ny + nz * nz;
        // No finite coordinates reach infinity here: the largest give 1e155. Others give it, or NaN.
        if (!(square < Double.POSITIVE_INFINITY)) {
            nonFinite++;
            return;
        }
        if (minX == Float.POSITIVE_INFINITY) {
            originX = ax;
            originY = ay;
            originZ = az;
        }
        degenerate += square == 0 ? 1 : 0;
        area += Math.sqrt(square);
        areaX += nx;
        areaY += ny;
        areaZ += nz;
        volume += (ax - originX) * nx + (ay - originY) * ny + (az - originZ) * nz;
        minX = Math.min(minX, Math.min(ax, Math.min(bx, cx)));
        minY = Math.min(minY, Math.min(ay, Math.min(by, cy)));
        minZ = Math.min(minZ, Math.min(az, Math.min(bz, cz)));
        maxX = Math.max(maxX, Math.max(ax, Math.max(bx, cx)));
        maxY = Math.max(maxY, Math.max(ay, Math.max(by, cy)));
        maxZ = Math.max(maxZ, Math.max(az, Math.max(bz, cz)));
    }

    /** Whether no facet has an area or a place. */
    boolean isEmpty() {
        return minX == Float.POSITIVE_INFINITY;
    }

    /** The bounding box of the finite facets; null if there are none. */
    @Nullable
    BoundingBox box() {
        return isEmpty() ? null : new BoundingBox(minX, minY, minZ, maxX, maxY, maxZ);
    }

    /** The signed volume about the centre of the box, which is the same about every point for a closed surface. */
    double signedVolume() {
        BoundingBox box = box();
        if (box == null) {
            return 0;
        }
        double toX = (box.minX() + box.maxX()) / 2 - originX;
        double toY = (box.minY() + box.maxY()) / 2 - originY;
        double toZ = (box.minZ() + box.maxZ()) / 2 - originZ;
        return (volume - toX * areaX - toY * areaY - toZ * areaZ) / 6;
    }

    double area() {
        return area / 2;
    }

    long facets() {
        return facets;
    }

    long degenerateFacets() {
        return degenerate;
    }

    long nonFiniteFacets() {
        return nonFinite;
    }
}
