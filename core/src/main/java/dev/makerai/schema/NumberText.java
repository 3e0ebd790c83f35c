package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Reads and writes the digits of numbers: decimals with all of them, and nothing that JSON has no form for. */
final class NumberText {
    /** The longest number that is read, in characters. */
    static final int MAX_LITERAL = 1_000;

    /** Keeps the digits of a number such as 1e999999999 from being written out. */
    private static final int MAX_EXPONENT = 2_000;
    /** Beyond this many digits a power of ten is easier to read, and shorter. */
    private static final int MAX_PLAIN_SCALE = 1_000;

    private static final int SHOWN_CHARACTERS = 40;

    private NumberText() {}

    /** The exact value of a number as it stands in JSON; null if its digits or its exponent are beyond all measure. */
    static @Nullable BigDecimal exact(String literal) {
        if (literal.length() > MAX_LITERAL) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(literal);
            return Math.abs((long) exact.scale()) > MAX_EXPONENT ? null : exact;
        } catch (NumberFormatException e) {
            // The exponent does not fit an int.
            return null;
        }
    }

    /** Whether a literal has no digit but zeros before its exponent. */
    static boolean isZero(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            } else if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    static boolean isWhole(BigDecimal value) {
        return value.signum() == 0
                || value.scale() <= 0
                || value.stripTrailingZeros().scale() <= 0;
    }

    /** A literal for a message. */
    static String shown(String literal) {
        return literal.length() <= SHOWN_CHARACTERS ? literal : literal.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /** Whether a class is one of those that are written as numbers. */
    static boolean isNumber(Class<?> type) {
        return IntegerPlan.is(type) || DecimalPlan.is(type) || BigPlan.is(type);
    }

    /** Whether a class is one of those that hold integers. */
    static boolean isInteger(Class<?> type) {
        return IntegerPlan.is(type) || type == java.math.BigInteger.class;
    }

    static void write(JsonWriter out, Number value) throws IOException {
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException(out.getPath() + ": " + value
                    + " is not a number in JSON. Use null or say in words why there is no number.");
        }
        if (value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= MAX_PLAIN_SCALE) {
            raw(out, decimal.toPlainString());
        } else {
            out.value(value);
        }
    }

    /** Writes a value that is JSON already. */
    static void raw(JsonWriter out, String json) throws IOException {
        try (BufferedSink sink = out.valueSink()) {
            sink.writeUtf8(json);
        }
    }
}
