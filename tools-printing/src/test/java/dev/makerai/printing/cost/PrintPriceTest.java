package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.material.Material;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prices that were calculated by hand. */
class PrintPriceTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void goesThroughEveryStepInItsOrder() {
        // The cost is that of CostModelTest.countsEveryPartThatThereIs. Factor 1.1 / 0.8 = 1.375.
        // Job (40.3875 + 47) x 1.375 = 120.1578125; order 13 x 1.375 = 17.875; break 40.3875 x 1.375 / 10 = 5.55328125.
        // 132.47953125, rush half as much again 66.239765625 = 198.719296875, up to 10 x 25 = 51.280703125.
        // Discount a tenth of 250 = 25; shipping 7; fee (232 + 0.40) / 0.8 - 232 = 58.50. Net 290.50.
        // Tax 7 % = 20.335 -> 20.34. Cut down to cents the net lines are 290.47; the three missing cents go to rush
        // (.97), print (.78) and the break (.67 of what it takes off is cut away).
        PrintOrder order = PrintOrder.of(CostModelTest.Workshop.job())
                .withRush("1.5")
                .withDiscount("0.10")
                .withShipping(Money.of("7", "EUR"));

        PrintPrice price = CostModelTest.Workshop.model().price(order);

        assertEquals(
                List.of(
                        "print 10 EUR 120.16",
                        "setup 1 EUR 17.87",
                        "quantity_break 1 EUR -5.55",
                        "rush 1 EUR 66.24",
                        "minimum 1 EUR 51.28",
                        "discount 1 EUR -25.00",
                        "shipping 1 EUR 7.00",
                        "channel_fee 1 EUR 58.50",
                        "tax 1 EUR 20.34"),
                CostModelTest.shown(price.lines()));
        assertEquals(Money.of("290.50", "EUR"), price.net());
        assertEquals(Money.of("20.34", "EUR"), price.tax());
        assertEquals(Money.of("310.84", "EUR"), price.total());
        assertEquals(Money.of("31.08", "EUR"), price.unitPrice());
        assertEquals(10, price.pieces());
    }

    @Test
    void showsTheShopHowThePriceComesAbout() {
        PrintOrder order = PrintOrder.of(CostModelTest.Workshop.job());
        CostBreakdown breakdown = CostModelTest.Workshop.model().priceBreakdown(order);

        // Cost 110.42625 x 0.25 = 27.6065625. Three cents are missing, and failures (8.0775), overhead (10.03875) and
        // the
        // break (-5.55328125, cut down to -5.56) lost more by being cut down than the profit did.
        assertEquals(Money.of("27.60", "EUR"), breakdown.sum(LineCode.PROFIT));
        assertEquals(Money.of("14.70", "EUR"), breakdown.lines().get(0).amount());
        assertTrue(
                breakdown.lines().stream().anyMatch(line -> line.text().equals("Profit, a margin of 20 %")),
                breakdown.toString());
        assertEquals(CostModelTest.Workshop.model().price(order).total(), breakdown.total());
    }

    @Test
    void tellsTheClientNothingOfTheCost() {
        PrintPrice price = CostModelTest.Workshop.model().price(CostModelTest.Workshop.job());

        for (CostLine line : price.lines()) {
            assertFalse(
                    List.of(LineCode.MATERIAL, LineCode.LABOUR, LineCode.FAILURE, LineCode.OVERHEAD, LineCode.PROFIT)
                            .contains(line.code()),
                    line.toString());
            assertFalse(line.text().toLowerCase(Locale.ROOT).contains("margin"), line.toString());
        }
    }

    @Test
    void chargesASmallerOrderNoMoreThanTheBreaksQuantity() {
        // 1.00 a piece; a third off from ten pieces on: ten cost 6.67, so eight and nine do too, and seven just do.
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .quantityBreaks(QuantityBreak.from(10, "0.3333"))
                .build());

        assertEquals(Money.of("6.00", "EUR"), total(model, 6));
        assertEquals(Money.of("6.67", "EUR"), total(model, 7));
        assertEquals(Money.of("6.67", "EUR"), total(model, 9));
        assertEquals(Money.of("6.67", "EUR"), total(model, 10));
        assertEquals(Money.of("7.33", "EUR"), total(model, 11));
        assertEquals(
                List.of("print 9 EUR 9.00", "quantity_break 1 EUR -2.33"),
                CostModelTest.shown(model.price(job(9)).lines()));
        assertTrue(
                model.price(job(9)).lines().get(1).text().contains("no more than 10 pieces"),
                model.price(job(9)).toString());
    }

    @Test
    void looksPastTheNextBreakToALowerPrice() {
        // Ten cost 9.00 with a tenth off, but twelve cost 6.00 with half off.
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .quantityBreaks(QuantityBreak.from(12, "0.5"), QuantityBreak.from(10, "0.1"))
                .build());

        assertEquals(Money.of("6.00", "EUR"), total(model, 9));
        assertEquals(Money.of("6.00", "EUR"), total(model, 10));
        assertEquals(Money.of("6.00", "EUR"), total(model, 12));
    }

    @Test
    void lowersThePrintingAloneByAQuantityBreak() {
        CostModel model =
                filamentOnly(PricePolicy.builder(EUR)
                                .quantityBreaks(QuantityBreak.from(10, "0.5"))
                                .build())
                        .toBuilder()
                        .setupPerOrder(Money.of("30", "EUR"))
                        .build();

        // 10.00 x 0.5 + 30.00
        assertEquals(Money.of("35", "EUR"), total(model, 10));
    }

    @Test
    void raisesAnOrderToItsMinimumOnce() {
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .minimumPerOrder(Money.of("12.50", "EUR"))
                .build());

        assertEquals(Money.of("12.50", "EUR"), total(model, 1));
        assertEquals(
                Money.of("12.50", "EUR"),
                model.price(PrintOrder.of(job(1), job(2), job(3))).total());
        assertEquals(Money.of("13", "EUR"), total(model, 13));
    }

    @Test
    void raisesEachPieceToItsMinimum() {
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .minimumPerPiece(Money.of("3", "EUR"))
                .minimumPerOrder(Money.of("10", "EUR"))
                .build());

        assertEquals(Money.of("10", "EUR"), total(model, 2));
        assertEquals(Money.of("15", "EUR"), total(model, 5));
        assertEquals(
                Money.of("15", "EUR"),
                model.price(PrintOrder.of(job(2), job(3))).total());
    }

    @Test
    void leavesTheFullPriceAfterTheChannelTookItsFee() {
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .channelFee("0.065", Money.of("0.20", "EUR"))
                .build());

        // (100 + 0.20) / 0.935 = 107.1658; of it 6.5 % + 0.20 is 7.17.
        assertEquals(Money.of("107.17", "EUR"), total(model, 100));
    }

    @Test
    void countsTheTaxOnTheNetAmountThatIsShown() {
        CostModel model = filamentOnly(PricePolicy.builder(EUR)
                .pricing(Pricing.markup("0.004975"))
                .taxRate("0.25")
                .build());
        PrintPrice price = model.price(job(4));

        // 4.0199 is shown as 4.02; a quarter of that is 1.005, and not 1.004975.
        assertEquals(Money.of("4.02", "EUR"), price.net());
        assertEquals(Money.of("1.01", "EUR"), price.tax());
        assertEquals(Money.of("5.03", "EUR"), price.total());
    }

    @Test
    void roundsSwissCashInALineOfItsOwn() {
        assertEquals(
                List.of("print 3 CHF 3.00", "tax 1 CHF 0.24", "rounding 1 CHF 0.01"),
                CostModelTest.shown(priceOfThree("CHF", "0.05", "0.081").lines()));
        assertEquals(
                Money.of("3.25", "CHF"), priceOfThree("CHF", "0.05", "0.081").total());
        assertEquals(
                List.of("print 3 CHF 3.00", "tax 1 CHF 0.12", "rounding 1 CHF -0.02"),
                CostModelTest.shown(priceOfThree("CHF", "0.05", "0.04").lines()));
    }

    @Test
    void showsYenWithoutAndDinarsWithThreeDecimals() {
        assertEquals("JPY 3", priceOfThree("JPY", "1", "0.1").total().toString());
        assertEquals("KWD 3.101", priceOfThree("KWD", "0.001", "0.0335").total().toString());
    }

    /** 100 g at 10 a kilogram: a piece costs 1.00 of filament and nothing else. */
    private static PrintJob job(int quantity) {
        return job(quantity, "EUR");
    }

    private static PrintJob job(int quantity, String currency) {
        Material material = Material.of("PLA", 1.24).withPrice("10", currency, LocalDate.of(2026, 11, 20));
        return PrintJob.of(material, 100, 1).withName("clip").withQuantity(quantity);
    }

    private static CostModel filamentOnly(PricePolicy policy) {
        return CostModel.builder(policy.currency()).pricePolicy(policy).build();
    }

    private static Money total(CostModel model, int quantity) {
        return model.price(job(quantity)).total();
    }

    private static PrintPrice priceOfThree(String code, String totalTo, String taxRate) {
        Currency currency = Currency.getInstance(code);
        CostModel model = filamentOnly(PricePolicy.builder(currency)
                .rounding(Rounding.of(currency).withTotalTo(totalTo))
                .taxRate(taxRate)
                .build());
        return model.price(job(3, code));
    }
}
