package dev.makerai.printing.quote;

import dev.makerai.printing.cost.CostLine;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.UnpricedMaterialException;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import dev.makerai.printing.material.UnknownMaterialException;
import dev.makerai.printing.mesh.MeshException;
import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshWarning;
import dev.makerai.printing.mesh.PrintSettings;
import dev.makerai.printing.mesh.WeightEstimate;
import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Quotes for STL files as a tool for a model. */
public final class QuoteTools {
    private final Workspace workspace;
    private final CostModel shop;
    private final Materials materials;

    /**
     * A tool over the usual figures, in euro.
     *
     * @param workspace the only folder whose files the model can name
     */
    public QuoteTools(Workspace workspace) {
        this(workspace, CostModel.defaults(), Materials.builtIn());
    }

    /**
     * A tool over a shop's own figures.
     *
     * @param workspace the only folder whose files the model can name
     * @param shop what it costs to print, and what is charged
     * @param materials what filament costs, in the shop's currency
     */
    public QuoteTools(Workspace workspace, CostModel shop, Materials materials) {
        this.workspace = workspace;
        this.shop = shop;
        this.materials = materials;
    }

    /**
     * What a client pays for pieces of a part.
     *
     * @throws ToolFailure if the file cannot be read or holds no body, or the shop does not know the material or has no
     *     price of it
     */
    @Tool("Quotes a print from its STL file: weight and printing time of one piece, each with the band in which it"
            + " probably lies, and the price that a client pays for all pieces")
    public PartQuote quotePrint(
            @Param("Name of the STL file") String file,
            @Param("Any material that the shop knows, such as PLA or ASA") String material,
            @Param(value = "Infill in percent", defaultValue = "20") @Range(min = 0, max = 100) double infillPercent,
            @Param(value = "Perimeters side by side", defaultValue = "2") @Range(min = 0, max = 20) int perimeters,
            @Param(value = "Whether supports are printed below overhangs", defaultValue = "false") boolean supports,
            @Param(value = "How many pieces", defaultValue = "1") @Range(min = 1, max = 100_000) int quantity) {
        Path part = workspace.resolve(file);
        PrintSettings settings = PrintSettings.standard()
                .withInfill(infillPercent / 100)
                .withPerimeters(perimeters)
                .withSupports(supports);
        try {
            Material filament = materials.find(material);
            WeightEstimate weight = MeshFile.of(part).estimateWeight(settings, filament.density());
            return PartQuote.of(weight, Quote.of(file, PrintEstimate.of(weight), filament, quantity, shop));
        } catch (MeshException
                | OversizedPartException
                | UnknownMaterialException
                | UnpricedMaterialException
                | IllegalArgumentException e) {
            throw new ToolFailure(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the model is told; the lines' amounts add up to the total.
     *
     * @param weightG weight of one piece
     * @param weightBandG the least and the most that it probably weighs
     * @param printTimeS printing time of one piece
     * @param printTimeBandS the least and the most that it probably takes
     * @param timeMethod how the time was estimated
     * @param unitPrice price of one piece
     * @param total price of all pieces
     * @param currency ISO 4217 code of all amounts
     * @param lines the parts of the total
     * @param warnings what to know before relying on it
     */
    public record PartQuote(
            BigDecimal weightG,
            List<BigDecimal> weightBandG,
            BigDecimal printTimeS,
            List<BigDecimal> printTimeBandS,
            String timeMethod,
            BigDecimal unitPrice,
            BigDecimal total,
            String currency,
            List<Line> lines,
            List<String> warnings) {
        private static PartQuote of(WeightEstimate weight, Quote quote) {
            return new PartQuote(
                    rounded(weight.weightGrams(), 2),
                    List.of(rounded(weight.lowGrams(), 2), rounded(weight.highGrams(), 2)),
                    rounded(quote.time().seconds(), 0),
                    List.of(
                            rounded(quote.time().lowSeconds(), 0),
                            rounded(quote.time().highSeconds(), 0)),
                    quote.time().method(),
                    quote.price().unitPrice().amount(),
                    quote.price().total().amount(),
                    quote.price().currency().getCurrencyCode(),
                    quote.price().lines().stream().map(Line::of).toList(),
                    Stream.concat(
                                    weight.mesh().warnings().stream().map(MeshWarning::message),
                                    quote.warnings().stream())
                            .toList());
        }

        private static BigDecimal rounded(double value, int decimals) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    /**
     * One part of the total.
     *
     * @param text what it is, in words
     * @param amount what it adds
     */
    public record Line(String text, BigDecimal amount) {
        private static Line of(CostLine line) {
            return new Line(line.text(), line.amount().amount());
        }
    }
}
