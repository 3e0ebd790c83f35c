package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {
    @ParameterizedTest
    @CsvSource({"0.30, 7, 10.00", "0, 7, 7.00", "0.5, 7, 14.00", "0.9, 1, 10.00"})
    void aMarginIsAShareOfThePrice(String rate, BigDecimal cost, BigDecimal price) {
        assertEquals(
                price,
                Rounding.to("0.01").line(cost.multiply(Pricing.margin(rate).factor())));
    }

    @ParameterizedTest
    @CsvSource({"0.30, 7, 9.10", "0, 7, 7.00", "1.5, 10, 25.00"})
    void aMarkupIsAShareOfTheCost(String rate, BigDecimal cost, BigDecimal price) {
        assertEquals(
                price,
                Rounding.to("0.01").line(cost.multiply(Pricing.markup(rate).factor())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1", "0.2", "0.25", "0.3", "1e-20", "0.6666666", "0.95", "0.999999"})
    void convertsThereAndBack(String rate) {
        Pricing.Margin margin = new Pricing.Margin(new BigDecimal(rate));

        BigDecimal back = margin.toMarkup().toMargin().rate();
        assertTrue(back.subtract(margin.rate()).abs().compareTo(new BigDecimal("1e-38")) < 0, back.toString());
        BigDecimal ratio = margin.toMarkup().factor().divide(margin.factor(), MathContext.DECIMAL128);
        assertTrue(ratio.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("1e-30")) < 0, ratio.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "30", "-0.1", "", "30 %", "NaN", "1e-41", "1e-999999999", "1e999999999"})
    void refusesAMarginOutsideZeroToOne(String rate) {
        assertThrows(IllegalArgumentException.class, () -> Pricing.margin(rate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1000001", "x", "1e999999999"})
    void refusesAMarkupThatIsNone(String rate) {
        assertThrows(IllegalArgumentException.class, () -> Pricing.markup(rate));
    }

    @Test
    void saysHowAPercentageIsWritten() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pricing.margin("30"));

        assertEquals("A margin lies from 0 to below 1 (0.30 is 30 %), not 30", e.getMessage());
    }
}
