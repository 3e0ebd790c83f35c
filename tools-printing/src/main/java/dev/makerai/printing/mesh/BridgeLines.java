package dev.makerai.printing.mesh;

/** Draws parallel lines over all pieces of a layer that hang in the air. */
final class BridgeLines {
    /** Takes each stretch of a line over one piece. */
    @FunctionalInterface
    interface Stretch {
        /**
         * Takes one stretch.
         *
         * @param piece number of the piece, from 1
         * @param first first pixel, as row times width plus column
         * @param last last pixel
         * @param length in pixels
         * @param firstHeld whether the layer below holds the first end
         * @param lastHeld whether the layer below holds the last end
         */
        void accept(int piece, int first, int last, int length, boolean firstHeld, boolean lastHeld);
    }

    private final int[] pieces;
    private final Bitmap anchors;

    /**
     * @param pieces the number of the piece for each pixel, row by row; 0 where there is none
     * @param anchors where the layer below holds the ends of lines
     */
    BridgeLines(int[] pieces, Bitmap anchors) {
        this.pieces = pieces;
        this.anchors = anchors;
    }

    /** Draws lines at an angle to the X axis, in radians; each pixel lies on one of them. */
    void draw(double angle, Stretch stretches) {
        boolean flat = Math.abs(Math.cos(angle)) >= Math.abs(Math.sin(angle));
        double slope = flat ? Math.tan(angle) : 1 / Math.tan(angle);
        int length = flat ? anchors.width() : anchors.height();
        int breadth = flat ? anchors.height() : anchors.width();
        int lean = (int) Math.rint(slope * (length - 1));
        for (int line = Math.min(0, -lean); line < breadth + Math.max(0, -lean); line++) {
            draw(line, slope, flat, length, stretches);
        }
    }

    private void draw(int line, double slope, boolean flat, int length, Stretch stretches) {
        int piece = 0;
        int first = -1;
        int last = -1;
        int begin = 0;
        boolean firstHeld = false;
        for (int step = 0; step <= length; step++) {
            int across = line + (int) Math.rint(slope * step);
            int pixel = flat ? pixel(step, across) : pixel(across, step);
            int next = pixel < 0 ? 0 : pieces[pixel];
            if (next != piece) {
                if (piece > 0) {
                    stretches.accept(piece, first, last, step - begin, firstHeld, isAnchor(pixel));
                }
                piece = next;
                first = pixel;
                begin = step;
                firstHeld = isAnchor(last);
            }
            last = pixel;
        }
    }

    private int pixel(int x, int y) {
        return x >= 0 && y >= 0 && x < anchors.width() && y < anchors.height() ? y * anchors.width() + x : -1;
    }

    private boolean isAnchor(int pixel) {
        return pixel >= 0 && anchors.get(pixel % anchors.width(), pixel / anchors.width());
    }
}
