package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * How shown amounts are rounded. Nothing is rounded before it is shown.
 *
 * <pre>{@code
 * Rounding.of(Currency.getInstance("JPY"));                          // whole yen
 * Rounding.of(Currency.getInstance("CHF")).withTotalTo("0.05");      // lines to 0.01, what is paid in cash to 0.05
 * }</pre>
 *
 * @param increment what every shown line is a multiple of, such as 0.01
 * @param totalIncrement what the price to pay is a multiple of, itself a multiple of {@code increment}
 * @param mode which way to go; {@link RoundingMode#HALF_UP} unless the user says otherwise
 */
public record Rounding(BigDecimal increment, BigDecimal totalIncrement, RoundingMode mode) {
    private static final BigDecimal SMALLEST = new BigDecimal("1e-9");
    private static final BigDecimal LARGEST = new BigDecimal("1e6");

    /**
     * Checks the increments.
     *
     * @throws IllegalArgumentException if an increment is outside 10^-9 to 10^6, the total's is no multiple of the
     *     lines', or the mode is {@link RoundingMode#UNNECESSARY}
     */
    public Rounding {
        check(increment);
        check(totalIncrement);
        if (totalIncrement.remainder(increment).signum() != 0) {
            throw new IllegalArgumentException("A total rounded to " + totalIncrement
                    + " cannot be the sum of lines rounded to " + increment + ": make one a multiple of the other");
        }
        if (mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("UNNECESSARY does not round: choose another mode, such as HALF_UP");
        }
    }

    /**
     * Rounds half up to the currency's smallest unit: 2 decimals for most, none for JPY, 3 for KWD.
     *
     * @throws IllegalArgumentException if the currency has no such unit, as gold has none
     */
    public static Rounding of(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(
                    currency + " has no smallest unit to round to: count in another currency");
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        return new Rounding(unit, unit, RoundingMode.HALF_UP);
    }

    /**
     * Rounds half up to multiples of this increment.
     *
     * @param increment such as {@code "0.0001"} to see small costs
     */
    public static Rounding to(String increment) {
        BigDecimal unit = Bounds.decimal("an increment", increment);
        return new Rounding(unit, unit, RoundingMode.HALF_UP);
    }

    /**
     * The same, with the price to pay rounded more coarsely; the difference becomes a line of its own.
     *
     * @param coarser such as {@code "0.05"} for Swiss cash
     */
    public Rounding withTotalTo(String coarser) {
        return new Rounding(increment, Bounds.decimal("an increment", coarser), mode);
    }

    /** The same in another mode. */
    public Rounding withMode(RoundingMode newMode) {
        return new Rounding(increment, totalIncrement, newMode);
    }

    /** A shown line's amount. */
    BigDecimal line(BigDecimal exact) {
        return Apportionment.units(exact, increment, mode).multiply(increment);
    }

    /** The amount to pay. */
    BigDecimal total(BigDecimal exact) {
        return Apportionment.units(exact, totalIncrement, mode).multiply(totalIncrement);
    }

    private static void check(BigDecimal increment) {
        if (increment.compareTo(SMALLEST) < 0 || increment.compareTo(LARGEST) > 0 || Bounds.isTooFine(increment)) {
            throw new IllegalArgumentException(
                    "An increment lies from 10^-9 to 10^6, unlike " + Bounds.shown(increment));
        }
    }
}
