package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;

/**
 * What people do for an order, in minutes, and what an hour of theirs costs.
 *
 * @param hourlyWage what an hour of work costs the shop
 * @param orderMinutes to check the files, slice and queue an order
 * @param plateMinutes to start a plate, take it off and clean the bed; done again when a plate fails
 * @param spoolMinutes to change to a filament, once for each that a job uses
 * @param finishingMinutes to take off supports and clean up one piece
 * @param packingMinutes to check and pack one piece
 */
public record Labour(
        Money hourlyWage,
        double orderMinutes,
        double plateMinutes,
        double spoolMinutes,
        double finishingMinutes,
        double packingMinutes) {
    private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if the wage is below zero or minutes lie outside 0 to 1 000 000
     */
    public Labour {
        Bounds.notNegative("the hourly wage", hourlyWage);
        orderMinutes = Bounds.quantity("minutes per order", orderMinutes, Bounds.MINUTES);
        plateMinutes = Bounds.quantity("minutes per plate", plateMinutes, Bounds.MINUTES);
        spoolMinutes = Bounds.quantity("minutes per spool", spoolMinutes, Bounds.MINUTES);
        finishingMinutes = Bounds.quantity("finishing minutes per piece", finishingMinutes, Bounds.MINUTES);
        packingMinutes = Bounds.quantity("packing minutes per piece", packingMinutes, Bounds.MINUTES);
    }

    /** Work that is not counted, as a hobby. */
    public static Labour none(Currency currency) {
        return new Labour(Money.zero(currency), 0, 0, 0, 0, 0);
    }

    /**
     * Work at this wage with few and practised movements: 5 minutes for an order, 3 for a plate, 2 each for a spool,
     * for finishing and for packing a piece. These minutes are our judgement: measure your own.
     *
     * @param hourlyWage what an hour of work costs the shop
     */
    public static Labour atWage(Money hourlyWage) {
        return new Labour(hourlyWage, 5, 3, 2, 2, 2);
    }

    /** The same at another wage. */
    public Labour withHourlyWage(Money wage) {
        return new Labour(wage, orderMinutes, plateMinutes, spoolMinutes, finishingMinutes, packingMinutes);
    }

    /** What so many minutes cost, exact to 34 digits. */
    BigDecimal cost(BigDecimal minutes) {
        return hourlyWage.amount().multiply(minutes).divide(MINUTES_PER_HOUR, MathContext.DECIMAL128);
    }
}
