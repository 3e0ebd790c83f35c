package dev.makerai.printing.quote;

import dev.makerai.printing.mesh.WeightEstimate;

/**
 * How much filament one piece takes, as estimated from its mesh or as a slicer says.
 *
 * @param extrudedMm3 volume of the filament in mm3, above 0 and up to 10^9
 * @param grams its weight
 * @param lowGrams the least that it is likely to weigh, at most {@code grams}
 * @param highGrams the most that it is likely to weigh, at least {@code grams}
 */
public record PrintEstimate(double extrudedMm3, double grams, double lowGrams, double highGrams) {
    private static final double MOST_MM3 = 1e9;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if there is nothing to extrude, a figure is not finite, below zero or absurdly
     *     high, or the weights are not in ascending order
     */
    public PrintEstimate {
        if (!(extrudedMm3 > 0 && extrudedMm3 <= MOST_MM3)) {
            throw new IllegalArgumentException("The extruded volume lies above 0 and up to " + (long) MOST_MM3
                    + " mm3, not " + extrudedMm3 + ": is the model empty, open, or in another unit than mm?");
        }
        boolean ordered = lowGrams >= 0 && lowGrams <= grams && grams <= highGrams && Double.isFinite(highGrams);
        if (!ordered) {
            throw new IllegalArgumentException("A weight and its band are 0 <= low <= weight <= high, but they are "
                    + lowGrams + ", " + grams + ", " + highGrams + " g");
        }
    }

    /**
     * The figures of a mesh.
     *
     * @param estimate what a print of the mesh takes
     * @throws OversizedPartException if it is more than a cubic metre
     */
    public static PrintEstimate of(WeightEstimate estimate) {
        if (estimate.extrudedVolumeMm3() > MOST_MM3) {
            throw new OversizedPartException("would take more than a cubic metre of filament");
        }
        return new PrintEstimate(
                estimate.extrudedVolumeMm3(), estimate.weightGrams(), estimate.lowGrams(), estimate.highGrams());
    }

    /**
     * An exact figure, such as a slicer's.
     *
     * @param extrudedMm3 volume of the filament in mm3
     * @param grams its weight
     */
    public static PrintEstimate exact(double extrudedMm3, double grams) {
        return new PrintEstimate(extrudedMm3, grams, grams, grams);
    }
}
