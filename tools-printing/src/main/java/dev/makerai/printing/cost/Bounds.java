package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Checks of what comes in. The upper bounds are far above any real shop; they keep every calculation finite and catch
 * a wrong unit.
 */
final class Bounds {
    /** One tonne. */
    static final double GRAMS = 1e6;

    /** More than a year of printing. */
    static final double HOURS = 10_000;

    static final double MINUTES = 1e6;
    static final int PIECES = 1_000_000;
    static final int PIECES_PER_PLATE = 10_000;

    /** The fullest plate of the longest pieces. */
    static final double PLATE_HOURS = HOURS * PIECES_PER_PLATE;

    /** Rates have at most this many decimals: more would only cost time. */
    static final int MOST_DECIMALS = 40;

    /** No number between the bounds needs more characters. */
    private static final int LONGEST_NUMBER = 100;

    private static final int SHOWN_CHARACTERS = 40;

    /** Writing a longer number out in decimal takes seconds, for a piece of it. */
    private static final int MOST_SHOWN_BITS = 10_000;

    private Bounds() {}

    /** A physical quantity from 0 to a highest value. */
    static double quantity(String what, double value, double highest) {
        if (!(value >= 0 && value <= highest)) {
            throw new IllegalArgumentException(capital(what) + " lies from 0 to "
                    + BigDecimal.valueOf(highest).toPlainString() + ", not " + value);
        }
        // -0.0 passes the check above; adding 0 makes it a plain 0.
        return value + 0.0;
    }

    /** A whole number from 1 to a highest value. */
    static int count(String what, int value, int highest) {
        if (value < 1 || value > highest) {
            throw new IllegalArgumentException(capital(what) + " lies from 1 to " + highest + ", not " + value);
        }
        return value;
    }

    /** A share from 0 up to but without 1. */
    static BigDecimal belowOne(String what, BigDecimal value) {
        if (isOutsized(value) || value.signum() < 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    capital(what) + " lies from 0 to below 1 (0.30 is 30 %), not " + shown(value));
        }
        return value;
    }

    /** A rate between two bounds, both included. */
    static BigDecimal rate(String what, BigDecimal value, int lowest, int highest) {
        boolean inside =
                value.compareTo(BigDecimal.valueOf(lowest)) >= 0 && value.compareTo(BigDecimal.valueOf(highest)) <= 0;
        if (isOutsized(value) || !inside) {
            throw new IllegalArgumentException(
                    capital(what) + " lies from " + lowest + " to " + highest + " (0.30 is 30 %), not " + shown(value));
        }
        return value;
    }

    /** A decimal number out of a text. */
    static BigDecimal decimal(String what, String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notDecimal(what, text), e);
        }
        throw new IllegalArgumentException(notDecimal(what, text));
    }

    private static String notDecimal(String what, String text) {
        return capital(what) + " is a decimal number such as 0.30, not \"" + shortened(text) + "\"";
    }

    /** An amount that is not below zero. */
    static Money notNegative(String what, Money money) {
        if (money.amount().signum() < 0) {
            throw new IllegalArgumentException(capital(what) + " is not below zero, but " + money);
        }
        return money;
    }

    /** An amount in the expected currency; null stays null. */
    static void sameCurrency(String what, @Nullable Money money, Currency currency) {
        if (money != null && !money.currency().equals(currency)) {
            throw new IllegalArgumentException(capital(what) + " is " + money + ", but the costs are counted in "
                    + currency + ": state it in that currency");
        }
    }

    static boolean isTooFine(BigDecimal value) {
        return value.scale() > MOST_DECIMALS;
    }

    /** Whether it is too fine, or has an exponent that only a zero can have between the bounds. */
    private static boolean isOutsized(BigDecimal value) {
        return Math.abs((long) value.scale()) > MOST_DECIMALS;
    }

    /** A number of any size, short enough for a message. */
    static String shown(BigDecimal value) {
        int bits = value.unscaledValue().bitLength();
        return bits > MOST_SHOWN_BITS ? "a number of " + bits + " bits" : shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static String capital(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
