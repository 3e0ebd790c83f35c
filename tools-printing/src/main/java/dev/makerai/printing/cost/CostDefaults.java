package dev.makerai.printing.cost;

import java.util.Currency;
import java.util.Map;

/**
 * The figures that a model starts with, as of November 2026. Those marked as judgement are ours: there is no source to
 * quote, so a shop should put its own in their place first.
 */
final class CostDefaults {
    /** Household prices of a kilowatt-hour in the euro area, the United States and the United Kingdom. */
    private static final Map<String, String> TARIFFS = Map.of("EUR", "0.25", "USD", "0.12", "GBP", "0.34");

    /** Spool ends, test lines and threads: 3 to 5 % is usual. Judgement within that. */
    private static final String WASTE = "0.04";

    /** A good mid-range printer. Judgement: life, service and heat-up follow {@link Machine#ofPrice}. */
    private static final String PRINTER = "600";

    /** The middle of 20 to 25 an hour. Judgement. */
    private static final String WAGE = "22.50";

    /** Sellers allow for 10 to 20 %; a good farm sees 5 %, hard materials 20 %. */
    private static final String FAILURE = "0.10";

    /** One unit of money per job, as sellers' sheets have it. */
    private static final String CONSUMABLES = "1";

    /** The middle of 1 to 2. Judgement. */
    private static final String PACKAGING = "1.50";

    /** The low end of 50 to 80 % for business clients: work and failures are already counted here. */
    private static final String MARKUP = "0.50";

    /** The middle of 10 to 15. Judgement. */
    private static final String MINIMUM_ORDER = "12.50";

    private CostDefaults() {}

    static CostModel model(Currency currency) {
        String code = currency.getCurrencyCode();
        String tariff = TARIFFS.get(code);
        if (tariff == null) {
            throw new IllegalArgumentException("There are no usual figures in " + code
                    + ", only in EUR, USD and GBP: use CostModel.builder with your own");
        }
        return CostModel.builder(currency)
                .wasteRate(WASTE)
                .tariffPerKwh(Money.of(tariff, code))
                .machine(Machine.ofPrice(Money.of(PRINTER, code)))
                .labour(Labour.atWage(Money.of(WAGE, code)))
                .failure(FailureModel.rate(FAILURE))
                .consumablesPerModel(Money.of(CONSUMABLES, code))
                .packagingPerOrder(Money.of(PACKAGING, code))
                .pricePolicy(PricePolicy.builder(currency)
                        .pricing(Pricing.markup(MARKUP))
                        // Judgement: 5, 10 and 15 % off are common steps.
                        .quantityBreaks(
                                QuantityBreak.from(10, "0.05"),
                                QuantityBreak.from(25, "0.10"),
                                QuantityBreak.from(50, "0.15"))
                        .minimumPerOrder(Money.of(MINIMUM_ORDER, code))
                        .build())
                .build();
    }
}
