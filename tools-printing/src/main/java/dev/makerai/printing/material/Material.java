package dev.makerai.printing.material;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A printing material: its figures, and where they come from. A figure without a source is null, never a guess.
 *
 * <pre>{@code
 * Material petg = Materials.builtIn().find("pet-g");
 * double gramsPerCm3 = petg.density();                      // 1.27
 * Material mine = petg.withPrice("21.50", "EUR", LocalDate.of(2026, 11, 20));
 * }</pre>
 *
 * @param name how the material is called, such as {@code PETG}; 1 to 80 characters
 * @param densityGramsPerCm3 density in g/cm3
 * @param nozzleCelsius nozzle temperature while printing, or null
 * @param bedCelsius bed temperature while printing; 0 stands for an unheated bed; null where it is not known
 * @param emptySpoolGrams median weight of an empty spool, or null
 * @param products how many products the figures were counted from; 0 for a figure from a generic table
 * @param source where density, temperatures and spool weight come from
 * @param price what a kilogram costs, or null
 * @param maxFlowMm3PerSecond the most that a usual hotend melts of it, in mm3/s, or null
 * @param printWatts what a usual printer takes on average while it prints this material, in W, or null
 * @param note what to know before using the figures, or null
 */
public record Material(
        String name,
        Spread densityGramsPerCm3,
        @Nullable Spread nozzleCelsius,
        @Nullable Spread bedCelsius,
        @Nullable Double emptySpoolGrams,
        int products,
        String source,
        @Nullable MaterialPrice price,
        @Nullable Double maxFlowMm3PerSecond,
        @Nullable Double printWatts,
        @Nullable String note) {
    private static final int LONGEST_NAME = 80;

    /**
     * Checks every figure against what is physically possible.
     *
     * @throws IllegalArgumentException if the name is blank or longer than 80 characters, or a figure is outside
     *     0.01 to 25 g/cm3, 0 to 1000 degrees, 0 to 100 000 g, 0.001 to 10 000 mm3/s or 0 to 100 000 W
     */
    public Material {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A material's name has 1 to " + LONGEST_NAME + " characters");
        }
        checkSpread(name, "density in g/cm3", densityGramsPerCm3, 0.01, 25);
        checkSpread(name, "nozzle temperature in degrees Celsius", nozzleCelsius, 0, 1000);
        checkSpread(name, "bed temperature in degrees Celsius", bedCelsius, 0, 1000);
        check(name, "empty spool weight in g", emptySpoolGrams, 0, 100_000);
        check(name, "number of products", (double) products, 0, 1e9);
        check(name, "highest flow in mm3/s", maxFlowMm3PerSecond, 0.001, 10_000);
        check(name, "print power in W", printWatts, 0, 100_000);
    }

    /**
     * A material of the user's own of which only the density is known so far.
     *
     * @param name how it is called
     * @param density g/cm3
     */
    public static Material of(String name, double density) {
        return new Material(name, Spread.of(density), null, null, null, 0, "own figure", null, null, null, null);
    }

    /** The median density in g/cm3. */
    public double density() {
        return densityGramsPerCm3.median();
    }

    /** The same material at another price. */
    public Material withPrice(@Nullable MaterialPrice newPrice) {
        return new Material(
                name,
                densityGramsPerCm3,
                nozzleCelsius,
                bedCelsius,
                emptySpoolGrams,
                products,
                source,
                newPrice,
                maxFlowMm3PerSecond,
                printWatts,
                note);
    }

    /**
     * The same material at the shop's own price.
     *
     * @param perKilogram a decimal number such as {@code "24.99"}
     * @param currencyCode the ISO 4217 code such as {@code "EUR"}
     * @param date when the price was read
     * @throws IllegalArgumentException if the price or the code cannot be read
     */
    public Material withPrice(String perKilogram, String currencyCode, LocalDate date) {
        return withPrice(MaterialPrice.perKilogram(perKilogram, currencyCode, date));
    }

    /**
     * The same material with another highest flow, for a hotend that melts more or less than the usual one.
     *
     * @param mm3PerSecond in mm3/s, or null where it is not known
     */
    public Material withMaxFlow(@Nullable Double mm3PerSecond) {
        return new Material(
                name,
                densityGramsPerCm3,
                nozzleCelsius,
                bedCelsius,
                emptySpoolGrams,
                products,
                source,
                price,
                mm3PerSecond,
                printWatts,
                note);
    }

    private static void checkSpread(String name, String what, @Nullable Spread spread, double low, double high) {
        if (spread != null) {
            check(name, what, spread.p10(), low, high);
            check(name, what, spread.median(), low, high);
            check(name, what, spread.p90(), low, high);
        }
    }

    private static void check(String name, String what, @Nullable Double value, double low, double high) {
        if (value != null && !(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "The " + what + " of " + name + " is " + value + ", outside " + low + " to " + high);
        }
    }
}
