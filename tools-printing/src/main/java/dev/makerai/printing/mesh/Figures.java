package dev.makerai.printing.mesh;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures in messages. */
final class Figures {
    private static final MathContext DIGITS = new MathContext(5);

    private Figures() {}

    /** A finite number with five digits, without an exponent where that is short. */
    static String text(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale();
        return exponent > 9 || exponent < -5 ? stripped.toString() : stripped.toPlainString();
    }

    /** "1 facet", "2 facets". */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
