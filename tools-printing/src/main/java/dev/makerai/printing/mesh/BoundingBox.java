package dev.makerai.printing.mesh;

/**
 * The smallest box along the axes that holds a mesh, in millimetres.
 *
 * <p>The values are exactly the coordinates of the file, as 32-bit floating-point numbers are; a size is their
 * difference in 64 bits.
 *
 * @param minX smallest X
 * @param minY smallest Y
 * @param minZ smallest Z
 * @param maxX largest X
 * @param maxY largest Y
 * @param maxZ largest Z
 */
public record BoundingBox(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
    /** Length along X, in millimetres. */
    public double sizeX() {
        return maxX - minX;
    }

    /** Length along Y, in millimetres. */
    public double sizeY() {
        return maxY - minY;
    }

    /** Length along Z, in millimetres. */
    public double sizeZ() {
        return maxZ - minZ;
    }

    /** Length of the space diagonal, in millimetres. */
    public double diagonal() {
        return Math.sqrt(sizeX() * sizeX() + sizeY() * sizeY() + sizeZ() * sizeZ());
    }

    boolean intersects(BoundingBox other) {
        return minX <= other.maxX
                && other.minX <= maxX
                && minY <= other.maxY
                && other.minY <= maxY
                && minZ <= other.maxZ
                && other.minZ <= maxZ;
    }

    boolean contains(double x, double y, double z) {
        return reaches(x, y, z, 0);
    }

    /** Whether a point lies in the box, or so near that it does along each axis. */
    boolean reaches(double x, double y, double z, double distance) {
        return minX - distance <= x
                && x <= maxX + distance
                && minY - distance <= y
                && y <= maxY + distance
                && minZ - distance <= z
                && z <= maxZ + distance;
    }
}
