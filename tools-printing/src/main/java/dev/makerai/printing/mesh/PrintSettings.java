package dev.makerai.printing.mesh;

/**
 * How a part is printed, as far as it decides how much filament goes into it.
 *
 * <pre>{@code
 * PrintSettings strong = PrintSettings.standard().withPerimeters(4).withInfill(0.4);
 * }</pre>
 *
 * @param perimeters walls side by side, 0 to 20
 * @param lineWidthMm width of a printed line, in mm, 0.1 to 2
 * @param layerHeightMm height of a layer, in mm, 0.02 to 1.5 and at most the line width
 * @param topLayers solid layers below each upward surface, 0 to 100
 * @param bottomLayers solid layers above each downward surface, 0 to 100
 * @param infill share of the inside that infill takes, 0 (hollow) to 1 (solid)
 * @param solidBelowMm2 inside areas of a layer up to this many mm2 are printed solid, 0 to 10000
 * @param supports whether overhangs of 45 degrees and flatter get supports, on the bed and on the part
 */
public record PrintSettings(
        int perimeters,
        double lineWidthMm,
        double layerHeightMm,
        int topLayers,
        int bottomLayers,
        double infill,
        double solidBelowMm2,
        boolean supports) {
    private static final PrintSettings STANDARD = new PrintSettings(2, 0.45, 0.2, 5, 4, 0.2, 70, false);

    /** Checks the ranges. */
    public PrintSettings {
        check("perimeters", perimeters, 0, 20);
        check("lineWidthMm", lineWidthMm, 0.1, 2);
        check("layerHeightMm", layerHeightMm, 0.02, Math.min(1.5, lineWidthMm));
        check("topLayers", topLayers, 0, 100);
        check("bottomLayers", bottomLayers, 0, 100);
        if (infill > 1 && infill <= 100) {
            throw new IllegalArgumentException("infill is a share from 0 to 1, but is " + infill + ": for "
                    + Figures.text(infill) + " % give " + Figures.text(infill / 100));
        }
        check("infill", infill, 0, 1);
        check("solidBelowMm2", solidBelowMm2, 0, 10_000);
    }

    /**
     * Common settings for a 0.4 mm nozzle: 2 perimeters of 0.45 mm, layers of 0.2 mm, 5 on top and 4 at the bottom
     * solid, 20 % infill, areas up to 70 mm2 solid (the rule and figure of PrusaSlicer), and no supports.
     */
    public static PrintSettings standard() {
        return STANDARD;
    }

    /** The same with other walls. */
    public PrintSettings withPerimeters(int count) {
        return new PrintSettings(
                count, lineWidthMm, layerHeightMm, topLayers, bottomLayers, infill, solidBelowMm2, supports);
    }

    /** The same with another infill, as a share from 0 to 1. */
    public PrintSettings withInfill(double share) {
        return new PrintSettings(
                perimeters, lineWidthMm, layerHeightMm, topLayers, bottomLayers, share, solidBelowMm2, supports);
    }

    /** The same with another layer height, in mm. */
    public PrintSettings withLayerHeightMm(double height) {
        return new PrintSettings(
                perimeters, lineWidthMm, height, topLayers, bottomLayers, infill, solidBelowMm2, supports);
    }

    /**
     * The same with or without supports: those that PrusaSlicer 2.5 makes when they are switched on, below overhangs of
     * 45 degrees and flatter that are no bridges, on the bed and on the part itself.
     */
    public PrintSettings withSupports(boolean wanted) {
        return new PrintSettings(
                perimeters, lineWidthMm, layerHeightMm, topLayers, bottomLayers, infill, solidBelowMm2, wanted);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is " + value);
        }
    }
}
