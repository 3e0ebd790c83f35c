package dev.makerai.printing.mesh;

/** Facets in the cells of a grid that their boxes reach, so that those near each other are found. */
final class FacetGrid {
    private static final int MOST_CELLS = 1 << 21;

    /** Cells that a facet is in, on average, before the grid is made coarser. */
    private static final int MOST_PER_FACET = 8;

    private final IndexedMesh mesh;
    private final int[] facets;
    private final int count;
    private final double[] low;
    private final double[] high;
    private final int[] owners;

    private final double[] origin = new double[3];
    private final double[] extent = new double[3];
    private final int[] cells = new int[3];
    private double side;
    private int[] ends = new int[0];
    private int[] entries = new int[0];

    private FacetGrid(IndexedMesh mesh, int[] facets, int count, double[] low, double[] high, int[] owners) {
        this.mesh = mesh;
        this.facets = facets;
        this.count = count;
        this.low = low;
        this.high = high;
        this.owners = owners;
    }

    /** Sees the cells one by one. */
    interface Visitor {
        /** A cell that holds the entries from one to before another, in ascending order. @return whether to go on */
        boolean cell(int[] entries, int from, int to);
    }

    /**
     * A grid of about as many cells as facets.
     *
     * @param facets numbers of facets
     * @param count how many, at least one
     * @param low the lower bounds that matter, three for each owner
     * @param high the upper ones
     * @param owners whose bounds matter to each facet
     */
    static FacetGrid of(IndexedMesh mesh, int[] facets, int count, double[] low, double[] high, int[] owners) {
        FacetGrid grid = new FacetGrid(mesh, facets, count, low, high, owners);
        grid.measure();
        long filled = grid.layOut();
        while (filled > (long) MOST_PER_FACET * count && grid.cellCount() > 1) {
            grid.side *= 2;
            filled = grid.layOut();
        }
        grid.fill((int) filled);
        return grid;
    }

    private void measure() {
        double longest = 0;
        for (int axis = 0; axis < 3; axis++) {
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                from = Math.min(from, low(i, axis));
                to = Math.max(to, high(i, axis));
            }
            origin[axis] = from;
            extent[axis] = to - from;
            longest = Math.max(longest, extent[axis]);
        }
        double volume = 1;
        for (double length : extent) {
            volume *= Math.max(length / longest, 1e-3);
        }
        side = longest * Math.cbrt(volume / Math.min(2L * count, MOST_CELLS / 2));
    }

    private double low(int i, int axis) {
        return Math.max(mesh.lowest(facets[i], axis), low[3 * owners[i] + axis]);
    }

    private double high(int i, int axis) {
        return Math.min(mesh.highest(facets[i], axis), high[3 * owners[i] + axis]);
    }

    /** Divides the grid and counts what each cell will hold. @return how much that is in all */
    private long layOut() {
        for (int axis = 0; axis < 3; axis++) {
            double wanted = Math.ceil(extent[axis] / side);
            cells[axis] = wanted >= 1 ? (int) Math.min(MOST_CELLS, wanted) : 1;
        }
        while ((long) cells[0] * cells[1] > MOST_CELLS || (long) cells[0] * cells[1] * cells[2] > MOST_CELLS) {
            for (int axis = 0; axis < 3; axis++) {
                cells[axis] = (cells[axis] + 1) / 2;
            }
        }
        ends = new int[cellCount() + 1];
        long filled = 0;
        for (int i = 0; i < count && filled <= (long) MOST_PER_FACET * count; i++) {
            filled += each(i, cell -> ends[cell]++);
        }
        return filled;
    }

    private int cellCount() {
        return cells[0] * cells[1] * cells[2];
    }

    private interface CellUse {
        void cell(int cell);
    }

    private long each(int i, CellUse use) {
        int fromX = cell(low(i, 0), 0);
        int toX = cell(high(i, 0), 0);
        int fromY = cell(low(i, 1), 1);
        int toY = cell(high(i, 1), 1);
        int fromZ = cell(low(i, 2), 2);
        int toZ = cell(high(i, 2), 2);
        for (int z = fromZ; z <= toZ; z++) {
            for (int y = fromY; y <= toY; y++) {
                for (int x = fromX; x <= toX; x++) {
                    use.cell((z * cells[1] + y) * cells[0] + x);
                }
            }
        }
        return (long) (toX - fromX + 1) * (toY - fromY + 1) * (toZ - fromZ + 1);
    }

    private int cell(double at, int axis) {
        double share = extent[axis] > 0 ? (at - origin[axis]) / extent[axis] : 0;
        return (int) Math.max(0, Math.min(cells[axis] - 1, share * cells[axis]));
    }

    private void fill(int total) {
        int sum = 0;
        for (int cell = 0; cell < ends.length; cell++) {
            int held = ends[cell];
            ends[cell] = sum;
            sum += held;
        }
        entries = new int[total];
        for (int i = 0; i < count; i++) {
            int entry = i;
            each(i, cell -> entries[ends[cell]++] = entry);
        }
    }

    void forEachCell(Visitor visitor) {
        int from = 0;
        for (int cell = 0; cell < ends.length - 1; cell++) {
            int to = ends[cell];
            if (to > from && !visitor.cell(entries, from, to)) {
                return;
            }
            from = to;
        }
    }
}
