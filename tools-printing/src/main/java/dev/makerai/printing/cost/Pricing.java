package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a shop earns on top of its costs. Margin and markup are easily mixed up, so they are different types: a margin
 * of 0.30 keeps 30 % of the price, a markup of 0.30 adds 30 % to the cost, which keeps 23 % of the price.
 *
 * <pre>{@code
 * Pricing.margin("0.30");   // cost 7.00 -> price 10.00
 * Pricing.markup("0.30");   // cost 7.00 -> price 9.10
 * }</pre>
 */
public sealed interface Pricing {
    /**
     * A share of the price.
     *
     * @param rate from 0 to below 1; {@code "0.30"} is 30 %
     * @throws IllegalArgumentException if it is no such number
     */
    static Margin margin(String rate) {
        return new Margin(Bounds.decimal("a margin", rate));
    }

    /**
     * A share of the cost.
     *
     * @param rate from 0 to 1 000 000; {@code "0.30"} is 30 %
     * @throws IllegalArgumentException if it is no such number
     */
    static Markup markup(String rate) {
        return new Markup(Bounds.decimal("a markup", rate));
    }

    /** What the cost is multiplied by to come to the price, exact to 34 digits; at least 1. */
    BigDecimal factor();

    /**
     * Price = cost / (1 - rate).
     *
     * @param rate the share of the price that is earned, from 0 to below 1
     */
    record Margin(BigDecimal rate) implements Pricing {
        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException if it is outside 0 to below 1
         */
        public Margin {
            Bounds.belowOne("a margin", rate);
        }

        @Override
        public BigDecimal factor() {
            return BigDecimal.ONE.divide(BigDecimal.ONE.subtract(rate), MathContext.DECIMAL128);
        }

        /** The markup that comes to the same price: rate / (1 - rate). */
        public Markup toMarkup() {
            return new Markup(rate.divide(BigDecimal.ONE.subtract(rate), Bounds.MOST_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    /**
     * Price = cost x (1 + rate).
     *
     * @param rate the share of the cost that is earned, from 0 to 1 000 000
     */
    record Markup(BigDecimal rate) implements Pricing {
        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException if it is outside 0 to 1 000 000
         */
        public Markup {
            Bounds.rate("a markup", rate, 0, 1_000_000);
        }

        @Override
        public BigDecimal factor() {
            return BigDecimal.ONE.add(rate);
        }

        /** The margin that comes to the same price: rate / (1 + rate). */
        public Margin toMargin() {
            return new Margin(rate.divide(BigDecimal.ONE.add(rate), Bounds.MOST_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }
}
