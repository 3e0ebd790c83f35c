package dev.makerai.printing.mesh;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures and texts in messages. */
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

    /** Text from outside with its control characters written as in Java, so that it cannot forge lines of a log. */
    static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (hidden) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** "1 facet", "2 facets". */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
