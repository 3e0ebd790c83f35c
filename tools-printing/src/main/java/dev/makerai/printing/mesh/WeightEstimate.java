package dev.makerai.printing.mesh;

/**
 * What a print of a mesh takes, without brim, skirt or purging, and with supports if they were asked for.
 *
 * <p>The band says how far the slicer's own figure may lie from this one; see {@link MeshFile#estimateWeight}.
 *
 * @param mesh what was found out about the mesh
 * @param layers layers of the print
 * @param extrudedVolumeMm3 filament that leaves the nozzle, in mm3: walls, solid, infill and supports together
 * @param wallVolumeMm3 the part of it in walls
 * @param solidVolumeMm3 the part of it in solid layers, bridges included
 * @param infillVolumeMm3 the part of it in infill
 * @param supportVolumeMm3 the part of it in supports; 0 without them
 * @param lowVolumeMm3 the band's lower end, in mm3
 * @param highVolumeMm3 the band's upper end, in mm3
 * @param weightGrams the extruded volume, in grams
 * @param lowGrams the band's lower end, in grams
 * @param highGrams the band's upper end, in grams
 */
public record WeightEstimate(
        MeshReport mesh,
        int layers,
        double extrudedVolumeMm3,
        double wallVolumeMm3,
        double solidVolumeMm3,
        double infillVolumeMm3,
        double supportVolumeMm3,
        double lowVolumeMm3,
        double highVolumeMm3,
        double weightGrams,
        double lowGrams,
        double highGrams) {
    private static final double MM3_PER_CM3 = 1000;
    private static final double MOST_DENSITY = 25;

    static WeightEstimate of(
            MeshReport mesh,
            int layers,
            double walls,
            double solid,
            double infill,
            double supports,
            double band,
            double density) {
        double volume = walls + solid + infill + supports;
        double low = Math.max(0, volume - band);
        double high = volume + band;
        double gramsPerMm3 = density / MM3_PER_CM3;
        return new WeightEstimate(
                mesh,
                layers,
                volume,
                walls,
                solid,
                infill,
                supports,
                low,
                high,
                volume * gramsPerMm3,
                low * gramsPerMm3,
                high * gramsPerMm3);
    }

    static void checkDensity(double densityGPerCm3) {
        if (!(densityGPerCm3 > 0 && densityGPerCm3 <= MOST_DENSITY)) {
            throw new IllegalArgumentException("densityGPerCm3 must be above 0 and at most " + MOST_DENSITY
                    + " (g/cm3, such as 1.24 for PLA), but is " + densityGPerCm3);
        }
    }
}
