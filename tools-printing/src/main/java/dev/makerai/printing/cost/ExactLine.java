package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A line before rounding. */
record ExactLine(LineCode code, String text, BigDecimal quantity, BigDecimal amount) {
    private static final int QUANTITY_DECIMALS = 4;

    static ExactLine of(LineCode code, String text, BigDecimal amount) {
        return new ExactLine(code, text, BigDecimal.ONE, amount);
    }

    static ExactLine of(LineCode code, String text, Money amount) {
        return of(code, text, amount.amount());
    }

    ExactLine times(BigDecimal count) {
        return new ExactLine(code, text, quantity.multiply(count), amount.multiply(count));
    }

    /** The sum with a line of the same kind. */
    ExactLine plus(ExactLine other) {
        return new ExactLine(code, text, quantity.add(other.quantity), amount.add(other.amount));
    }

    ExactLine named(String prefix) {
        return new ExactLine(code, prefix + text, quantity, amount);
    }

    static BigDecimal sum(List<ExactLine> lines) {
        return lines.stream().map(ExactLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines that come to something, rounded so that they add up to a total that is already rounded. */
    static List<CostLine> shown(List<ExactLine> lines, BigDecimal total, BigDecimal increment, Currency currency) {
        List<ExactLine> some = lines.stream()
                .filter(line -> !Apportionment.isDust(line.amount))
                .toList();
        // Lines of dust alone can come to a smallest unit where the rounding mode is UP.
        List<ExactLine> kept = some.isEmpty() && total.signum() != 0 ? lines : some;
        if (kept.isEmpty()) {
            return List.of();
        }
        List<BigDecimal> exact = kept.stream().map(ExactLine::amount).toList();
        List<BigDecimal> rounded =
                Apportionment.apportion(exact, increment, Apportionment.units(total, increment, RoundingMode.HALF_UP));
        List<CostLine> shown = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            ExactLine line = kept.get(i);
            shown.add(new CostLine(
                    line.code, line.text, shownQuantity(line.quantity), new Money(rounded.get(i), currency)));
        }
        return shown;
    }

    private static BigDecimal shownQuantity(BigDecimal quantity) {
        BigDecimal stripped =
                quantity.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()));
    }
}
