package dev.makerai.examples.cli;

import dev.makerai.printing.cost.CostLine;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.UnpricedMaterialException;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.MaterialPrice;
import dev.makerai.printing.material.Materials;
import dev.makerai.printing.material.UnknownMaterialException;
import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshWarning;
import dev.makerai.printing.mesh.PrintSettings;
import dev.makerai.printing.mesh.WeightEstimate;
import dev.makerai.printing.quote.PrintEstimate;
import dev.makerai.printing.quote.Quote;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code maker quote}: what a part costs, from its STL file. */
@Command(
        name = "quote",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Quotes a part from its STL file: weight, printing time and price, each from code.",
        footer = {
            "",
            "Weight and time are estimates for one piece, with the band in which they probably lie;",
            "slice the part where the exact figures matter. The amounts add up to the total; the unit price is rounded."
        })
final class QuoteCommand implements Callable<Integer> {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Currency EURO = Currency.getInstance("EUR");

    @Parameters(paramLabel = "FILE.stl", description = "The part.")
    private Path file = Path.of("");

    @Option(names = "--material", paramLabel = "NAME", required = true, description = "Such as PETG.")
    private String material = "";

    @Option(
            names = "--infill",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description = "0 to 100 (default: ${DEFAULT-VALUE}).")
    private BigDecimal infill;

    @Option(
            names = "--perimeters",
            paramLabel = "N",
            defaultValue = "2",
            description = "Walls side by side, 0 to 20 (default: ${DEFAULT-VALUE}).")
    private int perimeters;

    @Option(names = "--supports", description = "Count supports below overhangs of 45 degrees and flatter.")
    private boolean supports;

    @Option(
            names = "--quantity",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many pieces (default: ${DEFAULT-VALUE}).")
    private int quantity;

    @Option(
            names = "--pieces-per-plate",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many are printed together, if your bed takes them (default: ${DEFAULT-VALUE}).")
    private int piecesPerPlate;

    @Option(
            names = "--price-per-kg",
            paramLabel = "EUR",
            description = "Your own price of the filament (default: a list price, which the quote says).")
    private BigDecimal pricePerKg;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Material filament = material();
        PrintSettings settings = settings();
        try {
            WeightEstimate weight = MeshFile.of(file).estimateWeight(settings, filament.density());
            Quote quote = Quote.of(
                    file.getFileName().toString(),
                    PrintEstimate.of(weight),
                    filament,
                    quantity,
                    piecesPerPlate,
                    CostModel.defaults());
            print(filament, weight, quote);
            return 0;
        } catch (UnpricedMaterialException e) {
            throw new ParameterException(
                    spec.commandLine(), "No price of " + e.material() + " is known: give --price-per-kg", e);
        } catch (RuntimeException e) {
            Refusal.print(spec.commandLine(), file, e, json);
            return 1;
        }
    }

    private Material material() {
        try {
            Material found = Materials.builtIn().find(material);
            return pricePerKg == null
                    ? found
                    : found.withPrice(new MaterialPrice(pricePerKg, EURO, LocalDate.now(), null));
        } catch (UnknownMaterialException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--price-per-kg " + pricePerKg + ": " + e.getMessage(), e);
        }
    }

    private PrintSettings settings() {
        require(quantity >= 1 && quantity <= 1_000_000, "--quantity must be from 1 to 1000000, but is " + quantity);
        require(
                piecesPerPlate >= 1 && piecesPerPlate <= 10_000,
                "--pieces-per-plate must be from 1 to 10000, but is " + piecesPerPlate);
        require(
                infill.signum() >= 0 && infill.compareTo(ALL) <= 0,
                "--infill must be from 0 to 100 percent, but is " + infill);
        require(perimeters >= 0 && perimeters <= 20, "--perimeters must be from 0 to 20, but is " + perimeters);
        return PrintSettings.standard()
                .withInfill(infill.doubleValue() / 100)
                .withPerimeters(perimeters)
                .withSupports(supports);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private void print(Material filament, WeightEstimate weight, Quote quote) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> fields = asJson(weight, quote);
        if (json) {
            out.println(Output.json(fields));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s, %d x %s with %s %% infill, %d perimeters and %s%s%n",
                Output.visible(file.toString()),
                quantity,
                filament.name(),
                infill.stripTrailingZeros().toPlainString(),
                perimeters,
                supports ? "supports" : "no supports",
                piecesPerPlate > 1 ? ", " + piecesPerPlate + " on a plate" : "");
        out.printf(
                Locale.ROOT,
                "  one piece weighs %.2f g (%.2f to %.2f) and prints %s (%s to %s)%n",
                weight.weightGrams(),
                weight.lowGrams(),
                weight.highGrams(),
                clock(quote.time().seconds()),
                clock(quote.time().lowSeconds()),
                clock(quote.time().highSeconds()));
        for (CostLine line : quote.breakdown().lines()) {
            boolean counted = line.quantity().compareTo(BigDecimal.ONE) != 0;
            out.printf(
                    Locale.ROOT,
                    "  %10s  %s%s%n",
                    line.amount().amount().toPlainString(),
                    line.text(),
                    counted ? ": " + line.quantity().toPlainString() : "");
        }
        out.printf(
                Locale.ROOT,
                "  %10s  %s in all, %s a piece%n",
                quote.price().total().amount().toPlainString(),
                quote.price().currency(),
                quote.price().unitPrice().amount().toPlainString());
        for (Object warning : (List<?>) fields.get("warnings")) {
            out.println("  warning: " + warning);
        }
    }

    private Map<String, Object> asJson(WeightEstimate weight, Quote quote) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", file.toString());
        out.put("weight_g", rounded(weight.weightGrams(), 3));
        out.put("weight_band_g", List.of(rounded(weight.lowGrams(), 3), rounded(weight.highGrams(), 3)));
        out.put("print_time_s", rounded(quote.time().seconds(), 0));
        out.put(
                "print_time_band_s",
                List.of(
                        rounded(quote.time().lowSeconds(), 0),
                        rounded(quote.time().highSeconds(), 0)));
        out.put("time_method", quote.time().method());
        out.put("unit_price", quote.price().unitPrice().amount());
        out.put("total", quote.price().total().amount());
        out.put("currency", quote.price().currency().getCurrencyCode());
        out.put(
                "lines",
                quote.breakdown().lines().stream().map(QuoteCommand::asJson).toList());
        out.put(
                "warnings",
                Stream.concat(weight.mesh().warnings().stream().map(MeshWarning::message), quote.warnings().stream())
                        .toList());
        return out;
    }

    private static Map<String, Object> asJson(CostLine line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("code", line.code().toString());
        out.put("text", line.text());
        out.put("quantity", line.quantity());
        out.put("amount", line.amount().amount());
        return out;
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String clock(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes / 60 + " h " + minutes % 60 + " min";
    }
}
