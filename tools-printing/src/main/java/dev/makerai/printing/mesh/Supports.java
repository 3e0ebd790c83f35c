package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * The supports that a slicer of the Slic3r family puts below overhangs: columns in blocks as wide as their lines are
 * apart, with an outline, dense layers where they meet the part, and a wider foot on the bed.
 *
 * <p>The rules and figures are those of PrusaSlicer 2.5 when supports are switched on: "grid" style, everywhere, 45
 * degrees.
 */
final class Supports {
    /** Free width between the lines of a support, in mm. */
    private static final double LINE_GAP_MM = 2.5;

    /** Air between a support and the part above or below it, in mm. */
    private static final double CONTACT_GAP_MM = 0.2;

    /** Air between a support and the part beside it, as a share of the line width. */
    private static final double SIDE_GAP_LINES = 0.5;

    /** Dense layers where a support meets the part. */
    private static final int DENSE_LAYERS = 3;

    /** Only layers that hang over by more than this share of a line rest on dense layers. */
    private static final double DENSE_OVERHANG_LINES = 0.6;

    /** How far the first layer is widened for a better hold on the bed, in mm. */
    private static final double FOOT_MM = 3;

    private static final double FOOT_DENSITY = 0.9;

    /** Layers of supports need not be those of the part; they are this high, in mm. */
    private static final double LAYER_HEIGHT_MM = 0.28;

    /**
     * Facets flatter than this are overhangs. The slicer takes 45 degrees for one too, so chamfers of 45 degrees must be
     * on this side of the limit however they are rounded.
     */
    private static final double STEEPEST = Math.cos(Math.toRadians(45.9));

    private final LayerGrid grid;
    private final PrintSettings settings;
    private final Layer[] layers;
    private final SupportBlocks blocks;
    private final Bridges bridges;
    /** For each layer, what needs a support below it, and the part of it that needs a dense one; null if nothing. */
    private final @Nullable Bitmap[] contacts;

    private final @Nullable Bitmap[] dense;

    private final int gap;
    private double volume;

    private Supports(IndexedMesh mesh, LayerGrid grid, PrintedLayers printed, PrintSettings settings) {
        this.grid = grid;
        this.settings = settings;
        this.layers = printed.layers();
        this.blocks = new SupportBlocks(grid, LINE_GAP_MM + spacing(settings.layerHeightMm()));
        this.bridges = new Bridges(grid, settings, printed.wallWidth());
        this.contacts = Overhangs.of(mesh, grid, layers, STEEPEST);
        this.dense = new Bitmap[layers.length];
        this.gap = (int) Math.max(1, Math.rint(CONTACT_GAP_MM / grid.height()));
    }

    /** The filament in all supports, in mm3. */
    static double volume(IndexedMesh mesh, LayerGrid grid, PrintedLayers printed, PrintSettings settings) {
        Supports supports = new Supports(mesh, grid, printed, settings);
        supports.findContacts();
        supports.build();
        return supports.volume;
    }

    /** How far supports stick out from the part, at most, in mm. */
    static double margin(PrintSettings settings) {
        return settings.supports() ? LINE_GAP_MM + settings.lineWidthMm() + FOOT_MM : 0;
    }

    private double spacing(double height) {
        return settings.lineWidthMm() - height * (1 - Math.PI / 4);
    }

    private void findContacts() {
        for (int i = 1; i < layers.length; i++) {
            Bitmap overhang = contacts[i];
            if (overhang == null) {
                continue;
            }
            overhang.remove(bridges.of(layers[i], layers[i - 1]));
            // A support that would be lower than a layer is none.
            if (overhang.isEmpty() || i <= gap) {
                contacts[i] = null;
                continue;
            }
            Bitmap held = layers[i - 1].part().grown(DENSE_OVERHANG_LINES * settings.lineWidthMm() / grid.pixel());
            Bitmap flat = overhang.copy();
            flat.remove(held);
            dense[i] = flat.isEmpty() ? null : flat;
        }
    }

    private void build() {
        Bitmap need = new Bitmap(grid.columns(), grid.rows());
        double last = 0;
        for (int i = layers.length - 2; i >= 0; i--) {
            if (!likeAbove(i)) {
                need.add(at(contacts, i + 1 + gap));
                need.remove(layers[i].part());
                if (need.isEmpty()) {
                    last = 0;
                    continue;
                }
                blocks.fill(need, layers[i].part());
                last = (i == 0 ? foot(need) : plastic(need, i)) * grid.height();
            }
            volume += last;
        }
    }

    private @Nullable Bitmap at(@Nullable Bitmap[] regions, int layer) {
        return layer < regions.length ? regions[layer] : null;
    }

    /** Whether supports in a layer are those in the layer above it, since all layers that matter to both are alike. */
    private boolean likeAbove(int i) {
        for (int j = i + 1 + gap; j <= i + 1 + gap + DENSE_LAYERS; j++) {
            if (at(contacts, j) != null) {
                return false;
            }
        }
        for (int j = Math.max(0, i - gap - DENSE_LAYERS); j <= i; j++) {
            if (layers[j].part() != layers[i + 1].part()) {
                return false;
            }
        }
        return i > 0;
    }

    /** The area of filament in the first layer, in mm2. */
    private double foot(Bitmap need) {
        Bitmap foot = need.grown(FOOT_MM / grid.pixel());
        foot.remove(grownPart(0));
        return FOOT_DENSITY * foot.count() * grid.pixel() * grid.pixel();
    }

    /** The area of filament in another layer, in mm2. */
    private double plastic(Bitmap need, int i) {
        Bitmap printed = need.copy();
        printed.remove(grownPart(i));
        for (int j = Math.max(0, i - gap); j < i; j++) {
            printed.remove(layers[j].part());
        }
        Bitmap solid = new Bitmap(grid.columns(), grid.rows());
        for (int j = i + 1 + gap; j <= i + gap + DENSE_LAYERS; j++) {
            solid.add(at(dense, j));
        }
        if (!solid.isEmpty()) {
            solid.keep(need);
            blocks.fill(solid, layers[i].part());
        }
        for (int j = Math.max(0, i - gap - DENSE_LAYERS); j < i - gap; j++) {
            solid.add(layers[j].part());
        }
        solid.keep(printed);
        printed.remove(solid);
        double area = printed.count() * grid.pixel() * grid.pixel();
        double outline = printed.contourLength() * grid.pixel();
        double line = spacing(LAYER_HEIGHT_MM);
        double filled = Math.max(0, area - outline * line / 2);
        double sparse = outline * line + filled * line / (LINE_GAP_MM + spacing(settings.layerHeightMm()));
        return solid.count() * grid.pixel() * grid.pixel() + Math.min(area, sparse);
    }

    /** The part with the free space that supports leave beside it. */
    private Bitmap grownPart(int i) {
        // Half a pixel more, for contours run half a pixel outside of the middles of pixels.
        return layers[i].part().grown(SIDE_GAP_LINES * settings.lineWidthMm() / grid.pixel() + 0.5);
    }
}
