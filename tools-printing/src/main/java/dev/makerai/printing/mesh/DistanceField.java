package dev.makerai.printing.mesh;

/** Measures how deep the pixels of a region lie in it; exact, up to a given depth. Not for several threads. */
final class DistanceField {
    private static final int FARTHEST = 120;

    private final int width;
    private final int height;
    private final byte[] column;
    private final int[] squared;

    DistanceField(int width, int height) {
        this.width = width;
        this.height = height;
        this.column = new byte[width * height];
        this.squared = new int[width * height];
    }

    /**
     * The squared distance of each pixel's middle from that of the nearest clear pixel, row by row.
     *
     * @param upTo greater distances are given as this one, in pixels; at most 120
     * @return an array that the next call overwrites
     */
    int[] squaredDepths(Bitmap bitmap, int upTo) {
        int cap = Math.min(upTo, FARTHEST);
        columns(bitmap, cap);
        for (int y = 0; y < height; y++) {
            rows(y * width, cap);
        }
        return squared;
    }

    private void columns(Bitmap bitmap, int cap) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int above = y == 0 ? cap : column[i - width];
                column[i] = (byte) (bitmap.get(x, y) ? Math.min(cap, above + 1) : 0);
            }
        }
        for (int i = width * (height - 1) - 1; i >= 0; i--) {
            column[i] = (byte) Math.min(column[i], column[i + width] + 1);
        }
    }

    private void rows(int row, int cap) {
        for (int x = 0; x < width; x++) {
            int best = Math.min(column[row + x] * column[row + x], cap * cap);
            for (int dx = 1; dx * dx < best; dx++) {
                int left = x >= dx ? column[row + x - dx] : cap;
                int right = x + dx < width ? column[row + x + dx] : cap;
                int nearer = Math.min(left, right);
                best = Math.min(best, dx * dx + nearer * nearer);
            }
            squared[row + x] = best;
        }
    }
}
