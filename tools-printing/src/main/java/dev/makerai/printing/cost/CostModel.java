package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What it costs a shop to print, and what it charges for that. Immutable and thread-safe.
 *
 * <pre>{@code
 * CostModel shop = CostModel.defaults();
 * PrintJob job = PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0);   // grams, hours
 * shop.cost(job).total();    // what the shop spends
 * shop.price(job).total();   // what the client pays
 * }</pre>
 *
 * <p>The cost of q pieces, b of them on a plate:
 *
 * <pre>
 * run   = sum over the plates of (material + electricity + machine + plate labour) x failure factor of that plate
 * cost  = (run + finishing and packing + spool changes + order labour + setup + programming + design
 *          + consumables + hardware + packaging) x (1 + overhead)
 * </pre>
 *
 * <p>The last plate may be partly filled: it has its own hours and so its own risk. {@link PricePolicy} makes the
 * price. No order of more pieces of a model is cheaper in total than one of fewer: where a quantity break would make it
 * so, the smaller order is charged what the break's quantity costs. The price of one piece does not rise with the
 * quantity as long as plates are full; a further plate for a single piece does raise it.
 */
public final class CostModel {
    private final Currency currency;
    private final BigDecimal wasteRate;
    private final Money tariffPerKwh;
    private final Machine machine;
    private final Labour labour;
    private final FailureModel failure;
    private final Money setupPerOrder;
    private final Money programmingPerModel;
    private final Money consumablesPerModel;
    private final Money packagingPerOrder;
    private final BigDecimal overheadRate;
    private final PricePolicy pricePolicy;

    private CostModel(Builder builder) {
        currency = builder.currency;
        wasteRate = builder.wasteRate;
        tariffPerKwh = amount("the tariff per kWh", builder.tariffPerKwh);
        machine = builder.machine;
        labour = builder.labour;
        failure = builder.failure;
        setupPerOrder = amount("setup per order", builder.setupPerOrder);
        programmingPerModel = amount("programming per model", builder.programmingPerModel);
        consumablesPerModel = amount("consumables per model", builder.consumablesPerModel);
        packagingPerOrder = amount("packaging per order", builder.packagingPerOrder);
        overheadRate = builder.overheadRate;
        pricePolicy = builder.pricePolicy;
        Bounds.sameCurrency("the printer's price", machine.price(), currency);
        Bounds.sameCurrency("the hourly wage", labour.hourlyWage(), currency);
        Bounds.sameCurrency("the minimum per order", pricePolicy.minimumPerOrder(), currency);
    }

    /** The usual figures in euro; the same as {@link #defaults(Currency)} of EUR. */
    public static CostModel defaults() {
        return defaults(Currency.getInstance("EUR"));
    }

    /**
     * The usual figures of a small shop, as of November 2026. The figures of money are the same in each currency but
     * for the tariff.
     *
     * <ul>
     *   <li>Electricity 0.25 EUR, 0.12 USD or 0.34 GBP per kWh: household prices.
     *   <li>Printing power: the material's own figure, else 190 W, which was measured on a large bed.
     *   <li>Waste 4 %: 3 to 5 % is usual. Failed prints 10 %: sellers allow for 10 to 20 %.
     *   <li>Printer {@link Machine#ofPrice} 600, so 0.132 an hour; the price is our judgement.
     *   <li>Work {@link Labour#atWage} 22.50, the middle of 20 to 25 an hour; the minutes are our judgement.
     *   <li>Consumables 1 for a model, as in sellers' sheets; packaging 1.50 for an order, the middle of 1 to 2.
     *   <li>Markup 50 %: the low end of 50 to 80 % for business clients, since work and failures are already counted.
     *   <li>5, 10 and 15 % off the printing from 10, 25 and 50 pieces; 12.50 for the smallest order: our judgement.
     *   <li>No setup, programming, overhead, nozzle wear, space, channel fee or tax: these have no usual figure.
     * </ul>
     *
     * @param currency EUR, USD or GBP: for others no tariff is known, so build a model of your own figures
     * @throws IllegalArgumentException if it is another currency
     */
    public static CostModel defaults(Currency currency) {
        return CostDefaults.model(currency);
    }

    /**
     * A model in which nothing costs anything but the filament: everything else is set by the caller.
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
        builder.wasteRate = wasteRate;
        builder.tariffPerKwh = tariffPerKwh;
        builder.machine = machine;
        builder.labour = labour;
        builder.failure = failure;
        builder.setupPerOrder = setupPerOrder;
        builder.programmingPerModel = programmingPerModel;
        builder.consumablesPerModel = consumablesPerModel;
        builder.packagingPerOrder = packagingPerOrder;
        builder.overheadRate = overheadRate;
        builder.pricePolicy = pricePolicy;
        return builder;
    }

    /**
     * What a job on its own costs the shop.
     *
     * @throws UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if an amount is in another currency
     */
    public CostBreakdown cost(PrintJob job) {
        return cost(PrintOrder.of(job));
    }

    /**
     * What an order costs the shop: for its own eyes.
     *
     * @throws UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if an amount is in another currency
     */
    public CostBreakdown cost(PrintOrder order) {
        return new OrderCost(this, order).breakdown();
    }

    /**
     * What a client pays for a job on its own.
     *
     * @throws UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if an amount is in another currency
     */
    public PrintPrice price(PrintJob job) {
        return price(PrintOrder.of(job));
    }

    /**
     * What a client pays for an order, in lines that the client may see.
     *
     * @throws UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if an amount is in another currency
     */
    public PrintPrice price(PrintOrder order) {
        return new OrderPrice(this, order).price();
    }

    /**
     * How the price of an order comes about, for the shop's own eyes: every cost, the profit and each step to the price.
     * The total is that of {@link #price(PrintOrder)}.
     *
     * @throws UnpricedMaterialException if a material has no price
     * @throws IllegalArgumentException if an amount is in another currency
     */
    public CostBreakdown priceBreakdown(PrintOrder order) {
        return new OrderPrice(this, order).breakdown();
    }

    /** The currency of all amounts. */
    public Currency currency() {
        return currency;
    }

    /** How much filament is lost besides, as a share of what is printed. */
    public BigDecimal wasteRate() {
        return wasteRate;
    }

    /** What a kilowatt-hour costs. */
    public Money tariffPerKwh() {
        return tariffPerKwh;
    }

    /** The printer. */
    public Machine machine() {
        return machine;
    }

    /** The work of people. */
    public Labour labour() {
        return labour;
    }

    /** How often prints fail, unless a job says otherwise. */
    public FailureModel failure() {
        return failure;
    }

    /** What an order costs once, apart from work by the minute. */
    public Money setupPerOrder() {
        return setupPerOrder;
    }

    /** What a model costs once, however many pieces of it. */
    public Money programmingPerModel() {
        return programmingPerModel;
    }

    /** Glue, cleaner and the like for the pieces of one model. */
    public Money consumablesPerModel() {
        return consumablesPerModel;
    }

    /** Boxes and padding of an order. */
    public Money packagingPerOrder() {
        return packagingPerOrder;
    }

    /** What the shop costs apart from its orders, as a share of their cost. */
    public BigDecimal overheadRate() {
        return overheadRate;
    }

    /** How the price is made. */
    public PricePolicy pricePolicy() {
        return pricePolicy;
    }

    private Money amount(String what, Money money) {
        Bounds.sameCurrency(what, money, currency);
        return Bounds.notNegative(what, money);
    }

    /** Settings of a model; not thread-safe. */
    public static final class Builder {
        private final Currency currency;
        private BigDecimal wasteRate = BigDecimal.ZERO;
        private Money tariffPerKwh;
        private Machine machine;
        private Labour labour;
        private FailureModel failure = FailureModel.rate("0");
        private Money setupPerOrder;
        private Money programmingPerModel;
        private Money consumablesPerModel;
        private Money packagingPerOrder;
        private BigDecimal overheadRate = BigDecimal.ZERO;
        private PricePolicy pricePolicy;

        private Builder(Currency currency) {
            Money zero = Money.zero(currency);
            this.currency = currency;
            tariffPerKwh = zero;
            machine = Machine.free(currency);
            labour = Labour.none(currency);
            setupPerOrder = zero;
            programmingPerModel = zero;
            consumablesPerModel = zero;
            packagingPerOrder = zero;
            pricePolicy = PricePolicy.builder(currency).build();
        }

        /**
         * How much filament is lost besides: ends of spools, test lines, threads.
         *
         * @param rate from 0 to 10; {@code "0.04"} is 4 % of what is printed
         */
        public Builder wasteRate(String rate) {
            wasteRate = Bounds.rate("a waste rate", Bounds.decimal("a waste rate", rate), 0, 10);
            return this;
        }

        /** What a kilowatt-hour costs; zero leaves the electricity out. */
        public Builder tariffPerKwh(Money amount) {
            tariffPerKwh = amount;
            return this;
        }

        /** The printer. */
        public Builder machine(Machine newMachine) {
            machine = newMachine;
            return this;
        }

        /** The work of people. */
        public Builder labour(Labour newLabour) {
            labour = newLabour;
            return this;
        }

        /** How often prints fail, unless a job says otherwise. */
        public Builder failure(FailureModel newFailure) {
            failure = newFailure;
            return this;
        }

        /** What an order costs once, apart from work by the minute. */
        public Builder setupPerOrder(Money amount) {
            setupPerOrder = amount;
            return this;
        }

        /** What a model costs once, however many pieces of it. */
        public Builder programmingPerModel(Money amount) {
            programmingPerModel = amount;
            return this;
        }

        /** Glue, cleaner and the like for the pieces of one model. */
        public Builder consumablesPerModel(Money amount) {
            consumablesPerModel = amount;
            return this;
        }

        /** Boxes and padding of an order. */
        public Builder packagingPerOrder(Money amount) {
            packagingPerOrder = amount;
            return this;
        }

        /**
         * What the shop costs apart from its orders.
         *
         * @param rate from 0 to 10; {@code "0.10"} adds 10 % to the cost
         */
        public Builder overheadRate(String rate) {
            overheadRate = Bounds.rate("an overhead rate", Bounds.decimal("an overhead rate", rate), 0, 10);
            return this;
        }

        /** How the price is made. */
        public Builder pricePolicy(PricePolicy newPolicy) {
            pricePolicy = newPolicy;
            return this;
        }

        /**
         * The model.
         *
         * @throws IllegalArgumentException if an amount is below zero or in another currency
         */
        public CostModel build() {
            return new CostModel(this);
        }
    }
}
