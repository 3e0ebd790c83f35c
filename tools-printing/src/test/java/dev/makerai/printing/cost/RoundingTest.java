package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "EUR, 1.004999, 1.00",
        "EUR, 1.005, 1.01",
        "EUR, -1.005, -1.01",
        "EUR, 0.156687300, 0.16",
        "EUR, 1.0049999999999999999999999999999999, 1.01",
        "EUR, 1.00499999999, 1.00",
        "JPY, 99.5, 100",
        "JPY, 99.49, 99",
        "KWD, 1.2345, 1.235",
        "KWD, 1.2344, 1.234",
        "CHF, 1.03, 1.03",
        "CLF, 1.00005, 1.0001"
    })
    void roundsHalfUpToTheCurrencysSmallestUnit(String code, BigDecimal exact, BigDecimal shown) {
        assertEquals(shown, Rounding.of(Currency.getInstance(code)).line(exact));
    }

    @ParameterizedTest
    @CsvSource({"1.02, 1.00", "1.024, 1.00", "1.025, 1.05", "1.03, 1.05", "1.07, 1.05", "1.075, 1.10", "0.02, 0.00"})
    void roundsSwissCashToFiveRappen(BigDecimal exact, BigDecimal paid) {
        Rounding cash = Rounding.of(Currency.getInstance("CHF")).withTotalTo("0.05");

        assertEquals(paid, cash.total(exact));
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 1.005, 1.01",
        "HALF_DOWN, 1.005, 1.00",
        "HALF_EVEN, 1.005, 1.00",
        "HALF_EVEN, 1.015, 1.02",
        "UP, 1.001, 1.01",
        "DOWN, 1.009, 1.00",
        "CEILING, -1.009, -1.00",
        "FLOOR, -1.001, -1.01"
    })
    void roundsInTheModeThatIsAskedFor(RoundingMode mode, BigDecimal exact, BigDecimal shown) {
        assertEquals(
                shown, Rounding.of(Currency.getInstance("EUR")).withMode(mode).line(exact));
    }

    @Test
    void givesWhatIsLeftToThePartsThatLostMost() {
        // 3.335 -> 3.34, cut down 1.11 + 1.11 + 1.11 = 3.33: one cent is left, and the second part lost most.
        assertEquals(decimals("1.11", "1.12", "1.11"), apportion("0.01", "334", "1.111", "1.113", "1.111"));
        // A tie goes to the first.
        assertEquals(decimals("0.34", "0.33", "0.33"), apportion("0.01", "100", "0.3333", "0.3333", "0.3333"));
        // What is taken off is cut down away from zero: -0.005 -> -0.01, and gets its cent back here.
        assertEquals(decimals("1.00", "0.00"), apportion("0.01", "100", "1.001", "-0.005"));
        assertEquals(decimals("1", "2", "0"), apportion("1", "3", "1.4", "1.6", "0.2"));
    }

    @Test
    void addsUpWhateverThePartsAndTheModeAre() {
        Random random = new Random(41);
        for (int round = 0; round < 5000; round++) {
            RoundingMode mode = RandomModels.mode(random);
            BigDecimal increment = new BigDecimal(
                    List.of("0.01", "1", "0.001", "0.05", "0.0001").get(random.nextInt(5)));
            List<BigDecimal> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(12); i++) {
                parts.add(new BigDecimal(random.nextInt(20_000) - 4000).movePointLeft(random.nextInt(14)));
            }
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal units = Apportionment.units(sum, increment, mode);

            List<BigDecimal> shown = Apportionment.apportion(parts, increment, units);

            BigDecimal shownSum = shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, shownSum.compareTo(units.multiply(increment)), () -> parts + " " + mode);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal off = shown.get(i).subtract(parts.get(i)).abs();
                // 10^-12 is where an amount is settled before it is rounded.
                assertTrue(off.compareTo(increment.add(new BigDecimal("1e-12"))) <= 0, () -> parts + " " + shown);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01", "1e-10", "1e7", "1e-999999999", "x"})
    void refusesAnIncrementThatIsNone(String increment) {
        assertThrows(IllegalArgumentException.class, () -> Rounding.to(increment));
    }

    @Test
    void refusesATotalThatNoSumOfLinesCanReach() {
        assertThrows(IllegalArgumentException.class, () -> Rounding.to("0.02").withTotalTo("0.05"));
        assertThrows(IllegalArgumentException.class, () -> Rounding.to("0.05").withTotalTo("0.01"));
    }

    @Test
    void refusesWhatCannotRound() {
        Rounding rounding = Rounding.to("0.01");
        assertThrows(IllegalArgumentException.class, () -> rounding.withMode(RoundingMode.UNNECESSARY));
        Currency gold = Currency.getInstance("XAU");
        assertThrows(IllegalArgumentException.class, () -> Rounding.of(gold));
    }

    private static List<BigDecimal> apportion(String increment, String units, String... parts) {
        return Apportionment.apportion(decimals(parts), new BigDecimal(increment), new BigDecimal(units));
    }

    private static List<BigDecimal> decimals(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }
}
