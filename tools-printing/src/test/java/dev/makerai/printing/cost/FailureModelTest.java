package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureModelTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1.1111111111", "0.2, 1.25", "0.5, 2", "0.99, 100"})
    void dividesByTheShareOfGoodPrints(String rate, double factor) {
        FailureModel model = FailureModel.rate(rate);

        assertEquals(factor, model.factor(7).doubleValue(), 1e-9);
        assertEquals(new BigDecimal(rate), model.failureRate(7));
    }

    @Test
    void failsLongPrintsMoreOften() {
        FailureModel model = FailureModel.hourly(0.0105);

        // 1 - exp(-0.105) = 0.09968; 1 + 0.5 x 0.09968 / 0.90032 = 1.05536
        assertEquals(0.09968, model.failureRate(10).doubleValue(), 5e-6);
        assertEquals(1.05536, model.factor(10).doubleValue(), 5e-6);
        assertEquals(0, model.failureRate(0).signum());
        assertEquals(0, BigDecimal.ONE.compareTo(model.factor(0)));
        assertTrue(model.factor(20).compareTo(model.factor(10)) > 0);
    }

    @Test
    void losesAllOfAFailedPlateWhereTheUserSaysSo() {
        FailureModel.Hourly all = new FailureModel.Hourly(0.0105, BigDecimal.ONE);
        double rate = all.failureRate(10).doubleValue();

        assertEquals(1 / (1 - rate), all.factor(10).doubleValue(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "10", "-0.01", "NaN", "ten"})
    void refusesARateOutsideZeroToOne(String rate) {
        assertThrows(IllegalArgumentException.class, () -> FailureModel.rate(rate));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnHourlyRiskThatIsNone(double perHour) {
        assertThrows(IllegalArgumentException.class, () -> FailureModel.hourly(perHour));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesHoursThatAreNone(double hours) {
        FailureModel model = FailureModel.hourly(0.01);
        assertThrows(IllegalArgumentException.class, () -> model.factor(hours));
    }

    @Test
    void refusesAPlateThatNeverSucceeds() {
        FailureModel model = FailureModel.hourly(0.1);

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> model.factor(100));
        assertTrue(e.getMessage().contains("almost never succeeds"), e.getMessage());
    }
}
