package dev.makerai.printing.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1.24, 1240, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnImpossibleDensity(double density) {
        assertThrows(IllegalArgumentException.class, () -> Material.of("odd", density));
    }

    @Test
    void refusesANameThatIsBlankOrEndless() {
        assertThrows(IllegalArgumentException.class, () -> Material.of(" ", 1));
        assertThrows(IllegalArgumentException.class, () -> Material.of("x".repeat(81), 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 1e9})
    void refusesAnImpossibleFlow(double flow) {
        Material pla = Materials.builtIn().find("PLA");

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> pla.withMaxFlow(flow));
        assertTrue(e.getMessage().contains("PLA") && e.getMessage().contains("mm3/s"), e.getMessage());
    }

    @Test
    void changesOneFigureAndKeepsTheOthers() {
        Material pla = Materials.builtIn().find("PLA");

        assertEquals(pla, pla.withMaxFlow(30.0).withMaxFlow(15.0));
        assertEquals(30.0, pla.withMaxFlow(30.0).maxFlowMm3PerSecond());
        assertEquals(pla, pla.withPrice("9", "EUR", TODAY).withPrice(pla.price()));
        assertNull(pla.withPrice(null).price());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "24,99", "-0.01", "1000001", "1e-21", "1e-999999999", "1e999999999", "NaN"})
    void refusesAPriceThatIsNone(String amount) {
        assertThrows(IllegalArgumentException.class, () -> MaterialPrice.perKilogram(amount, "EUR", TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "euro", "EU", "€"})
    void refusesACurrencyThatIsNone(String code) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> MaterialPrice.perKilogram("24.99", code, TODAY));
        assertTrue(e.getMessage().contains("ISO 4217"), e.getMessage());
    }

    @Test
    void keepsAPriceAsItWasWritten() {
        MaterialPrice price = MaterialPrice.perKilogram("24.990", "USD", TODAY);

        assertEquals(new BigDecimal("24.990"), price.perKilogram());
        assertEquals(Currency.getInstance("USD"), price.currency());
        assertNull(price.source());
    }

    @Test
    void refusesASpreadOutOfOrder() {
        assertThrows(IllegalArgumentException.class, () -> new Spread(227.0, 231, 227.0));
        assertThrows(IllegalArgumentException.class, () -> new Spread(232.0, 231, null));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(Double.NaN));
        assertEquals(new Spread(null, 1.5, null), Spread.of(1.5));
    }
}
