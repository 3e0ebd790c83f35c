package dev.makerai.printing.mesh;

import java.util.Arrays;

/** Cuts a mesh into layers and fills each cut: a pixel is part of the body if any shell goes around it. */
final class LayerSlicer {
    /** Bounds the time: a few seconds. */
    private static final double MOST_CUTS = 200e6;

    private final IndexedMesh mesh;
    private final LayerGrid grid;
    /** Facets in the order in which layers from below reach them. */
    private final int[] facets;

    private int reached;
    private final int[] active;
    private int activeCount;
    /** Where rows enter and leave the body: how the number of shells around a pixel changes at each column. */
    private final int[] changes;

    /** Layers are cut this many apart, and those between are taken as alike; 1 unless facets are many and tall. */
    private final int step;

    private Bitmap last;
    private long filled;
    private long wound;
    private long lastFilled;
    private long lastWound;

    LayerSlicer(IndexedMesh mesh, LayerGrid grid) {
        this.mesh = mesh;
        this.grid = grid;
        this.facets = byFirstLayer();
        this.active = new int[facets.length];
        this.changes = new int[(grid.columns() + 1) * grid.rows()];
        this.step = (int) (1 + cuts() / MOST_CUTS);
        this.last = new Bitmap(grid.columns(), grid.rows());
    }

    /** How often a facet is cut by a layer, in all. */
    private double cuts() {
        double cuts = 0;
        for (int facet : facets) {
            cuts += highest(facet) - lowest(facet);
        }
        return cuts / grid.height();
    }

    private double lowest(int facet) {
        int[] corners = mesh.corners();
        int i = 3 * facet;
        return Math.min(mesh.z(corners[i]), Math.min(mesh.z(corners[i + 1]), mesh.z(corners[i + 2])));
    }

    private double highest(int facet) {
        int[] corners = mesh.corners();
        int i = 3 * facet;
        return Math.max(mesh.z(corners[i]), Math.max(mesh.z(corners[i + 1]), mesh.z(corners[i + 2])));
    }

    private int[] byFirstLayer() {
        int[] ends = new int[grid.layers() + 2];
        for (int facet = 0; facet < mesh.facets(); facet++) {
            ends[firstLayer(facet) + 1]++;
        }
        for (int layer = 1; layer < ends.length; layer++) {
            ends[layer] += ends[layer - 1];
        }
        int[] sorted = new int[ends[grid.layers()]];
        for (int facet = 0; facet < mesh.facets(); facet++) {
            int layer = firstLayer(facet);
            if (layer < grid.layers()) {
                sorted[ends[layer]++] = facet;
            }
        }
        return sorted;
    }

    /** The first layer whose middle is not below the facet; the number of layers if there is none. */
    private int firstLayer(int facet) {
        if (mesh.corners()[3 * facet] < 0) {
            return grid.layers();
        }
        double layer = Math.floor((lowest(facet) - grid.z0()) / grid.height() - 0.5);
        return (int) Math.max(0, Math.min(grid.layers(), layer));
    }

    /** A layer; they are cut one after the other from below. */
    Bitmap cut(int layer) {
        if (layer % step == 0) {
            long filledBefore = filled;
            long woundBefore = wound;
            last = cutAt(layer, grid.middle(layer));
            lastFilled = filled - filledBefore;
            lastWound = wound - woundBefore;
        } else {
            filled += lastFilled;
            wound += lastWound;
        }
        return last;
    }

    private Bitmap cutAt(int layer, double z) {
        Arrays.fill(changes, 0);
        while (reached < facets.length && firstLayer(facets[reached]) <= layer) {
            active[activeCount++] = facets[reached++];
        }
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            int facet = active[i];
            if (cut(facet, z)) {
                active[kept++] = facet;
            }
        }
        activeCount = kept;
        return fill();
    }

    /** Cuts one facet. @return whether layers further up may cut it too */
    private boolean cut(int facet, double z) {
        int a = mesh.corners()[3 * facet];
        int b = mesh.corners()[3 * facet + 1];
        int c = mesh.corners()[3 * facet + 2];
        boolean aAbove = mesh.z(a) > z;
        boolean bAbove = mesh.z(b) > z;
        boolean cAbove = mesh.z(c) > z;
        if (aAbove == bAbove && bAbove == cAbove) {
            return aAbove;
        }
        // The corner that is alone on its side of the plane comes first; the order of the corners stays.
        if (bAbove == cAbove) {
            segment(a, b, c, aAbove, z);
        } else if (cAbove == aAbove) {
            segment(b, c, a, bAbove, z);
        } else {
            segment(c, a, b, cAbove, z);
        }
        return true;
    }

    private void segment(int alone, int next, int previous, boolean aloneAbove, double z) {
        // Each point is reckoned from the upper end of its edge, so both facets of the edge get the very same one.
        double toNext = aloneAbove ? share(alone, next, z) : share(next, alone, z);
        double toPrevious = aloneAbove ? share(alone, previous, z) : share(previous, alone, z);
        double nextX = aloneAbove ? x(alone, next, toNext) : x(next, alone, toNext);
        double nextY = aloneAbove ? y(alone, next, toNext) : y(next, alone, toNext);
        double previousX = aloneAbove ? x(alone, previous, toPrevious) : x(previous, alone, toPrevious);
        double previousY = aloneAbove ? y(alone, previous, toPrevious) : y(previous, alone, toPrevious);
        if (aloneAbove) {
            mark(nextX, nextY, previousX, previousY);
        } else {
            mark(previousX, previousY, nextX, nextY);
        }
    }

    private double share(int upper, int lower, double z) {
        return (mesh.z(upper) - z) / ((double) mesh.z(upper) - mesh.z(lower));
    }

    private double x(int upper, int lower, double share) {
        return mesh.x(upper) + share * ((double) mesh.x(lower) - mesh.x(upper));
    }

    private double y(int upper, int lower, double share) {
        return mesh.y(upper) + share * ((double) mesh.y(lower) - mesh.y(upper));
    }

    /** Marks where a piece of contour crosses the middles of rows. */
    private void mark(double fromX, double fromY, double toX, double toY) {
        int first = firstRow(Math.min(fromY, toY));
        int end = firstRow(Math.max(fromY, toY));
        int change = toY > fromY ? 1 : -1;
        for (int row = first; row < end; row++) {
            double y = grid.y0() + (row + 0.5) * grid.pixel();
            double x = fromX + (y - fromY) / (toY - fromY) * (toX - fromX);
            int column = (int) Math.ceil((x - grid.x0()) / grid.pixel() - 0.5);
            int inside = Math.max(0, Math.min(grid.columns(), column));
            changes[row * (grid.columns() + 1) + inside] += change;
        }
    }

    /** The first row whose middle is not below y. */
    private int firstRow(double y) {
        int row = (int) Math.ceil((y - grid.y0()) / grid.pixel() - 0.5);
        return Math.max(0, Math.min(grid.rows(), row));
    }

    private Bitmap fill() {
        Bitmap layer = new Bitmap(grid.columns(), grid.rows());
        for (int row = 0; row < grid.rows(); row++) {
            int at = row * (grid.columns() + 1);
            if (!isClosed(at)) {
                // The row runs through a crack between facets; its neighbour is as good.
                layer.copyRow(Math.max(0, row - 1), row);
                continue;
            }
            int around = 0;
            for (int column = 0; column < grid.columns(); column++) {
                around += changes[at + column];
                if (around != 0) {
                    layer.set(column, row);
                    filled++;
                    wound += around;
                }
            }
        }
        return layer;
    }

    private boolean isClosed(int at) {
        int sum = 0;
        for (int i = at; i <= at + grid.columns(); i++) {
            sum += changes[i];
        }
        return sum == 0;
    }

    /** Pixels filled so far. */
    long filled() {
        return filled;
    }

    /** Pixels filled so far, each as often as shells go around it; negative if they look inwards. */
    long wound() {
        return wound;
    }
}
