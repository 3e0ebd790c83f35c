package dev.makerai.printing.quote;

import dev.makerai.printing.material.Material;
import java.util.List;
import java.util.Locale;

/**
 * Printing time from the extruded volume alone: a fixed part, and the volume over a mean flow. The mean counts travel,
 * acceleration and slow outer walls too, so it is far below what a hotend melts.
 *
 * <pre>{@code
 * PrintTimeModel.standard().estimate(5270, pla).seconds();         // about 2300
 * PrintTimeModel.standard().withMeanFlow(8).estimate(5270, pla);   // a faster printer
 * }</pre>
 *
 * <p>The mean flow is that of PLA. For another material the share of the time that melting at PLA's highest flow would
 * take is exchanged for the same at its own highest flow:
 *
 * <pre>1 / mean = 1 / meanFlow - 1 / 15 + 1 / highest flow of the material</pre>
 *
 * @param fixedSeconds what a piece takes however small it is: small layers are slowed down to cool; 0 to 86 400
 * @param meanFlow extruded volume of PLA in a second over the whole print, in mm3/s; 0.01 to 1000
 * @param lowFactor the least time as a share of the estimate, above 0 and up to 1
 * @param highFactor the most time as a multiple of the estimate, from 1 to 100
 */
public record PrintTimeModel(double fixedSeconds, double meanFlow, double lowFactor, double highFactor) {
    /** The highest flow of PLA that goes with {@link #meanFlow}; other materials are held against it. */
    private static final double PLA_HIGHEST_FLOW = 15;

    private static final double MOST_FIXED_SECONDS = 86_400;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public PrintTimeModel {
        check("fixed seconds", fixedSeconds, 0, MOST_FIXED_SECONDS);
        check("mean flow in mm3/s", meanFlow, 0.01, 1000);
        check("lower factor", lowFactor, 1e-6, 1);
        check("upper factor", highFactor, 1, 100);
    }

    /**
     * Fitted to 60 slices of 12 parts from 0.2 to 37 cm3 by PrusaSlicer 2.5 with its own defaults: 0.4 mm nozzle, 0.2 mm
     * layers, walls at 60 mm/s and infill at 80 mm/s. All 60 lie inside the band, and so does each part when the figures
     * are fitted to the others. Thicker layers or a fast printer can take less than half of it.
     */
    public static PrintTimeModel standard() {
        return new PrintTimeModel(110, 2.4, 0.6, 1.45);
    }

    /** The same with another mean flow of PLA, in mm3/s: take it from a few prints of one's own printer. */
    public PrintTimeModel withMeanFlow(double mm3PerSecond) {
        return new PrintTimeModel(fixedSeconds, mm3PerSecond, lowFactor, highFactor);
    }

    /**
     * How long one piece prints.
     *
     * @param extrudedMm3 volume of its filament in mm3, above 0
     * @param material what it is printed from
     * @throws IllegalArgumentException if the volume is not finite or not above 0
     */
    public PrintTime estimate(double extrudedMm3, Material material) {
        check("extruded volume in mm3", extrudedMm3, Double.MIN_VALUE, 1e12);
        double flow = meanFlow(material);
        double seconds = fixedSeconds + extrudedMm3 / flow;
        return new PrintTime(
                seconds, seconds * lowFactor, seconds * highFactor, method(material, flow), warnings(material));
    }

    /** The mean flow of a material, in mm3/s: that of PLA where its highest flow is not known. */
    public double meanFlow(Material material) {
        Double highest = material.maxFlowMm3PerSecond();
        if (highest == null) {
            return meanFlow;
        }
        double moving = Math.max(0, 1 / meanFlow - 1 / PLA_HIGHEST_FLOW);
        return 1 / (moving + 1 / highest);
    }

    private String method(Material material, double flow) {
        String band = number(100 * lowFactor) + " to " + number(100 * highFactor) + " % of it";
        String ours = "extruded volume over a mean flow of " + number(flow) + " mm3/s for " + material.name() + " plus "
                + number(fixedSeconds) + " s; likely " + band;
        return equals(standard())
                ? ours + "; fitted to slices with a 0.4 mm nozzle, 0.2 mm layers and 60 to 80 mm/s"
                : ours;
    }

    private static List<String> warnings(Material material) {
        Double highest = material.maxFlowMm3PerSecond();
        if (highest == null) {
            return List.of("No highest flow of " + material.name()
                    + " is known, so its printing time is that of PLA; it may well print slower");
        }
        return highest == PLA_HIGHEST_FLOW
                ? List.of()
                : List.of("The printing time is fitted to PLA; for " + material.name()
                        + " it is derived from its highest flow");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static void check(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a printing time lies from " + low + " to " + high + ", not " + value);
        }
    }
}
