package dev.makerai.printing.cost;

import dev.makerai.printing.material.Material;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one model to print.
 *
 * <pre>{@code
 * PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0).withQuantity(20).withPiecesPerPlate(6);
 * }</pre>
 *
 * @param name what is printed, as the client calls it; 1 to 200 characters
 * @param filaments what it takes from each spool, at least one
 * @param hours how long one piece prints; pieces on the same plate add up
 * @param quantity how many pieces, from 1 to 1 000 000
 * @param piecesPerPlate how many are printed together, from 1 to 10 000
 * @param hardwarePerPiece inserts, magnets and screws of one piece; null for none
 * @param design what the design costs, once; null for none
 * @param finishingMinutes to finish one piece; null for the shop's usual time
 * @param failure how often it fails; null for the shop's usual rate
 */
public record PrintJob(
        String name,
        List<Filament> filaments,
        double hours,
        int quantity,
        int piecesPerPlate,
        @Nullable Money hardwarePerPiece,
        @Nullable Money design,
        @Nullable Double finishingMinutes,
        @Nullable FailureModel failure) {
    private static final int LONGEST_NAME = 200;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of its range, or an amount is below zero
     */
    public PrintJob {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A job's name has 1 to " + LONGEST_NAME + " characters");
        }
        filaments = List.copyOf(filaments);
        if (filaments.isEmpty()) {
            throw new IllegalArgumentException("The job \"" + name + "\" uses no filament: give it at least one");
        }
        hours = Bounds.quantity("hours per piece", hours, Bounds.HOURS);
        Bounds.count("the quantity", quantity, Bounds.PIECES);
        Bounds.count("the number of pieces on a plate", piecesPerPlate, Bounds.PIECES_PER_PLATE);
        if (hardwarePerPiece != null) {
            Bounds.notNegative("hardware per piece", hardwarePerPiece);
        }
        if (design != null) {
            Bounds.notNegative("the design", design);
        }
        if (finishingMinutes != null) {
            finishingMinutes = Bounds.quantity("finishing minutes per piece", finishingMinutes, Bounds.MINUTES);
        }
    }

    /**
     * One piece of one material.
     *
     * @param material what it is printed from
     * @param grams what it weighs with supports and brim
     * @param hours how long it prints
     * @throws IllegalArgumentException if a figure is not finite, below zero or absurdly high
     */
    public static PrintJob of(Material material, double grams, double hours) {
        List<Filament> filaments = List.of(Filament.of(material, grams));
        return new PrintJob(material.name() + " print", filaments, hours, 1, 1, null, null, null, null);
    }

    /** The same under another name. */
    public PrintJob withName(String newName) {
        return new PrintJob(
                newName,
                filaments,
                hours,
                quantity,
                piecesPerPlate,
                hardwarePerPiece,
                design,
                finishingMinutes,
                failure);
    }

    /** The same from these spools. */
    public PrintJob withFilaments(Filament... used) {
        return new PrintJob(
                name,
                List.of(used),
                hours,
                quantity,
                piecesPerPlate,
                hardwarePerPiece,
                design,
                finishingMinutes,
                failure);
    }

    /** The same, so many times. */
    public PrintJob withQuantity(int pieces) {
        return new PrintJob(
                name, filaments, hours, pieces, piecesPerPlate, hardwarePerPiece, design, finishingMinutes, failure);
    }

    /** The same with so many printed together. */
    public PrintJob withPiecesPerPlate(int pieces) {
        return new PrintJob(
                name, filaments, hours, quantity, pieces, hardwarePerPiece, design, finishingMinutes, failure);
    }

    /** The same with hardware in each piece. */
    public PrintJob withHardwarePerPiece(Money amount) {
        return new PrintJob(
                name, filaments, hours, quantity, piecesPerPlate, amount, design, finishingMinutes, failure);
    }

    /** The same with design work, paid once. */
    public PrintJob withDesign(Money amount) {
        return new PrintJob(
                name, filaments, hours, quantity, piecesPerPlate, hardwarePerPiece, amount, finishingMinutes, failure);
    }

    /** The same with so many minutes to finish each piece. */
    public PrintJob withFinishingMinutes(double minutes) {
        return new PrintJob(
                name, filaments, hours, quantity, piecesPerPlate, hardwarePerPiece, design, minutes, failure);
    }

    /** The same, failing in this way: hard materials and long prints fail more often. */
    public PrintJob withFailure(FailureModel model) {
        return new PrintJob(
                name, filaments, hours, quantity, piecesPerPlate, hardwarePerPiece, design, finishingMinutes, model);
    }
}
