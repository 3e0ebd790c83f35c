package dev.makerai.printing.mesh;

import java.nio.charset.StandardCharsets;

/**
 * Reads the decimal numbers of text STL: an optional sign, digits with at most one point, and an optional exponent.
 * Forms that only some language knows ({@code 20.0f}, {@code 0x1p4}, {@code NaN}) are no numbers here.
 *
 * <p>The result is the 32-bit number nearest to the decimal one, ties to even; infinite if it is too large.
 */
final class DecimalFloat {
    /** Returned for text that is not a number: a NaN, which no number can give. */
    static final float NOT_A_NUMBER = Float.NaN;

    private static final double[] POWERS_OF_TEN = new double[39];

    static {
        // The text is parsed so that each power is the nearest double.
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    private static final int KEPT_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 99_999;

    private DecimalFloat() {}

    /** Reads the whole of {@code text[from, to)}; {@link #NOT_A_NUMBER} if that is not one number. */
    static float parse(byte[] text, int from, int to) {
        int i = from;
        boolean negative = false;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            negative = text[i++] == '-';
        }
        long digits = 0;
        int kept = 0;
        int exponent = 0;
        int first = i;
        int point = -1;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (kept < KEPT_DIGITS) {
                    digits = digits * 10 + digit;
                    // Leading zeros say nothing and take no room.
                    kept += digits == 0 ? 0 : 1;
                    exponent -= point < 0 ? 0 : 1;
                } else {
                    exponent += point < 0 ? 1 : 0;
                }
            } else if (text[i] == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        int seen = i - first - (point < 0 ? 0 : 1);
        if (seen == 0) {
            return NOT_A_NUMBER;
        }
        if (i < to) {
            int written = exponent(text, i, to);
            if (written == Integer.MIN_VALUE) {
                return NOT_A_NUMBER;
            }
            exponent += written;
        }
        float value = digits == 0 && kept == 0 ? 0 : nearest(digits, exponent, text, from, to);
        return negative && value > 0 ? -value : value;
    }

    /** The written exponent from its letter on; MIN_VALUE if it is not one. Huge ones are cut, which changes nothing. */
    private static int exponent(byte[] text, int from, int to) {
        int i = from;
        if ((text[i++] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        boolean negative = false;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            negative = text[i++] == '-';
        }
        if (i == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(value * 10 + digit, LARGEST_EXPONENT);
        }
        return negative ? -value : value;
    }

    /** The magnitude of a number that is not zero. */
    private static float nearest(long digits, int exponent, byte[] text, int from, int to) {
        if (exponent >= -38 && exponent <= 38) {
            double near = exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
            // Off by less than 3 units of the last place of a double, so its float is right unless a border between
            // two floats is that near; the borders have this one bit set and nothing below it.
            long below = Double.doubleToRawLongBits(near) & 0x1FFF_FFFFL;
            if (Math.abs(below - 0x1000_0000L) > 4 && near >= Float.MIN_NORMAL && near <= Float.MAX_VALUE) {
                return (float) near;
            }
        }
        return Math.abs(Float.parseFloat(new String(text, from, to - from, StandardCharsets.ISO_8859_1)));
    }
}
