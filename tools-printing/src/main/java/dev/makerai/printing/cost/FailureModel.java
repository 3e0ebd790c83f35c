package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How often prints fail, and what that adds to the cost of the good ones.
 *
 * <pre>{@code
 * FailureModel.rate("0.10").factor(3);             // 1.111…: nine good plates pay for ten
 * FailureModel.hourly(0.0105).failureRate(10);     // 0.0997
 * }</pre>
 */
public sealed interface FailureModel {
    /**
     * The same share of all plates fails, at the end of the print.
     *
     * @param rate from 0 to below 1; {@code "0.10"} is 10 %
     * @throws IllegalArgumentException if it is no such number
     */
    static FailureModel rate(String rate) {
        return new Fixed(Bounds.decimal("a failure rate", rate));
    }

    /**
     * Every hour has the same risk, and half of a failed plate is lost on average.
     *
     * @param failuresPerHour such as 0.0105, at which 10 % of ten-hour plates fail
     */
    static FailureModel hourly(double failuresPerHour) {
        return new Hourly(failuresPerHour, new BigDecimal("0.5"));
    }

    /**
     * The share of plates that fail, from 0 to below 1.
     *
     * @param plateHours how long the plate prints
     */
    BigDecimal failureRate(double plateHours);

    /**
     * What the cost of a plate is multiplied by to get the cost of a good one; at least 1.
     *
     * @param plateHours how long the plate prints
     */
    BigDecimal factor(double plateHours);

    /**
     * The whole of a failed plate is lost: factor = 1 / (1 - rate).
     *
     * @param rate the share of plates that fail, from 0 to below 1
     */
    record Fixed(BigDecimal rate) implements FailureModel {
        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException if it is outside 0 to below 1
         */
        public Fixed {
            Bounds.belowOne("a failure rate", rate);
        }

        @Override
        public BigDecimal failureRate(double plateHours) {
            return rate;
        }

        @Override
        public BigDecimal factor(double plateHours) {
            return BigDecimal.ONE.divide(BigDecimal.ONE.subtract(rate), MathContext.DECIMAL128);
        }
    }

    /**
     * Long plates fail more often, and only part of a failed plate is lost: with f = 1 - exp(-perHour x hours),
     * factor = 1 + f / (1 - f) x lostShare.
     *
     * @param perHour failures in an hour of printing, from 0 to 1
     * @param lostShare how much of a failed plate is lost on average, from 0 to 1; half is the fair guess, since a
     *     plate fails at any time
     */
    record Hourly(double perHour, BigDecimal lostShare) implements FailureModel {
        /** Beyond this the plate has next to no chance, and a price made from it would be nonsense. */
        private static final double HIGHEST_RATE = 0.999;

        /**
         * Checks the figures.
         *
         * @throws IllegalArgumentException if one is outside 0 to 1
         */
        public Hourly {
            perHour = Bounds.quantity("failures per hour", perHour, 1);
            Bounds.rate("the lost share of a failed plate", lostShare, 0, 1);
        }

        /**
         * {@inheritDoc}
         *
         * @throws IllegalArgumentException if more than 99.9 % of such plates would fail
         */
        @Override
        public BigDecimal failureRate(double plateHours) {
            double rate = -Math.expm1(-perHour * Bounds.quantity("hours of a plate", plateHours, Bounds.PLATE_HOURS));
            if (rate > HIGHEST_RATE) {
                throw new IllegalArgumentException("At " + perHour + " failures per hour, a plate of " + plateHours
                        + " hours almost never succeeds: put fewer pieces on it, split the part, or lower the rate");
            }
            return BigDecimal.valueOf(rate);
        }

        @Override
        public BigDecimal factor(double plateHours) {
            BigDecimal failing = failureRate(plateHours);
            BigDecimal failuresPerGoodPlate = failing.divide(BigDecimal.ONE.subtract(failing), MathContext.DECIMAL128);
            return BigDecimal.ONE.add(failuresPerGoodPlate.multiply(lostShare, MathContext.DECIMAL128));
        }
    }
}
