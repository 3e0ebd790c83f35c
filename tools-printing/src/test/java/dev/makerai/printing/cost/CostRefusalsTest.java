package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostRefusalsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money DOLLAR = Money.of("1", "USD");
    private static final Money DEBT = Money.of("-0.01", "EUR");
    private static final Material PLA = Materials.builtIn().find("PLA");
    private static final PrintJob JOB = PrintJob.of(PLA, 10, 1);

    static Stream<DoubleFunction<Object>> quantities() {
        Money zero = Money.zero(EUR);
        return Stream.of(
                value -> PrintJob.of(PLA, value, 1),
                value -> PrintJob.of(PLA, 1, value),
                value -> JOB.withFinishingMinutes(value),
                value -> Filament.of(PLA, 1).withSupport(value),
                value -> Filament.of(PLA, 1).withBrim(value),
                value -> Filament.of(PLA, 1).withPurge(value),
                value -> new Labour(zero, value, 0, 0, 0, 0),
                value -> new Labour(zero, 0, value, 0, 0, 0),
                value -> new Labour(zero, 0, 0, value, 0, 0),
                value -> new Labour(zero, 0, 0, 0, value, 0),
                value -> new Labour(zero, 0, 0, 0, 0, value),
                value -> new Machine(zero, zero, value, zero, zero, zero, 0, null),
                value -> new Machine(zero, zero, 1, zero, zero, zero, value, null),
                value -> Machine.free(EUR).withPrintWatts(value));
    }

    @ParameterizedTest
    @MethodSource("quantities")
    void refusesAQuantityThatIsNotFiniteBelowZeroOrAbsurd(DoubleFunction<Object> use) {
        for (double value : List.of(
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e-9, -1.0, 1e7, Double.MAX_VALUE)) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> use.apply(value), () -> "took " + value);
            assertTrue(e.getMessage().contains(String.valueOf(value)), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAQuantityOfPiecesThatIsNone(int quantity) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> JOB.withQuantity(quantity));
        assertEquals("The quantity lies from 1 to 1000000, not " + quantity, e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> JOB.withPiecesPerPlate(quantity));
    }

    static Stream<Consumer<Money>> amounts() {
        Money zero = Money.zero(EUR);
        return Stream.of(
                money -> CostModel.builder(EUR).tariffPerKwh(money).build(),
                money -> CostModel.builder(EUR).setupPerOrder(money).build(),
                money -> CostModel.builder(EUR).programmingPerModel(money).build(),
                money -> CostModel.builder(EUR).consumablesPerModel(money).build(),
                money -> CostModel.builder(EUR).packagingPerOrder(money).build(),
                money -> CostModel.builder(EUR).labour(Labour.atWage(money)).build(),
                money -> CostModel.builder(EUR).machine(Machine.ofPrice(money)).build(),
                money -> new Machine(zero, money, 1, zero, zero, zero, 0, null),
                money -> new Machine(zero, zero, 1, money, zero, zero, 0, null),
                money -> new Machine(zero, zero, 1, zero, money, zero, 0, null),
                money -> new Machine(zero, zero, 1, zero, zero, money, 0, null),
                money -> PricePolicy.builder(EUR).minimumPerPiece(money).build(),
                money -> PricePolicy.builder(EUR).minimumPerOrder(money).build(),
                money -> PricePolicy.builder(EUR).channelFee("0", money).build(),
                money -> CostModel.defaults().cost(JOB.withHardwarePerPiece(money)),
                money -> CostModel.defaults().cost(JOB.withDesign(money)),
                money -> CostModel.defaults().price(PrintOrder.of(JOB).withShipping(money)));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void refusesAnAmountBelowZeroOrInAnotherCurrency(Consumer<Money> use) {
        for (Money money : List.of(DEBT, DOLLAR)) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> use.accept(money), () -> "took " + money);
            assertTrue(e.getMessage().contains(money.toString()), e.getMessage());
        }
    }

    @Test
    void namesTheCurrencyThatWasExpected() {
        PrintJob inDollars = PrintJob.of(PLA.withPrice("20", "USD", LocalDate.of(2026, 11, 20)), 10, 1);

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> CostModel.defaults().cost(inDollars));
        assertEquals(
                "The price of PLA is USD 20.00, but the costs are counted in EUR: state it in that currency",
                e.getMessage());
    }

    @Test
    void refusesAPolicyInAnotherCurrency() {
        PricePolicy dollars = PricePolicy.builder(Currency.getInstance("USD")).build();
        CostModel.Builder builder = CostModel.builder(EUR).pricePolicy(dollars);
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    static Stream<Consumer<String>> rates() {
        return Stream.of(
                rate -> CostModel.builder(EUR).wasteRate(rate),
                rate -> CostModel.builder(EUR).overheadRate(rate),
                rate -> PricePolicy.builder(EUR).taxRate(rate),
                rate -> PricePolicy.builder(EUR).channelFee(rate, Money.zero(EUR)),
                rate -> QuantityBreak.from(10, rate),
                rate -> PrintOrder.of(JOB).withDiscount(rate),
                rate -> PrintOrder.of(JOB).withRush(rate),
                rate -> FailureModel.rate(rate),
                rate -> Pricing.margin(rate));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void refusesARateThatIsNone(Consumer<String> use) {
        for (String rate : List.of("", "x", "NaN", "5 %", "0,05", "-0.01", "101", "1e999999999", "1e-999999999")) {
            assertThrows(IllegalArgumentException.class, () -> use.accept(rate), () -> "took " + rate);
        }
    }

    static Stream<Executable> misuses() {
        Money zero = Money.zero(EUR);
        Money one = Money.of("1", "EUR");
        PricePolicy.Builder policy = PricePolicy.builder(EUR);
        return Stream.of(
                () -> new Machine(zero, one, 1, zero, zero, zero, 0, null),
                () -> new Machine(zero, zero, 0.5, zero, zero, zero, 0, null),
                () -> JOB.withFilaments(),
                () -> JOB.withName(" "),
                () -> JOB.withName("x".repeat(201)),
                () -> PrintOrder.of(),
                () -> PrintOrder.of(JOB).withRush("0.99"),
                () -> QuantityBreak.from(1, "0.1"),
                () -> policy.quantityBreaks(QuantityBreak.from(10, "0.1"), QuantityBreak.from(10, "0.2")),
                () -> policy.quantityBreaks(QuantityBreak.from(10, "0.2"), QuantityBreak.from(20, "0.1")),
                () -> PricePolicy.builder(Currency.getInstance("XAU")));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void refusesWhatMakesNoSense(Executable use) {
        assertThrows(IllegalArgumentException.class, use);
    }

    @Test
    void staysFiniteAtTheBoundsOfEveryQuantity() {
        PrintJob job = PrintJob.of(PLA, 1e6, 10_000)
                .withPiecesPerPlate(10_000)
                .withQuantity(1_000_000)
                .withFinishingMinutes(1e6);
        // Per piece 1000 kg x 1.04 at 26 = 27 040, 10 000 h of printer and energy, a ninth of them again, and 375 000
        // of
        // finishing: about 407 thousand; a million of them with 50 % markup and 15 % off the run: about 600 thousand
        // million.
        double total = CostModel.defaults().price(job).total().amount().doubleValue();
        assertTrue(total > 5.5e11 && total < 6.5e11, () -> "was " + total);

        PrintJob nothing = PrintJob.of(PLA, Double.MIN_VALUE, Double.MIN_VALUE);
        assertEquals(
                Money.zero(EUR), CostModel.builder(EUR).build().price(nothing).total());
    }
}
