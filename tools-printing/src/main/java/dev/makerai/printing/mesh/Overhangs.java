package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * Finds where the layers of a part hang over at too flat a slope.
 *
 * <p>The slope is that of the facets, for layers and pixels are too coarse to tell 44 degrees from 46.
 */
final class Overhangs {
    /** A facet this near to the middle of a layer, in layers, is looked for in the layers on both sides. */
    private static final double NEAR = 1e-4;

    private final IndexedMesh mesh;
    private final LayerGrid grid;
    /** For each layer, where flat facets lie between its middle and that of the layer below; null if nowhere. */
    private final @Nullable Bitmap[] flat;

    /** Where the facet at hand enters and leaves the row at hand. */
    private double left;

    private double right;

    private Overhangs(IndexedMesh mesh, LayerGrid grid) {
        this.mesh = mesh;
        this.grid = grid;
        this.flat = new Bitmap[grid.layers()];
    }

    /**
     * The overhangs of each layer; null where there is none.
     *
     * @param steepest cosine of the angle from the horizontal at which facets are steep enough
     */
    static @Nullable Bitmap[] of(IndexedMesh mesh, LayerGrid grid, Layer[] layers, double steepest) {
        Overhangs overhangs = new Overhangs(mesh, grid);
        for (int facet = 0; facet < mesh.facets(); facet++) {
            if (mesh.corners()[3 * facet] >= 0) {
                overhangs.add(facet, steepest);
            }
        }
        overhangs.keepUnsupported(layers);
        return overhangs.flat;
    }

    private void add(int facet, double steepest) {
        int a = mesh.corners()[3 * facet];
        int b = mesh.corners()[3 * facet + 1];
        int c = mesh.corners()[3 * facet + 2];
        double abX = (double) mesh.x(b) - mesh.x(a);
        double abY = (double) mesh.y(b) - mesh.y(a);
        double abZ = (double) mesh.z(b) - mesh.z(a);
        double acX = (double) mesh.x(c) - mesh.x(a);
        double acY = (double) mesh.y(c) - mesh.y(a);
        double acZ = (double) mesh.z(c) - mesh.z(a);
        double normalX = abY * acZ - abZ * acY;
        double normalY = abZ * acX - abX * acZ;
        double normalZ = abX * acY - abY * acX;
        double length = Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
        // Whether it looks up or down is left to the layers, which know it for meshes that are inside out too.
        if (normalZ == 0 || Math.abs(normalZ) <= steepest * length) {
            return;
        }
        double slopeX = -normalX / normalZ;
        double slopeY = -normalY / normalZ;
        double lowest = Math.min(mesh.y(a), Math.min(mesh.y(b), mesh.y(c)));
        double highest = Math.max(mesh.y(a), Math.max(mesh.y(b), mesh.y(c)));
        int end = Math.min(grid.rows() - 1, (int) Math.floor((highest - grid.y0()) / grid.pixel() - 0.5));
        for (int row = Math.max(0, (int) Math.ceil((lowest - grid.y0()) / grid.pixel() - 0.5)); row <= end; row++) {
            double y = grid.y0() + (row + 0.5) * grid.pixel();
            left = Double.POSITIVE_INFINITY;
            right = Double.NEGATIVE_INFINITY;
            cross(a, b, y);
            cross(b, c, y);
            cross(c, a, y);
            mark(row, slopeX, mesh.z(a) - slopeX * mesh.x(a) + slopeY * (y - mesh.y(a)));
        }
    }

    private void cross(int from, int to, double y) {
        double fromY = mesh.y(from);
        double toY = mesh.y(to);
        if (fromY != toY && Math.min(fromY, toY) <= y && y <= Math.max(fromY, toY)) {
            double x = mesh.x(from) + (y - fromY) / (toY - fromY) * ((double) mesh.x(to) - mesh.x(from));
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
    }

    private void mark(int row, double slopeX, double zAtZero) {
        int end = (int) Math.min(grid.columns() - 1, Math.floor((right - grid.x0()) / grid.pixel() - 0.5));
        for (int column = (int) Math.max(0, Math.ceil((left - grid.x0()) / grid.pixel() - 0.5));
                column <= end;
                column++) {
            double z = zAtZero + slopeX * (grid.x0() + (column + 0.5) * grid.pixel());
            double above = (z - grid.z0()) / grid.height() - 0.5;
            int layer = (int) Math.ceil(above - NEAR);
            mark(layer, column, row);
            if (above + NEAR > layer) {
                mark(layer + 1, column, row);
            }
        }
    }

    private void mark(int layer, int column, int row) {
        if (layer >= 0 && layer < flat.length) {
            Bitmap marks = flat[layer];
            if (marks == null) {
                marks = new Bitmap(grid.columns(), grid.rows());
                flat[layer] = marks;
            }
            marks.set(column, row);
        }
    }

    /** Leaves what is printed in a layer but not in the one below. */
    private void keepUnsupported(Layer[] layers) {
        for (int i = 0; i < flat.length; i++) {
            Bitmap marks = flat[i];
            flat[i] = null;
            if (marks == null || i == 0) {
                continue;
            }
            if (layers[i].part() == layers[i - 1].part()) {
                // Layers may be cut a few apart: what lies between shows in the next one.
                if (i + 1 < flat.length) {
                    marks.add(flat[i + 1]);
                    flat[i + 1] = marks;
                }
                continue;
            }
            marks.keep(layers[i].part());
            marks.remove(layers[i - 1].part());
            flat[i] = marks.isEmpty() ? null : marks;
        }
    }
}
