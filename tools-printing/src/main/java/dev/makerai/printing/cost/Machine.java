package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a printer costs while it prints. All amounts are in one currency.
 *
 * @param price what the printer was bought for
 * @param residual what it is worth at the end of its life, at most the price
 * @param lifeHours how many hours it prints in its life, at least 1
 * @param maintenancePerHour service and wear parts
 * @param nozzleWearPerHour extra wear by an abrasive material
 * @param spacePerHour rent and other costs that run with the hours
 * @param heatUpWattHours energy to heat bed and nozzle before a plate, in Wh
 * @param printWatts mean power while printing, in W, as measured on this printer; null to take the material's typical
 *     figure, or 190 W where it has none
 */
public record Machine(
        Money price,
        Money residual,
        double lifeHours,
        Money maintenancePerHour,
        Money nozzleWearPerHour,
        Money spacePerHour,
        double heatUpWattHours,
        @Nullable Double printWatts) {
    private static final double MOST_LIFE_HOURS = 1e6;
    private static final double MOST_WATTS = 100_000;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if an amount is below zero or in another currency than the price, the printer
     *     is worth more at the end than at the start, it lives less than an hour, or a figure is not finite or absurd
     */
    public Machine {
        Bounds.notNegative("the printer's price", price);
        Bounds.notNegative("the printer's residual value", residual);
        Bounds.notNegative("maintenance per hour", maintenancePerHour);
        Bounds.notNegative("nozzle wear per hour", nozzleWearPerHour);
        Bounds.notNegative("space per hour", spacePerHour);
        Bounds.sameCurrency("the printer's residual value", residual, price.currency());
        Bounds.sameCurrency("maintenance per hour", maintenancePerHour, price.currency());
        Bounds.sameCurrency("nozzle wear per hour", nozzleWearPerHour, price.currency());
        Bounds.sameCurrency("space per hour", spacePerHour, price.currency());
        if (residual.compareTo(price) > 0) {
            throw new IllegalArgumentException(
                    "The printer's residual value " + residual + " is above its price " + price);
        }
        if (!(lifeHours >= 1 && lifeHours <= MOST_LIFE_HOURS)) {
            throw new IllegalArgumentException("The printer's life lies from 1 to 1000000 hours, not " + lifeHours);
        }
        heatUpWattHours = Bounds.quantity("the energy to heat up in Wh", heatUpWattHours, MOST_WATTS);
        if (printWatts != null) {
            printWatts = Bounds.quantity("the printing power in W", printWatts, MOST_WATTS);
        }
    }

    /** A printer that costs nothing, not even energy. */
    public static Machine free(Currency currency) {
        Money zero = Money.zero(currency);
        return new Machine(zero, zero, 1, zero, zero, zero, 0, 0.0);
    }

    /**
     * A printer of this price with the usual figures: worth nothing after 5000 hours, a tenth of the price for service
     * in that time, 25 Wh to heat up.
     *
     * @param price what the printer was bought for
     */
    public static Machine ofPrice(Money price) {
        // Owners report 5000 hours and 10 % of the price for service. 25 Wh: 250 to 320 W for about five minutes.
        Money zero = Money.zero(price.currency());
        Money service = new Money(price.amount().divide(new BigDecimal(50_000)), price.currency());
        return new Machine(price, zero, 5000, service, zero, zero, 25, null);
    }

    /** The same with this power measured while printing, in W. */
    public Machine withPrintWatts(double watts) {
        return new Machine(
                price,
                residual,
                lifeHours,
                maintenancePerHour,
                nozzleWearPerHour,
                spacePerHour,
                heatUpWattHours,
                watts);
    }

    /** What an hour of printing costs, exact to 34 digits, energy not included. */
    BigDecimal hourlyRate(boolean abrasive) {
        BigDecimal rate = price.minus(residual)
                .amount()
                .divide(BigDecimal.valueOf(lifeHours), MathContext.DECIMAL128)
                .add(maintenancePerHour.amount())
                .add(spacePerHour.amount());
        return abrasive ? rate.add(nozzleWearPerHour.amount()) : rate;
    }
}
