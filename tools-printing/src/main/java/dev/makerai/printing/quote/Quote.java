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

    /**
     * A quote with the standard printing times, each piece on its own plate.
     *
     * @param part what the client calls it
     * @param estimate the filament of one piece
     * @param material what it is printed from
     * @param quantity how many pieces
     * @param shop what printing costs, and what is charged
     * @throws dev.makerai.printing.cost.UnpricedMaterialException if the material has no price
     * @throws IllegalArgumentException if a figure is out of its range, or a price is in another currency
     */
    public static Quote of(String part, PrintEstimate estimate, Material material, int quantity, CostModel shop) {
        PrintTime time = PrintTimeModel.standard().estimate(estimate.extrudedMm3(), material);
        PrintJob job = PrintJob.of(material, estimate.grams(), time.hours())
                .withName(part)
                .withQuantity(quantity);
        Quote quote = of(estimate, time, job, shop);
        if (quantity == 1) {
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

    private static void addPriceWarning(Material material, List<String> warnings) {
        MaterialPrice price = material.price();
        if (price != null && price.source() != null) {
            warnings.add("The price of " + material.name() + " is not the shop's own but the " + price.source());
        }
    }
}
