package dev.makerai.printing.quote;

import dev.makerai.printing.cost.CostBreakdown;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.PrintJob;
import dev.makerai.printing.cost.PrintOrder;
import dev.makerai.printing.cost.PrintPrice;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.MaterialPrice;
import java.util.ArrayList;
import java.util.List;

/**
 * What pieces of one part would cost a client.
 *
 * <pre>{@code
 * Quote quote = Quote.of("bracket", estimate, Materials.builtIn().find("PETG"), 5, CostModel.defaults());
 * quote.price().total();
 * }</pre>
 *
 * @param estimate the filament of one piece
 * @param time the printing time of one piece
 * @param price what the client pays for all of them
 * @param breakdown how the price comes about; for the shop's own eyes
 * @param warnings what to know before relying on it; empty if nothing is
 */
public record Quote(
        PrintEstimate estimate, PrintTime time, PrintPrice price, CostBreakdown breakdown, List<String> warnings) {
    /** Takes a copy of the warnings. */
    public Quote {
        warnings = List.copyOf(warnings);
    }

    /** The longest name of a {@link PrintJob}. */
    private static final int LONGEST_NAME = 200;

    /** More than a year of printing, or a tonne of filament: the most that a {@link PrintJob} has. */
    private static final double MOST_HOURS = 10_000;

    private static final double MOST_GRAMS = 1e6;

    /**
     * A quote with the standard printing times, each piece on its own plate.
     *
     * @param part what the client calls it; a name of more than 200 characters, as a file may have, is shortened
     * @param estimate the filament of one piece
     * @param material what it is printed from
     * @param quantity how many pieces
     * @param shop what printing costs, and what is charged
     * @throws dev.makerai.printing.cost.UnpricedMaterialException if the material has no price
     * @throws OversizedPartException if a piece would print for more than 10 000 hours or weigh more than a tonne
     * @throws IllegalArgumentException if a figure is out of its range, or a price is in another currency
     */
    public static Quote of(String part, PrintEstimate estimate, Material material, int quantity, CostModel shop) {
        return of(part, estimate, material, quantity, 1, shop);
    }

    /**
     * A quote with the standard printing times, several pieces on a plate.
     *
     * @param part what the client calls it; a name of more than 200 characters, as a file may have, is shortened
     * @param estimate the filament of one piece
     * @param material what it is printed from
     * @param quantity how many pieces
     * @param piecesPerPlate how many are printed together, from 1 to 10 000; whether they fit is the caller's to know
     * @param shop what printing costs, and what is charged
     * @throws dev.makerai.printing.cost.UnpricedMaterialException if the material has no price
     * @throws OversizedPartException if a piece would print for more than 10 000 hours or weigh more than a tonne
     * @throws IllegalArgumentException if a figure is out of its range, or a price is in another currency
     */
    public static Quote of(
            String part, PrintEstimate estimate, Material material, int quantity, int piecesPerPlate, CostModel shop) {
        PrintTime time = PrintTimeModel.standard().estimate(estimate.extrudedMm3(), material);
        checkSize(estimate, time);
        PrintJob job = PrintJob.of(material, estimate.grams(), time.hours())
                .withName(shortened(part))
                .withQuantity(quantity)
                .withPiecesPerPlate(piecesPerPlate);
        Quote quote = of(estimate, time, job, shop);
        if (quantity == 1 || piecesPerPlate > 1) {
            return quote;
        }
        List<String> warnings = new ArrayList<>(quote.warnings());
        warnings.add("Each piece is counted on a plate of its own: several on one take less work");
        return new Quote(estimate, time, quote.price(), quote.breakdown(), warnings);
    }

    /**
     * A quote for a job that was put together by hand: several pieces on a plate, hardware, another printing time.
     *
     * @param estimate the filament of one piece
     * @param time the printing time of one piece
     * @param job what is printed; the price comes from its weights and hours
     * @param shop what printing costs, and what is charged
     * @throws dev.makerai.printing.cost.UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if a price is in another currency
     */
    public static Quote of(PrintEstimate estimate, PrintTime time, PrintJob job, CostModel shop) {
        PrintOrder order = PrintOrder.of(job);
        List<String> warnings = new ArrayList<>(time.warnings());
        job.filaments().stream()
                .map(filament -> filament.material())
                .distinct()
                .forEach(material -> addPriceWarning(material, warnings));
        return new Quote(estimate, time, shop.price(order), shop.priceBreakdown(order), warnings);
    }

    private static void checkSize(PrintEstimate estimate, PrintTime time) {
        if (time.hours() > MOST_HOURS) {
            throw new OversizedPartException("would print for about " + Math.round(time.hours())
                    + " hours, more than the " + (long) MOST_HOURS + " that a quote is made for");
        }
        if (estimate.grams() > MOST_GRAMS) {
            throw new OversizedPartException("would weigh more than a tonne");
        }
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = LONGEST_NAME - 1;
        // A character of two halves is not cut in two.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static void addPriceWarning(Material material, List<String> warnings) {
        MaterialPrice price = material.price();
        if (price != null && price.source() != null) {
            warnings.add("The price of " + material.name() + " is not the shop's own but the " + price.source());
        }
    }
}
