package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * How a shop makes a price out of its cost. Immutable.
 *
 * <pre>{@code
 * PricePolicy.builder(euro)
 *         .pricing(Pricing.margin("0.35"))
 *         .minimumPerOrder(Money.of("15", "EUR"))
 *         .taxRate("0.19")
 *         .build();
 * }</pre>
 *
 * <p>The steps, in their order: pricing, quantity break, rush, minimum, discount, shipping, channel fee, tax, rounding.
 */
public final class PricePolicy {
    private final Currency currency;
    private final Pricing pricing;
    private final List<QuantityBreak> quantityBreaks;
    private final Money minimumPerPiece;
    private final Money minimumPerOrder;
    private final BigDecimal channelFeeRate;
    private final Money channelFeePerOrder;
    private final BigDecimal taxRate;
    private final Rounding rounding;

    private PricePolicy(Builder builder) {
        currency = builder.currency;
        pricing = builder.pricing;
        quantityBreaks = builder.quantityBreaks;
        minimumPerPiece = amount("the minimum per piece", builder.minimumPerPiece);
        minimumPerOrder = amount("the minimum per order", builder.minimumPerOrder);
        channelFeeRate = builder.channelFeeRate;
        channelFeePerOrder = amount("the channel fee per order", builder.channelFeePerOrder);
        taxRate = builder.taxRate;
        rounding = builder.rounding;
    }

    /**
     * A policy that charges what it costs: no profit, no breaks, no minimum, no fee, no tax, rounded to the currency's
     * smallest unit.
     *
     * @param currency the currency of all amounts
     * @throws IllegalArgumentException if the currency has no smallest unit
     */
    public static Builder builder(Currency currency) {
        return new Builder(currency);
    }

    /** A builder that starts with these settings. */
    public Builder toBuilder() {
        Builder builder = new Builder(currency);
        builder.pricing = pricing;
        builder.quantityBreaks = quantityBreaks;
        builder.minimumPerPiece = minimumPerPiece;
        builder.minimumPerOrder = minimumPerOrder;
        builder.channelFeeRate = channelFeeRate;
        builder.channelFeePerOrder = channelFeePerOrder;
        builder.taxRate = taxRate;
        builder.rounding = rounding;
        return builder;
    }

    /** The currency of all amounts. */
    public Currency currency() {
        return currency;
    }

    /** Margin or markup. */
    public Pricing pricing() {
        return pricing;
    }

    /** What larger quantities take off, smallest quantity first. */
    public List<QuantityBreak> quantityBreaks() {
        return quantityBreaks;
    }

    /** The least that a piece is sold for. */
    public Money minimumPerPiece() {
        return minimumPerPiece;
    }

    /** The least that an order is taken for. */
    public Money minimumPerOrder() {
        return minimumPerOrder;
    }

    /** The share of the price that the market place keeps. */
    public BigDecimal channelFeeRate() {
        return channelFeeRate;
    }

    /** What the market place keeps of every order besides. */
    public Money channelFeePerOrder() {
        return channelFeePerOrder;
    }

    /** The tax on the net price; 0.19 is 19 %. */
    public BigDecimal taxRate() {
        return taxRate;
    }

    /** How shown amounts are rounded. */
    public Rounding rounding() {
        return rounding;
    }

    private Money amount(String what, Money money) {
        Bounds.sameCurrency(what, money, currency);
        return Bounds.notNegative(what, money);
    }

    /** Settings of a policy; not thread-safe. */
    public static final class Builder {
        private final Currency currency;
        private Pricing pricing = Pricing.markup("0");
        private List<QuantityBreak> quantityBreaks = List.of();
        private Money minimumPerPiece;
        private Money minimumPerOrder;
        private BigDecimal channelFeeRate = BigDecimal.ZERO;
        private Money channelFeePerOrder;
        private BigDecimal taxRate = BigDecimal.ZERO;
        private Rounding rounding;

        private Builder(Currency currency) {
            this.currency = currency;
            minimumPerPiece = Money.zero(currency);
            minimumPerOrder = Money.zero(currency);
            channelFeePerOrder = Money.zero(currency);
            rounding = Rounding.of(currency);
        }

        /** What the shop earns: {@link Pricing#margin} or {@link Pricing#markup}. */
        public Builder pricing(Pricing newPricing) {
            pricing = newPricing;
            return this;
        }

        /**
         * What larger quantities take off; the breaks that were set before are forgotten.
         *
         * @throws IllegalArgumentException if two start at the same quantity, or a larger quantity takes off less
         */
        public Builder quantityBreaks(QuantityBreak... breaks) {
            List<QuantityBreak> sorted = List.of(breaks).stream()
                    .sorted(Comparator.comparingInt(QuantityBreak::quantity))
                    .toList();
            for (int i = 1; i < sorted.size(); i++) {
                QuantityBreak smaller = sorted.get(i - 1);
                QuantityBreak larger = sorted.get(i);
                boolean rising =
                        smaller.quantity() < larger.quantity() && smaller.rate().compareTo(larger.rate()) <= 0;
                if (!rising) {
                    throw new IllegalArgumentException("A quantity break from " + larger.quantity()
                            + " pieces has to take off at least as much as the one from " + smaller.quantity());
                }
            }
            quantityBreaks = sorted;
            return this;
        }

        /** The least that a piece is sold for. */
        public Builder minimumPerPiece(Money amount) {
            minimumPerPiece = amount;
            return this;
        }

        /** The least that an order is taken for. */
        public Builder minimumPerOrder(Money amount) {
            minimumPerOrder = amount;
            return this;
        }

        /**
         * What the market place keeps: the price is raised until this is left over.
         *
         * @param rate share of the price, from 0 to below 1; {@code "0.065"} is 6.5 %
         * @param perOrder a fixed amount of every order besides
         */
        public Builder channelFee(String rate, Money perOrder) {
            channelFeeRate = Bounds.belowOne("a channel fee", Bounds.decimal("a channel fee", rate));
            channelFeePerOrder = perOrder;
            return this;
        }

        /**
         * The tax that is added to the net price.
         *
         * @param rate from 0 to 10; {@code "0.19"} is 19 %
         */
        public Builder taxRate(String rate) {
            taxRate = Bounds.rate("a tax rate", Bounds.decimal("a tax rate", rate), 0, 10);
            return this;
        }

        /** How shown amounts are rounded. */
        public Builder rounding(Rounding newRounding) {
            rounding = newRounding;
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException if an amount is below zero or in another currency
         */
        public PricePolicy build() {
            return new PricePolicy(this);
        }
    }
}
