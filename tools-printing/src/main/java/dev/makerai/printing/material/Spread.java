package dev.makerai.printing.material;

import org.jspecify.annotations.Nullable;

/**
 * How a figure spreads over the products of a material.
 *
 * @param p10 the 10th percentile: a tenth of the products lie below it; null where it is not known
 * @param median the middle one
 * @param p90 the 90th percentile; null where it is not known
 */
public record Spread(
        @Nullable Double p10, double median, @Nullable Double p90) {
    /**
     * Checks the order of the figures.
     *
     * @throws IllegalArgumentException if a figure is not finite, or the three are not in ascending order
     */
    public Spread {
        double low = p10 == null ? median : p10;
        double high = p90 == null ? median : p90;
        boolean ordered = Double.isFinite(low) && Double.isFinite(high) && low <= median && median <= high;
        if (!ordered) {
            throw new IllegalArgumentException("A spread needs finite figures in the order p10 <= median <= p90, but it"
                    + " was given " + p10 + ", " + median + ", " + p90);
        }
    }

    /** A figure of which only one value is known. */
    public static Spread of(double value) {
        return new Spread(null, value, null);
    }
}
