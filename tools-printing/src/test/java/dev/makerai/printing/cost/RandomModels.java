package dev.makerai.printing.cost;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.MaterialPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Cost models, jobs and orders with every part set at random, for property tests. */
final class RandomModels {
    private static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    private final Random random;

    RandomModels(long seed) {
        random = new Random(seed);
    }

    static List<Currency> currencies() {
        return CURRENCIES;
    }

    static RoundingMode mode(Random random) {
        List<RoundingMode> modes = new ArrayList<>(List.of(RoundingMode.values()));
        modes.remove(RoundingMode.UNNECESSARY);
        return modes.get(random.nextInt(modes.size()));
    }

    Currency currency() {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    CostModel.Builder model(Currency currency) {
        Money price = money(currency, 5000);
        Machine machine = new Machine(
                price,
                price.times(new BigDecimal(rate(100))),
                1 + random.nextInt(10_000),
                money(currency, 1),
                money(currency, 1),
                money(currency, 1),
                random.nextInt(200),
                random.nextBoolean() ? null : Double.valueOf(random.nextInt(400)));
        Labour labour = new Labour(money(currency, 60), minutes(), minutes(), minutes(), minutes(), minutes());
        return CostModel.builder(currency)
                .wasteRate(rate(20))
                .tariffPerKwh(money(currency, 1))
                .machine(machine)
                .labour(labour)
                .failure(failure())
                .setupPerOrder(money(currency, 20))
                .programmingPerModel(money(currency, 20))
                .consumablesPerModel(money(currency, 3))
                .packagingPerOrder(money(currency, 5))
                .overheadRate(rate(50))
                .pricePolicy(policy(currency).build());
    }

    PricePolicy.Builder policy(Currency currency) {
        Rounding rounding = Rounding.of(currency).withMode(mode(random));
        if (random.nextInt(4) == 0) {
            rounding = rounding.withTotalTo(
                    rounding.increment().multiply(new BigDecimal(5)).toPlainString());
        }
        return PricePolicy.builder(currency)
                .pricing(random.nextBoolean() ? Pricing.margin(rate(90)) : Pricing.markup(rate(200)))
                .quantityBreaks(breaks())
                .minimumPerPiece(maybe(money(currency, 10)))
                .minimumPerOrder(maybe(money(currency, 40)))
                .channelFee(random.nextBoolean() ? "0" : rate(30), maybe(money(currency, 1)))
                .taxRate(random.nextBoolean() ? "0" : rate(30))
                .rounding(rounding);
    }

    FailureModel failure() {
        return random.nextBoolean()
                ? FailureModel.rate(rate(60))
                : new FailureModel.Hourly(random.nextDouble() * 0.02, new BigDecimal(rate(100)));
    }

    PrintJob job(Currency currency) {
        List<Filament> filaments = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            filaments.add(new Filament(
                    material(currency, i),
                    random.nextDouble() * 300,
                    random.nextDouble() * 50,
                    random.nextInt(5),
                    random.nextInt(30),
                    random.nextBoolean()));
        }
        return new PrintJob(
                "part " + random.nextInt(100),
                filaments,
                random.nextDouble() * 10,
                1 + random.nextInt(60),
                1 + random.nextInt(6),
                random.nextBoolean() ? null : money(currency, 2),
                random.nextBoolean() ? null : money(currency, 100),
                random.nextBoolean() ? null : Double.valueOf(minutes()),
                random.nextInt(3) > 0 ? null : failure());
    }

    PrintOrder order(Currency currency) {
        List<PrintJob> jobs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            jobs.add(job(currency));
        }
        return new PrintOrder(
                jobs,
                random.nextBoolean() ? BigDecimal.ONE : new BigDecimal("1.25"),
                random.nextBoolean() ? BigDecimal.ZERO : new BigDecimal(rate(40)),
                random.nextBoolean() ? null : money(currency, 10));
    }

    private static Material material(Currency currency, int number) {
        BigDecimal price = new BigDecimal(20 + 13 * number).movePointLeft(number);
        return Material.of("material " + number, 1.2)
                .withPrice(new MaterialPrice(price, currency, LocalDate.of(2026, 11, 22), null));
    }

    private QuantityBreak[] breaks() {
        List<QuantityBreak> breaks = new ArrayList<>();
        int quantity = 1;
        int percent = 0;
        for (int i = 0; i < random.nextInt(4); i++) {
            quantity += 1 + random.nextInt(20);
            percent += random.nextInt(25);
            breaks.add(new QuantityBreak(quantity, new BigDecimal(percent).movePointLeft(2)));
        }
        return breaks.toArray(QuantityBreak[]::new);
    }

    private Money money(Currency currency, int highest) {
        return new Money(new BigDecimal(random.nextInt(highest * 1000)).movePointLeft(3), currency);
    }

    private Money maybe(Money money) {
        return random.nextBoolean() ? money : Money.zero(money.currency());
    }

    private String rate(int highestPercent) {
        return new BigDecimal(random.nextInt(highestPercent * 100))
                .movePointLeft(4)
                .toPlainString();
    }

    private double minutes() {
        return random.nextInt(100) / 10.0;
    }
}
