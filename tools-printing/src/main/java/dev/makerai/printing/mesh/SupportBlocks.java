package dev.makerai.printing.mesh;

/** Widens what is to be supported to whole blocks of the pattern that supports are printed in. Not for several threads. */
final class SupportBlocks {
    private final LayerGrid grid;
    private final int[] firstColumns;
    private final int[] firstRows;
    private final int[] front;

    /** @param side of a block, in mm; blocks are laid from the middle of the part */
    SupportBlocks(LayerGrid grid, double side) {
        this.grid = grid;
        this.firstColumns = borders(grid.columns(), side / grid.pixel());
        this.firstRows = borders(grid.rows(), side / grid.pixel());
        this.front = new int[grid.columns() * grid.rows()];
    }

    private static int[] borders(int count, double side) {
        int blocks = (int) Math.ceil(count / 2.0 / side);
        int[] borders = new int[2 * blocks + 1];
        for (int i = 0; i < borders.length; i++) {
            borders[i] = (int) Math.max(0, Math.min(count, Math.rint(count / 2.0 + (i - blocks) * side)));
        }
        return borders;
    }

    /** Fills each block that has any of a region, as far as it can be reached in the block without going through the part. */
    void fill(Bitmap region, Bitmap part) {
        for (int j = 0; j + 1 < firstRows.length; j++) {
            for (int i = 0; i + 1 < firstColumns.length; i++) {
                fill(region, part, firstColumns[i], firstColumns[i + 1], firstRows[j], firstRows[j + 1]);
            }
        }
    }

    private void fill(Bitmap region, Bitmap part, int left, int right, int top, int bottom) {
        int size = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (region.get(x, y)) {
                    front[size++] = y * grid.columns() + x;
                }
            }
        }
        if (size == (right - left) * (bottom - top)) {
            return;
        }
        while (size > 0) {
            int at = front[--size];
            int x = at % grid.columns();
            int y = at / grid.columns();
            size = x > left ? reach(region, part, x - 1, y, size) : size;
            size = x + 1 < right ? reach(region, part, x + 1, y, size) : size;
            size = y > top ? reach(region, part, x, y - 1, size) : size;
            size = y + 1 < bottom ? reach(region, part, x, y + 1, size) : size;
        }
    }

    private int reach(Bitmap region, Bitmap part, int x, int y, int size) {
        if (region.get(x, y) || part.get(x, y)) {
            return size;
        }
        region.set(x, y);
        front[size] = y * grid.columns() + x;
        return size + 1;
    }
}
