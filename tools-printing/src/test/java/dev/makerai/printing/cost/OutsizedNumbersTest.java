package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.MaterialPrice;
import dev.makerai.printing.material.Materials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are short to write but long to write out, or long to read: each is refused, or counts as the zero it is. */
class OutsizedNumbersTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final Material pla = Materials.builtIn().find("PLA");
    private final CostModel shop = CostModel.defaults();

    static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (String digit : List.of("1", "-1", "0")) {
            for (String exponent : List.of("999999999", "-999999999", "2147483647", "-2147483647", "99999999999")) {
                numbers.add(digit + "e" + exponent);
            }
        }
        numbers.add("9".repeat(1_000_000));
        numbers.add("0." + "9".repeat(1_000_000));
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void textsAreRefusedOrTakenAsZero(String number) {
        List<Consumer<CostModel.Builder>> settings = List.of(
                model -> model.wasteRate(number),
                model -> model.overheadRate(number),
                model -> model.tariffPerKwh(Money.of(number, "EUR")),
                model -> model.failure(FailureModel.rate(number)),
                model -> model.pricePolicy(
                        policy().pricing(Pricing.margin(number)).build()),
                model -> model.pricePolicy(
                        policy().pricing(Pricing.markup(number)).build()),
                model -> model.pricePolicy(policy().taxRate(number).build()),
                model -> model.pricePolicy(
                        policy().channelFee(number, Money.zero(EURO)).build()),
                model ->
                        model.pricePolicy(policy().rounding(Rounding.to(number)).build()),
                model -> model.pricePolicy(
                        policy().quantityBreaks(QuantityBreak.from(2, number)).build()));
        for (Consumer<CostModel.Builder> setting : settings) {
            refusedOrPriced(() -> {
                CostModel.Builder model = shop.toBuilder();
                setting.accept(model);
                price(model.build(), pla);
            });
        }
        refusedOrPriced(() -> Pricing.margin(number).factor().toPlainString());
        refusedOrPriced(() -> ((Pricing.Margin) Pricing.margin(number)).toMarkup());
        refusedOrPriced(() -> ((Pricing.Markup) Pricing.markup(number)).toMargin());
        refusedOrPriced(() -> price(shop, pla.withPrice(number, "EUR", DAY)));
        refusedOrPriced(() -> shop.price(
                PrintOrder.of(PrintJob.of(pla, 10, 1)).withRush(number).withDiscount(number)));
    }

    @Test
    void valuesAreRefusedOrTakenAsZero() {
        for (String number : numbers()) {
            if (number.length() < 15 && !number.endsWith("99999999999")) {
                BigDecimal value = new BigDecimal(number);
                refusedOrPriced(() -> new Money(value, EURO).toString());
                refusedOrPriced(() -> Money.of("1.50", "EUR").times(value).toString());
                refusedOrPriced(() -> new FailureModel.Hourly(0.01, value).factor(3));
                refusedOrPriced(() -> price(shop, pla.withPrice(new MaterialPrice(value, EURO, DAY, null))));
            }
        }
        refusedOrPriced(() -> new Money(BigDecimal.valueOf(7).pow(1_000_000), EURO).toString());
    }

    private static PricePolicy.Builder policy() {
        return PricePolicy.builder(EURO);
    }

    private static void price(CostModel model, Material material) {
        PrintJob job = PrintJob.of(material, 10, 1).withQuantity(3);
        assertTrue(model.price(job).total().toString().length() < 40);
        assertTrue(model.priceBreakdown(PrintOrder.of(job)).toString().length() < 10_000);
    }

    /** Whatever is not refused by a short message has to work. */
    private static void refusedOrPriced(Executable use) {
        try {
            use.execute();
        } catch (Throwable thrown) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> {
                throw thrown;
            });
            assertTrue(e.getMessage().length() < 250, e.getMessage());
        }
    }
}
