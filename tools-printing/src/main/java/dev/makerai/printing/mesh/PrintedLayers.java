package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * What a slicer would put into each layer: walls along the contours, solid layers near surfaces that look up or down,
 * and infill elsewhere.
 *
 * <p>The rules are those of the Slic3r family (read from what PrusaSlicer 2.5 does): surfaces reach 3 mm into the infill
 * beside them, narrow solid strips are widened, and small areas are solid.
 */
final class PrintedLayers {
    /** How far top and bottom surfaces are grown for a hold in the infill beside them, in mm. */
    private static final double ANCHOR_MM = 3;

    /** How far infill and solid lines reach into the walls for a hold, as a share of the line width. */
    private static final double OVERLAP_LINES = 0.25;

    /**
     * How much of the contour of an infill area is followed by the ends of infill lines that are joined there; measured
     * on slices with grid infill, 5 to 50 %.
     */
    private static final double JOINED_CONTOUR = 0.5;

    /** Solid strips narrower than twice this many line widths are widened by as many. */
    private static final double NARROW_LINES = 3;

    private final PrintSettings settings;
    private final double pixel;
    private final Layer[] layers;
    private final DistanceField distances;
    private final SmallAreas smallAreas;
    /** For each layer what is printed with nothing on it, and what its solid layers cover besides; null if nothing. */
    private final @Nullable Bitmap[] tops;
    /** For each layer what is printed on nothing, and what its solid layers cover besides; null if nothing. */
    private final @Nullable Bitmap[] bottoms;

    private double wallArea;
    private double solidArea;
    private double infillArea;
    private double bridgeArea;

    private PrintedLayers(LayerGrid grid, PrintSettings settings) {
        this.settings = settings;
        this.pixel = grid.pixel();
        this.layers = new Layer[grid.layers()];
        this.tops = new Bitmap[grid.layers()];
        this.bottoms = new Bitmap[grid.layers()];
        this.distances = new DistanceField(grid.columns(), grid.rows());
        this.smallAreas = new SmallAreas(grid.columns(), grid.rows(), settings.solidBelowMm2() / (pixel * pixel));
    }

    /** Fills all layers that the slicer cuts. */
    static PrintedLayers of(LayerSlicer slicer, LayerGrid grid, PrintSettings settings) {
        PrintedLayers printed = new PrintedLayers(grid, settings);
        double overlap = OVERLAP_LINES * settings.lineWidthMm() / grid.pixel();
        double walls = printed.wallWidth() / grid.pixel();
        for (int i = 0; i < grid.layers(); i++) {
            Bitmap part = slicer.cut(i);
            Layer[] layers = printed.layers;
            boolean alike = i > 0 && part.sameAs(layers[i - 1].part());
            layers[i] = alike ? layers[i - 1] : Layer.of(part, walls, overlap, printed.distances);
        }
        printed.findSurfaces();
        printed.fill();
        return printed;
    }

    /** How far lines lie from each other, in mm: closer than they are wide, for their edges are round. */
    private double lineSpacing() {
        return settings.lineWidthMm() - settings.layerHeightMm() * (1 - Math.PI / 4);
    }

    /** How far walls reach inwards, in mm. */
    double wallWidth() {
        int lines = settings.perimeters();
        return lines == 0 ? 0 : lines * lineSpacing() + (settings.lineWidthMm() - lineSpacing()) / 2;
    }

    private void findSurfaces() {
        Bitmap nothing = new Bitmap(layers[0].part().width(), layers[0].part().height());
        for (int i = 0; i < layers.length; i++) {
            Bitmap above = i + 1 < layers.length ? layers[i + 1].part() : nothing;
            Bitmap below = i > 0 ? layers[i - 1].part() : nothing;
            tops[i] = settings.topLayers() == 0 ? null : surface(layers[i], above);
            bottoms[i] = settings.bottomLayers() == 0 ? null : surface(layers[i], below);
        }
    }

    private @Nullable Bitmap surface(Layer layer, Bitmap cover) {
        if (layer.part() == cover) {
            return null;
        }
        Bitmap bare = layer.part().copy();
        bare.remove(cover);
        if (bare.isEmpty()) {
            return null;
        }
        Bitmap filled = bare.copy();
        filled.keep(layer.inside());
        if (!filled.isEmpty()) {
            Bitmap grown = filled.grown(ANCHOR_MM / pixel);
            grown.keep(layer.inside());
            bare.add(grown);
        }
        return bare;
    }

    private void fill() {
        Bitmap below = null;
        for (int i = 0; i < layers.length; i++) {
            Layer layer = layers[i];
            Bitmap sparse = below != null && likeBelow(i) ? below : sparse(i);
            long inside = layer.inside().count();
            double sparseArea = inside == 0 ? 0 : layer.insideArea() * sparse.count() / inside;
            double infill = sparseArea * infillShare(sparse, sparseArea);
            wallArea += layer.wallArea();
            solidArea += layer.insideArea() - sparseArea;
            infillArea += infill;
            if (below != null) {
                bridgeArea += bridges(layer.inside(), sparse, below, bottoms[i]);
            }
            below = sparse;
        }
    }

    /** The share of an infill area that is plastic. Lines joined along the contour fill what small areas leave free. */
    private double infillShare(Bitmap sparse, double area) {
        if (settings.infill() == 0 || area == 0) {
            return 0;
        }
        double joined = JOINED_CONTOUR * sparse.contourLength() * lineSpacing() / pixel;
        return 1 - (1 - settings.infill()) * Math.exp(-joined / area);
    }

    /** The area of solid lines over infill or over air. */
    private static long bridges(Bitmap inside, Bitmap sparse, Bitmap sparseBelow, @Nullable Bitmap bottom) {
        if (sparse == sparseBelow) {
            return 0;
        }
        Bitmap bridged = sparseBelow.copy();
        bridged.add(bottom);
        bridged.keep(inside);
        bridged.remove(sparse);
        return bridged.count();
    }

    /** Whether a layer is filled just as the one below, since all layers that matter to both are alike. */
    private boolean likeBelow(int i) {
        int from = Math.max(0, i - Math.max(1, settings.bottomLayers()));
        int to = Math.min(layers.length - 1, i + Math.max(1, settings.topLayers()));
        for (int j = from; j <= to; j++) {
            if (layers[j].part() != layers[i].part() || tops[j] != null || bottoms[j] != null) {
                return false;
            }
        }
        return i > 0;
    }

    /** Where a layer gets infill rather than solid lines. */
    private Bitmap sparse(int i) {
        Bitmap internal = layers[i].inside().copy();
        internal.remove(tops[i]);
        internal.remove(bottoms[i]);
        Bitmap solid = new Bitmap(internal.width(), internal.height());
        for (int j = i + 1; j < Math.min(layers.length, i + settings.topLayers()); j++) {
            solid.add(tops[j]);
        }
        for (int j = i - 1; j > Math.max(-1, i - settings.bottomLayers()); j--) {
            solid.add(bottoms[j]);
        }
        solid.keep(internal);
        widen(solid, internal);
        Bitmap sparse = internal.copy();
        sparse.remove(solid);
        if (settings.solidBelowMm2() > 0) {
            sparse.remove(smallAreas.of(internal));
        }
        return sparse;
    }

    private void widen(Bitmap solid, Bitmap internal) {
        if (solid.isEmpty()) {
            return;
        }
        double radius = NARROW_LINES * settings.lineWidthMm() / pixel;
        Bitmap wide = solid.shrunk(radius).grown(radius);
        Bitmap narrow = solid.copy();
        narrow.remove(wide);
        if (!narrow.isEmpty()) {
            Bitmap grown = narrow.grown(radius);
            grown.keep(internal);
            solid.add(grown);
        }
    }

    /** All layers, from the bed up. */
    Layer[] layers() {
        return layers;
    }

    /** Area of all walls, in pixels. */
    double wallArea() {
        return wallArea;
    }

    /** Area of all solid lines between the walls, in pixels. */
    double solidArea() {
        return solidArea;
    }

    /** Area of all infill lines, in pixels. */
    double infillArea() {
        return infillArea;
    }

    /** Area of the solid lines that lie on infill or on air, in pixels. */
    double bridgeArea() {
        return bridgeArea;
    }
}
