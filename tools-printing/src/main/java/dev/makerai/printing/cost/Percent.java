package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a rate is written: 0.05 as {@code 5 %}. */
final class Percent {
    private static final int DECIMALS = 2;

    private Percent() {}

    static String of(BigDecimal rate) {
        BigDecimal percent =
                rate.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }
}
