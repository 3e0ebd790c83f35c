package dev.makerai.printing.mesh;

/** Measures how far the pixels of a bitmap are from others; exact, up to a given distance. Not for several threads. */
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
     * The squared distance of each pixel's centre from that of the nearest pixel that is set (or clear), row by row.
     *
     * @param value whether distances are from set pixels
     * @param upTo greater distances are given as this one, in pixels
     * @return an array that the next call overwrites
     */
    int[] squaredFrom(Bitmap bitmap, boolean value, int upTo) {
        int cap = Math.min(upTo, FARTHEST);
        columns(bitmap, value, cap);
        for (int y = 0; y < height; y++) {
            rows(y * width, cap);
        }
        return squared;
    }

    private void columns(Bitmap bitmap, boolean value, int cap) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int above = y == 0 ? cap : column[i - width];
                column[i] = (byte) (bitmap.get(x, y) == value ? 0 : Math.min(cap, above + 1));
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

    /** The region grown by a radius in pixels. */
    Bitmap grown(Bitmap bitmap, double radius) {
        int[] distances = squaredFrom(bitmap, true, (int) radius + 1);
        return select(distances, radius, true);
    }

    /** The region without what lies within a radius, in pixels, of its outside. */
    Bitmap shrunk(Bitmap bitmap, double radius) {
        int[] distances = squaredFrom(bitmap, false, (int) radius + 1);
        return select(distances, radius, false);
    }

    private Bitmap select(int[] distances, double radius, boolean near) {
        double limit = Math.min(radius, FARTHEST - 1);
        Bitmap selected = new Bitmap(width, height);
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (distances[i] <= limit * limit == near) {
                    selected.set(x, y);
                }
            }
        }
        return selected;
    }
}
