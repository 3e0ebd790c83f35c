package dev.makerai.printing.cost;

import dev.makerai.printing.material.Material;

/**
 * What a job takes from one spool, as the slicer says or as estimated; waste comes on top.
 *
 * @param material the material on the spool
 * @param partGrams in one piece itself
 * @param supportGrams in the supports of one piece
 * @param brimGrams in the brim or raft of one piece
 * @param purgeGrams purged on each plate: start line and changes of filament
 * @param abrasive whether it wears the nozzle, as fibre-filled and metal-filled filaments do: look at the product
 */
public record Filament(
        Material material,
        double partGrams,
        double supportGrams,
        double brimGrams,
        double purgeGrams,
        boolean abrasive) {
    /**
     * Checks the weights.
     *
     * @throws IllegalArgumentException if one is outside 0 to 1 000 000 g
     */
    public Filament {
        partGrams = Bounds.quantity("the part's weight in grams", partGrams, Bounds.GRAMS);
        supportGrams = Bounds.quantity("the supports' weight in grams", supportGrams, Bounds.GRAMS);
        brimGrams = Bounds.quantity("the brim's weight in grams", brimGrams, Bounds.GRAMS);
        purgeGrams = Bounds.quantity("the purged weight in grams", purgeGrams, Bounds.GRAMS);
    }

    /**
     * All that a piece takes, in one figure.
     *
     * @param material the material on the spool
     * @param grams weight of one piece with supports and brim
     */
    public static Filament of(Material material, double grams) {
        return new Filament(material, grams, 0, 0, 0, false);
    }

    /** The same with supports of this weight on each piece. */
    public Filament withSupport(double grams) {
        return new Filament(material, partGrams, grams, brimGrams, purgeGrams, abrasive);
    }

    /** The same with a brim or raft of this weight on each piece. */
    public Filament withBrim(double grams) {
        return new Filament(material, partGrams, supportGrams, grams, purgeGrams, abrasive);
    }

    /** The same with this weight purged on each plate. */
    public Filament withPurge(double grams) {
        return new Filament(material, partGrams, supportGrams, brimGrams, grams, abrasive);
    }

    /** The same, wearing the nozzle. */
    public Filament asAbrasive() {
        return new Filament(material, partGrams, supportGrams, brimGrams, purgeGrams, true);
    }
}
