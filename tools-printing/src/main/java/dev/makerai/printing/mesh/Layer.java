package dev.makerai.printing.mesh;

/**
 * One layer of a print and its walls. Layers that are alike are one object, so that work on them is done once.
 *
 * @param part what is printed
 * @param inside what the walls leave free, to be filled
 * @param wallArea area of the walls, in pixels
 * @param insideArea area between the walls, in pixels; finer than counting those of {@code inside}
 */
record Layer(Bitmap part, Bitmap inside, double wallArea, double insideArea) {
    /**
     * Puts walls around what is printed.
     *
     * @param wallWidth how far walls reach inwards from the contour, in pixels
     * @param overlap how far the filling reaches into them, in pixels
     */
    static Layer of(Bitmap part, double wallWidth, double overlap, DistanceField distances) {
        int[] squared = distances.squaredDepths(part, (int) wallWidth + 2);
        Bitmap inside = new Bitmap(part.width(), part.height());
        double walls = 0;
        double rest = 0;
        for (int y = 0, i = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++, i++) {
                if (squared[i] == 0) {
                    continue;
                }
                // From the middle of the pixel to the contour, which runs half a pixel before the nearest clear one.
                double depth = Math.sqrt(squared[i]) - 0.5;
                double wall = Math.max(0, Math.min(1, wallWidth - depth + 0.5));
                walls += wall;
                rest += 1 - wall;
                if (depth > wallWidth - overlap) {
                    inside.set(x, y);
                }
            }
        }
        return new Layer(part, inside, walls, rest);
    }
}
