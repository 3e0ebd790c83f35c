package dev.makerai.printing.cost;

import dev.makerai.printing.material.Materials;
import dev.makerai.printing.material.UnknownMaterialException;
import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import java.math.BigDecimal;
import java.util.List;

/** A shop's cost model as tools for a model. */
public final class CostTools {
    private final CostModel costModel;
    private final Materials materials;

    /** Tools over the usual figures, in euro. */
    public CostTools() {
        this(CostModel.defaults(), Materials.builtIn());
    }

    /**
     * Tools over a shop's own figures.
     *
     * @param costModel what it costs to print, and what is charged
     * @param materials what filament costs, in the cost model's currency
     */
    public CostTools(CostModel costModel, Materials materials) {
        this.costModel = costModel;
        this.materials = materials;
    }

    /**
     * What an order of one print costs the shop.
     *
     * @throws ToolFailure if a figure is not finite, below zero or absurdly high, or the shop has no price of the material
     */
    @Tool(
            "Calculates what an order of one piece costs the shop: filament, electricity, printer, work and failed prints."
                    + " This is the cost, not the price for a client")
    public Amounts calculatePrintCost(
            @Param("What it is printed from") CommonMaterial material,
            @Param("Weight of the piece with its supports, in grams") @Range(min = 0, max = Bounds.GRAMS)
                    double weightGrams,
            @Param("How long it prints, in hours") @Range(min = 0, max = Bounds.HOURS) double printHours,
            @Param(value = "Whether electricity is counted", defaultValue = "true") boolean includeElectricity) {
        CostModel counted = includeElectricity
                ? costModel
                : costModel.toBuilder()
                        .tariffPerKwh(Money.zero(costModel.currency()))
                        .build();
        try {
            CostBreakdown cost = counted.cost(PrintJob.of(materials.find(material.name()), weightGrams, printHours));
            return Amounts.of(cost.total(), cost.lines());
        } catch (UnknownMaterialException | UnpricedMaterialException | IllegalArgumentException e) {
            throw new ToolFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What a client pays.
     *
     * @throws ToolFailure if a figure is not finite, below zero or absurdly high, or the shop does not know the material
     *     or has no price of it
     */
    @Tool("Calculates the price that a client pays for one or more printed pieces")
    public Amounts calculatePrintPrice(
            @Param("Any material that the shop knows, such as PLA or ASA") String material,
            @Param("Weight of one piece with its supports, in grams") @Range(min = 0, max = Bounds.GRAMS)
                    double weightGrams,
            @Param("How long one piece prints, in hours") @Range(min = 0, max = Bounds.HOURS) double printHours,
            @Param(value = "How many pieces", defaultValue = "1") @Range(min = 1, max = Bounds.PIECES) int quantity) {
        try {
            PrintJob job = PrintJob.of(materials.find(material), weightGrams, printHours);
            PrintPrice price = costModel.price(job.withQuantity(quantity));
            return Amounts.of(price.total(), price.lines());
        } catch (UnknownMaterialException | UnpricedMaterialException | IllegalArgumentException e) {
            throw new ToolFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What the model is told: the lines' amounts add up to the total.
     *
     * @param currency ISO 4217 code of all amounts
     * @param total the sum
     * @param lines the parts
     */
    public record Amounts(String currency, BigDecimal total, List<Line> lines) {
        private static Amounts of(Money total, List<CostLine> lines) {
            return new Amounts(
                    total.currency().getCurrencyCode(),
                    total.amount(),
                    lines.stream().map(Line::of).toList());
        }
    }

    /**
     * One part of a total.
     *
     * @param code what it stands for, such as {@code material}
     * @param text what it is, in words, with the unit of the quantity
     * @param quantity how much of it
     * @param amount what it adds
     */
    public record Line(String code, String text, BigDecimal quantity, BigDecimal amount) {
        private static Line of(CostLine line) {
            return new Line(
                    line.code().toString(),
                    line.text(),
                    line.quantity(),
                    line.amount().amount());
        }
    }
}
