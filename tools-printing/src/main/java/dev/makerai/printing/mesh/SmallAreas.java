package dev.makerai.printing.mesh;

/** Finds the connected pieces of a region that are too small for infill. Not for several threads. */
final class SmallAreas {
    private final int[] piece;
    private final double most;

    /** @param most the largest piece that counts as small, in pixels */
    SmallAreas(int width, int height, double most) {
        this.piece = new int[width * height];
        this.most = most;
    }

    /** The small pieces of a region; pixels that share a side are connected. */
    Bitmap of(Bitmap region) {
        Bitmap small = new Bitmap(region.width(), region.height());
        Bitmap seen = new Bitmap(region.width(), region.height());
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                if (region.get(x, y) && !seen.get(x, y)) {
                    int size = flood(region, seen, x, y);
                    for (int i = 0; i < size && size <= most; i++) {
                        small.set(piece[i] % region.width(), piece[i] / region.width());
                    }
                }
            }
        }
        return small;
    }

    private int flood(Bitmap region, Bitmap seen, int startX, int startY) {
        int width = region.width();
        int size = 0;
        piece[size++] = startY * width + startX;
        seen.set(startX, startY);
        for (int next = 0; next < size; next++) {
            int x = piece[next] % width;
            int y = piece[next] / width;
            size = visit(region, seen, x - 1, y, size);
            size = visit(region, seen, x + 1, y, size);
            size = visit(region, seen, x, y - 1, size);
            size = visit(region, seen, x, y + 1, size);
        }
        return size;
    }

    private int visit(Bitmap region, Bitmap seen, int x, int y, int size) {
        boolean inside = x >= 0 && y >= 0 && x < region.width() && y < region.height();
        if (!inside || !region.get(x, y) || seen.get(x, y)) {
            return size;
        }
        seen.set(x, y);
        piece[size] = y * region.width() + x;
        return size + 1;
    }
}
