package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "24.99, EUR, EUR 24.99",
        "1.5, EUR, EUR 1.50",
        "2, USD, USD 2.00",
        "2.000, USD, USD 2.00",
        "0.1567, EUR, EUR 0.1567",
        "100, JPY, JPY 100",
        "1e2, JPY, JPY 100",
        "0.5, JPY, JPY 0.5",
        "1, KWD, KWD 1.000",
        "-0.00, CHF, CHF 0.00",
        "-3.2, GBP, GBP -3.20",
        "7, XAU, XAU 7"
    })
    void writesTheCurrencyAndThePlainAmount(String amount, String code, String text) {
        assertEquals(text, Money.of(amount, code).toString());
    }

    @Test
    void equalsByValueHoweverItIsWritten() {
        assertEquals(Money.of("1.5", "EUR"), Money.of("1.500", "EUR"));
        assertEquals(Money.of("1e3", "JPY").hashCode(), Money.of("1000", "JPY").hashCode());
    }

    @Test
    void addsTakesAwayAndMultipliesExactly() {
        Money tenth = Money.of("0.1", "EUR");

        assertEquals(Money.of("0.3", "EUR"), tenth.plus(tenth).plus(tenth));
        assertEquals(Money.of("-0.2", "EUR"), tenth.minus(Money.of("0.3", "EUR")));
        assertEquals(Money.of("0.0123", "EUR"), tenth.times(new BigDecimal("0.123")));
        assertTrue(tenth.compareTo(Money.of("0.2", "EUR")) < 0);
    }

    @Test
    void refusesToMixCurrencies() {
        Money euro = Money.of("1", "EUR");
        Money dollar = Money.of("1", "USD");

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> euro.plus(dollar));
        assertEquals("EUR 1.00 and USD 1.00 are in different currencies: convert one of them first", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> euro.minus(dollar));
        assertThrows(IllegalArgumentException.class, () -> euro.compareTo(dollar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1,50", "NaN", "Infinity", "1e16", "-1e16", "1e-41", "1e999999999", "1e-999999999", "€1"})
    void refusesWhatIsNoAmount(String amount) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Money.of(amount, "EUR"));
        assertTrue(e.getMessage().length() < 200, e.getMessage());
    }

    @Test
    void refusesACurrencyThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("1", "EURO"));
    }
}
