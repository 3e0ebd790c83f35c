package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What has to hold for every model, whatever its figures are. */
class CostPropertiesTest {
    private static final int ROUNDS = 400;

    @Test
    void theLinesAddUpToTheTotalInEveryCurrency() {
        for (Currency currency : RandomModels.currencies()) {
            for (int seed = 0; seed < 6; seed++) {
                RandomModels random = new RandomModels(seed * 1000L + currency.getNumericCode());
                CostModel model = random.model(currency).build();
                PrintOrder order = random.order(currency);
                String context = currency + " " + seed;

                PrintPrice price = model.price(order);
                CostBreakdown breakdown = model.priceBreakdown(order);
                CostBreakdown cost = model.cost(order);
                assertEquals(price.total(), sum(price.lines(), currency), context);
                assertEquals(price.total(), breakdown.total(), context);
                assertEquals(breakdown.total(), sum(breakdown.lines(), currency), context);
                assertEquals(cost.total(), sum(cost.lines(), currency), context);
                assertMultiple(model.pricePolicy().rounding().increment(), price.lines(), context);
                assertMultiple(model.pricePolicy().rounding().increment(), breakdown.lines(), context);
                assertEquals(
                        0,
                        price.total()
                                .amount()
                                .remainder(model.pricePolicy().rounding().totalIncrement())
                                .signum(),
                        context);
            }
        }
    }

    @Test
    void thePriceDoesNotFallWhenAPieceTakesMoreFilament() {
        for (UnaryOperator<Filament> heavier : List.<UnaryOperator<Filament>>of(
                filament -> new Filament(
                        filament.material(),
                        filament.partGrams() * 1.01 + 0.1,
                        filament.supportGrams(),
                        filament.brimGrams(),
                        filament.purgeGrams(),
                        filament.abrasive()),
                filament -> filament.withSupport(filament.supportGrams() + 0.3),
                filament -> filament.withBrim(filament.brimGrams() + 0.2),
                filament -> filament.withPurge(filament.purgeGrams() + 5),
                Filament::asAbrasive)) {
            assertRises(job -> {
                List<Filament> filaments = new ArrayList<>(job.filaments());
                filaments.set(0, heavier.apply(filaments.get(0)));
                return job.withFilaments(filaments.toArray(Filament[]::new));
            });
        }
    }

    @Test
    void thePriceDoesNotFallWhenAPiecePrintsLonger() {
        assertRises(job -> new PrintJob(
                job.name(),
                job.filaments(),
                job.hours() * 1.05 + 0.01,
                job.quantity(),
                job.piecesPerPlate(),
                job.hardwarePerPiece(),
                job.design(),
                job.finishingMinutes(),
                job.failure()));
    }

    @Test
    void thePriceDoesNotFallWhenMorePiecesAreOrdered() {
        for (int seed = 0; seed < ROUNDS / 4; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintJob job = random.job(currency);
            Money before = Money.zero(currency);
            for (int quantity = 1; quantity <= 70; quantity++) {
                Money total = model.price(job.withQuantity(quantity)).total();
                assertFalse(total.compareTo(before) < 0, "seed " + seed + ", " + quantity + " pieces");
                before = total;
            }
        }
    }

    @Test
    void thePriceOfAPieceDoesNotRiseWithTheQuantityWhilePlatesAreFull() {
        for (int seed = 0; seed < ROUNDS / 4; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintJob job = random.job(currency);
            // A total is off by what its net, its tax and itself were rounded by.
            Rounding rounding = model.pricePolicy().rounding();
            BigDecimal slack =
                    rounding.totalIncrement().add(rounding.increment().multiply(new BigDecimal(3)));
            BigDecimal highest = null;
            for (int plates = 1; plates <= 40; plates++) {
                int quantity = plates * job.piecesPerPlate();
                Money total = model.price(job.withQuantity(quantity)).total();
                BigDecimal each = each(total.amount(), quantity);
                assertTrue(
                        highest == null || each.compareTo(highest) <= 0,
                        "seed " + seed + ", " + quantity + " pieces: " + each + " is above " + highest);
                highest = each.add(each(slack, quantity));
            }
        }
    }

    @Test
    void aFurtherPlateForOnePieceRaisesThePriceOfEach() {
        // The counterexample that the property above leaves out: plate work of 6.00 for each plate of 4 pieces.
        Currency euro = Currency.getInstance("EUR");
        CostModel model = CostModel.builder(euro)
                .labour(new Labour(Money.of("60", "EUR"), 0, 6, 0, 0, 0))
                .build();
        Filament nothing =
                Filament.of(new RandomModels(1).job(euro).filaments().get(0).material(), 0);
        PrintJob bare = new PrintJob("bare", List.of(nothing), 0, 4, 4, null, null, null, null);

        assertEquals(Money.of("1.50", "EUR"), model.price(bare).unitPrice());
        assertEquals(Money.of("2.40", "EUR"), model.price(bare.withQuantity(5)).unitPrice());
        assertEquals(Money.of("1.50", "EUR"), model.price(bare.withQuantity(8)).unitPrice());
    }

    @Test
    void thePriceDoesNotFallWhenPrintsFailMoreOften() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintJob job = random.job(currency);
            Money before = Money.zero(currency);
            for (String rate : List.of("0", "0.05", "0.1", "0.2", "0.5", "0.9")) {
                Money total =
                        model.price(job.withFailure(FailureModel.rate(rate))).total();
                assertFalse(total.compareTo(before) < 0, "seed " + seed + " at " + rate);
                before = total;
            }
            before = Money.zero(currency);
            for (double perHour : List.of(0.0, 0.001, 0.0105, 0.02)) {
                Money total = model.price(job.withFailure(FailureModel.hourly(perHour)))
                        .total();
                assertFalse(total.compareTo(before) < 0, "seed " + seed + " at " + perHour);
                before = total;
            }
        }
    }

    @Test
    void thePriceDoesNotFallWhenTheWageRises() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintOrder order = random.order(currency);
            Money wage = model.labour().hourlyWage().plus(new Money(new BigDecimal("0.37"), currency));
            CostModel dearer = model.toBuilder()
                    .labour(model.labour().withHourlyWage(wage))
                    .build();

            assertFalse(dearer.price(order).total().compareTo(model.price(order).total()) < 0, "seed " + seed);
        }
    }

    @Test
    void aMarginAndTheMarkupOfTheSameWorthGiveTheSamePrice() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintOrder order = random.order(currency);
            Pricing.Margin margin =
                    new Pricing.Margin(BigDecimal.valueOf(seed % 99).movePointLeft(2));

            CostModel byMargin = with(model, margin);
            CostModel byMarkup = with(model, margin.toMarkup());
            assertEquals(byMargin.price(order), byMarkup.price(order), "seed " + seed);
        }
    }

    @Test
    void thePriceIsNeverBelowTheCostWithoutDiscountOrBreak() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel any = random.model(currency).build();
            CostModel model = any.toBuilder()
                    .pricePolicy(any.pricePolicy().toBuilder()
                            .quantityBreaks()
                            .rounding(Rounding.of(currency))
                            .build())
                    .build();
            PrintOrder order = random.order(currency).withDiscount("0");

            assertFalse(model.price(order).net().compareTo(model.cost(order).total()) < 0, "seed " + seed);
        }
    }

    @Test
    void leavingOutElectricityNeverCostsMore() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintOrder order = random.order(currency);
            CostModel without =
                    model.toBuilder().tariffPerKwh(Money.zero(currency)).build();

            assertFalse(without.cost(order).total().compareTo(model.cost(order).total()) > 0, "seed " + seed);
            assertEquals(Money.zero(currency), without.cost(order).sum(LineCode.ELECTRICITY));
        }
    }

    private static void assertRises(UnaryOperator<PrintJob> change) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintJob job = random.job(currency);
            Function<PrintJob, Money> total = one -> model.price(one).total();
            PrintJob more = job;
            for (int step = 0; step < 5; step++) {
                PrintJob next = change.apply(more);
                assertFalse(total.apply(next).compareTo(total.apply(more)) < 0, "seed " + seed + ", step " + step);
                more = next;
            }
        }
    }

    private static CostModel with(CostModel model, Pricing pricing) {
        return model.toBuilder()
                .pricePolicy(model.pricePolicy().toBuilder().pricing(pricing).build())
                .build();
    }

    private static BigDecimal each(BigDecimal total, int quantity) {
        return total.divide(BigDecimal.valueOf(quantity), 12, RoundingMode.HALF_UP);
    }

    private static Money sum(List<CostLine> lines, Currency currency) {
        return lines.stream().map(CostLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    private static void assertMultiple(BigDecimal increment, List<CostLine> lines, String context) {
        for (CostLine line : lines) {
            assertEquals(0, line.amount().amount().remainder(increment).signum(), () -> context + " " + line);
        }
    }
}
