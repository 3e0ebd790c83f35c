package dev.makerai.printing.mesh;

/**
 * The pixels and layers that a part is looked at in. The outermost pixels lie outside the part and its supports.
 *
 * @param x0 where the first column begins, in mm
 * @param y0 where the first row begins
 * @param z0 where the first layer begins
 * @param pixel width of a pixel
 * @param height height of a layer
 * @param columns along X
 * @param rows along Y
 * @param layers along Z
 */
record LayerGrid(double x0, double y0, double z0, double pixel, double height, int columns, int rows, int layers) {
    /** Bounds time and memory: about a second, and 16 MB. */
    private static final double MOST_CELLS = 16e6;

    /** Walls are a few pixels wide; finer ones do not change the estimate. */
    private static final double PIXEL_OF_LINE = 0.6;

    /** Thin walls need finer pixels than the lines in them. */
    private static final double PIXEL_OF_WALL = 0.3;

    private static final double FINEST_OF_LINE = 0.2;
    private static final double SMALL_PART_PIXELS = 100;

    /**
     * @param box of the part
     * @param thickness how thick its walls are on average, in mm
     */
    static LayerGrid of(BoundingBox box, double thickness, PrintSettings settings) {
        double height = settings.layerHeightMm();
        // A layer counts if its middle is inside the part.
        int layers = (int) Math.max(1, Math.ceil(box.sizeZ() / height - 0.5 - 1e-4));
        double side = Math.max(box.sizeX(), box.sizeY());
        double pixel = Math.max(
                FINEST_OF_LINE * settings.lineWidthMm(),
                Math.min(
                        PIXEL_OF_LINE * settings.lineWidthMm(),
                        Math.min(PIXEL_OF_WALL * thickness, side / SMALL_PART_PIXELS)));
        double margin = 2 * Supports.margin(settings);
        while (cells(box, margin, pixel) * layers > MOST_CELLS) {
            pixel *= 1.05;
        }
        int columns = count(box.sizeX() + margin, pixel);
        int rows = count(box.sizeY() + margin, pixel);
        double x0 = (box.minX() + box.maxX() - columns * pixel) / 2;
        double y0 = (box.minY() + box.maxY() - rows * pixel) / 2;
        return new LayerGrid(x0, y0, box.minZ(), pixel, height, columns, rows, layers);
    }

    private static double cells(BoundingBox box, double margin, double pixel) {
        return (double) count(box.sizeX() + margin, pixel) * count(box.sizeY() + margin, pixel);
    }

    private static int count(double size, double pixel) {
        return (int) Math.ceil(size / pixel) + 2;
    }

    /** The height at which a layer is cut: its middle. */
    double middle(int layer) {
        return z0 + (layer + 0.5) * height;
    }

    double cellVolume() {
        return pixel * pixel * height;
    }
}
