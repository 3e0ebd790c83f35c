package dev.makerai.printing.material;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a kilogram of a material costs, and since when that is known.
 *
 * <pre>{@code
 * MaterialPrice.perKilogram("24.99", "EUR", LocalDate.of(2026, 11, 20))
 * }</pre>
 *
 * @param perKilogram the price of 1000 g of filament, without the spool's weight; from 0 to 1 000 000
 * @param currency the currency of the price
 * @param date when the price was read
 * @param source where a price comes from that is not the shop's own; null for the shop's own
 */
public record MaterialPrice(
        BigDecimal perKilogram,
        Currency currency,
        LocalDate date,
        @Nullable String source) {
    private static final BigDecimal HIGHEST = new BigDecimal("1000000");
    private static final int MOST_DECIMALS = 20;

    /** No price between the bounds needs more characters. */
    private static final int LONGEST_TEXT = 100;

    private static final int SHOWN_CHARACTERS = 40;

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if the amount is below 0, above 1 000 000 or has more than 20 decimals
     */
    public MaterialPrice {
        boolean sane = perKilogram.signum() >= 0
                && perKilogram.compareTo(HIGHEST) <= 0
                && perKilogram.scale() <= MOST_DECIMALS;
        if (!sane) {
            throw new IllegalArgumentException("A price per kilogram lies from 0 to " + HIGHEST + " with at most "
                    + MOST_DECIMALS + " decimals; this one does not");
        }
        // A zero may have any exponent, which would only cost time.
        perKilogram = perKilogram.scale() < 0 ? perKilogram.setScale(0) : perKilogram;
    }

    /**
     * The shop's own price.
     *
     * @param amount a decimal number such as {@code "24.99"}
     * @param currencyCode the ISO 4217 code such as {@code "EUR"}
     * @param date when the price was read
     * @throws IllegalArgumentException if the amount or the code cannot be read
     */
    public static MaterialPrice perKilogram(String amount, String currencyCode, LocalDate date) {
        return new MaterialPrice(decimal(amount), currency(currencyCode), date, null);
    }

    private static BigDecimal decimal(String text) {
        try {
            if (text.length() <= LONGEST_TEXT) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notDecimal(text), e);
        }
        throw new IllegalArgumentException(notDecimal(text.substring(0, SHOWN_CHARACTERS) + "…"));
    }

    private static String notDecimal(String text) {
        return "A price per kilogram is a decimal number such as 24.99, not \"" + text + "\"";
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + code + "\" is no ISO 4217 currency code such as EUR", e);
        }
    }
}
