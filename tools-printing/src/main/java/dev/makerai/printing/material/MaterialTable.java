package dev.makerai.printing.material;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the table of materials that the jar holds. */
final class MaterialTable {
    private static final String FILE = "materials.csv";

    private static final String PRICE_SOURCE =
            "median of list prices in PrusaSlicer's bundled filament profiles, November 2025";

    /** The prices were read in November 2025; the day is not known. */
    private static final LocalDate PRICE_DATE = LocalDate.of(2025, 11, 1);

    private static final Map<String, String> NOTES = Map.of(
            "Nylon (generic)",
            "This density looks like that of a filled grade; for plain nylon use PA, whose density is the median of products",
            "TPU",
            "A bed temperature of 0 means an unheated bed",
            "HIPS",
            "The source's 90th percentile of the nozzle temperature lies below its median and is left out");

    private MaterialTable() {}

    static List<Material> read(Currency currency) {
        try (InputStream stream = Objects.requireNonNull(
                        MaterialTable.class.getResourceAsStream(FILE), () -> FILE + " is missing from the jar");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> material(line.split(",", -1), currency))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " of the jar cannot be read", e);
        }
    }

    private static Material material(String[] cells, Currency currency) {
        String name = cells[0];
        int products = Integer.parseInt(cells[1]);
        return new Material(
                name,
                Objects.requireNonNull(spread(cells, 2)),
                spread(cells, 5),
                spread(cells, 8),
                number(cells[11]),
                products,
                products > 0
                        ? "SpoolmanDB ca55347 (2025-10-25), " + products + " products"
                        : "SpoolmanDB ca55347 (2025-10-25), table of generic densities",
                price(cells[12], currency),
                number(cells[13]),
                number(cells[14]),
                NOTES.get(name));
    }

    private static @Nullable Spread spread(String[] cells, int first) {
        Double median = number(cells[first + 1]);
        return median == null ? null : new Spread(number(cells[first]), median, number(cells[first + 2]));
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    private static @Nullable MaterialPrice price(String cell, Currency currency) {
        // The medians mix lists in euro and in dollar; for any other currency they say nothing.
        boolean stated = currency.getCurrencyCode().equals("EUR")
                || currency.getCurrencyCode().equals("USD");
        return cell.isEmpty() || !stated
                ? null
                : new MaterialPrice(new BigDecimal(cell), currency, PRICE_DATE, PRICE_SOURCE);
    }
}
