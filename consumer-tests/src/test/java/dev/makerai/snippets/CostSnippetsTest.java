package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.FailureModel;
import dev.makerai.printing.cost.LineCode;
import dev.makerai.printing.cost.Money;
import dev.makerai.printing.cost.PricePolicy;
import dev.makerai.printing.cost.Pricing;
import dev.makerai.printing.cost.PrintJob;
import dev.makerai.printing.cost.PrintOrder;
import dev.makerai.printing.cost.PrintPrice;
import dev.makerai.printing.cost.Rounding;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.printing.cost}. */
class CostSnippetsTest {
    private static final String TODAY = "2026-11-20";

    /** What a gram of material, and nothing else, is sold for. */
    private static Money price(String perKilogram, PricePolicy policy) {
        String currency = policy.currency().getCurrencyCode();
        Material material = Material.of("any", 1).withPrice(perKilogram, currency, LocalDate.parse(TODAY));
        CostModel model =
                CostModel.builder(policy.currency()).pricePolicy(policy).build();
        return model.price(PrintJob.of(material, 1, 1)).total();
    }

    @Test
    void aShopPricesAJob() {
        CostModel shop = CostModel.defaults();
        PrintJob job = PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0); // grams, hours
        shop.cost(job).total(); // what the shop spends
        shop.price(job).total(); // what the client pays

        assertEquals(42, job.filaments().get(0).partGrams());
        assertEquals(3, job.hours());
        assertTrue(shop.cost(job).total().compareTo(Money.of("0", "EUR")) > 0);
        assertTrue(shop.price(job).total().compareTo(shop.cost(job).total()) > 0);
    }

    @Test
    void aPolicyMakesThePrice() {
        Currency euro = Currency.getInstance("EUR");
        PricePolicy policy = PricePolicy.builder(euro)
                .pricing(Pricing.margin("0.35"))
                .minimumPerOrder(Money.of("15", "EUR"))
                .taxRate("0.19")
                .build();

        // 13 for the gram is 20 at that margin; 1.30 comes to 2, so the minimum holds.
        assertEquals(Money.of("23.80", "EUR"), price("13000", policy));
        assertEquals(Money.of("17.85", "EUR"), price("1300", policy));
    }

    @Test
    void failedPlatesArePaidForByTheGoodOnes() {
        FailureModel.rate("0.10").factor(3); // 1.111…: nine good plates pay for ten
        FailureModel.hourly(0.0105).failureRate(10); // 0.0997

        assertEquals(10.0 / 9, FailureModel.rate("0.10").factor(3).doubleValue(), 1e-15);
        assertEquals(
                new BigDecimal("0.0997"),
                FailureModel.hourly(0.0105).failureRate(10).setScale(4, RoundingMode.HALF_UP));
    }

    @Test
    void amountsAreRoundedToWhatThereIsToPayWith() {
        Rounding.of(Currency.getInstance("JPY")); // whole yen
        Rounding.of(Currency.getInstance("CHF")).withTotalTo("0.05"); // lines to 0.01, what is paid in cash to 0.05

        Currency yen = Currency.getInstance("JPY");
        Currency franc = Currency.getInstance("CHF");
        PricePolicy inYen = PricePolicy.builder(yen).rounding(Rounding.of(yen)).build();
        PricePolicy inFrancs = PricePolicy.builder(franc)
                .rounding(Rounding.of(franc).withTotalTo("0.05"))
                .build();
        assertEquals(Money.of("1000", "JPY"), price("999500", inYen));
        assertEquals(Money.of("12.35", "CHF"), price("12330", inFrancs));
    }

    @Test
    void aMarginIsNoMarkup() {
        Pricing.margin("0.30"); // cost 7.00 -> price 10.00
        Pricing.markup("0.30"); // cost 7.00 -> price 9.10

        Currency euro = Currency.getInstance("EUR");
        PricePolicy.Builder policy = PricePolicy.builder(euro);
        assertEquals(
                Money.of("10.00", "EUR"),
                price("7000", policy.pricing(Pricing.margin("0.30")).build()));
        assertEquals(
                Money.of("9.10", "EUR"),
                price("7000", policy.pricing(Pricing.markup("0.30")).build()));
    }

    @Test
    void moneyIsExact() {
        Money wage = Money.of("22.50", "EUR");
        wage.plus(Money.of("1.5", "EUR")); // EUR 24.00

        assertEquals("EUR 24.00", wage.plus(Money.of("1.5", "EUR")).toString());
    }

    @Test
    void aJobIsOfSeveralPieces() {
        PrintJob job = PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0)
                .withQuantity(20)
                .withPiecesPerPlate(6);

        assertEquals(20, job.quantity());
        assertEquals(6, job.piecesPerPlate());
    }

    @Test
    void anOrderMayBeUrgentAndSent() {
        PrintJob bracket = PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0);
        PrintJob cover = bracket.withName("cover");

        PrintOrder order = PrintOrder.of(bracket, cover).withRush("1.25").withShipping(Money.of("4.90", "EUR"));

        CostModel shop = CostModel.defaults();
        PrintPrice urgent = shop.price(order);
        assertTrue(urgent.total()
                        .compareTo(shop.price(PrintOrder.of(bracket, cover)).total())
                > 0);
        assertEquals(
                Money.of("4.90", "EUR"),
                urgent.lines().stream()
                        .filter(line -> line.code() == LineCode.SHIPPING)
                        .findFirst()
                        .orElseThrow()
                        .amount());
    }
}
