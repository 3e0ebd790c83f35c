package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of money. Immutable; two amounts are equal when their values and currencies are, however many zeros
 * they were written with.
 *
 * <pre>{@code
 * Money wage = Money.of("22.50", "EUR");
 * wage.plus(Money.of("1.5", "EUR"));   // EUR 24.00
 * }</pre>
 *
 * @param amount the value in units of the currency, between -10^15 and 10^15, with at most 40 decimals
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final BigDecimal LIMIT = new BigDecimal("1e15");

    /**
     * Brings the amount into one form: as many decimals as the currency has, more only where they are not zero.
     *
     * @throws IllegalArgumentException if the amount is beyond the limits
     */
    public Money {
        if (amount.abs().compareTo(LIMIT) > 0 || Bounds.isTooFine(amount)) {
            throw new IllegalArgumentException("An amount of money lies between -10^15 and 10^15 and has at most 40"
                    + " decimals, unlike " + Bounds.shown(amount));
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        amount = stripped.setScale(Math.max(decimals, stripped.scale()));
    }

    /**
     * An amount out of texts.
     *
     * @param amount a decimal number such as {@code "24.99"}
     * @param currencyCode the ISO 4217 code such as {@code "EUR"}
     * @throws IllegalArgumentException if one of them cannot be read
     */
    public static Money of(String amount, String currencyCode) {
        Currency currency;
        try {
            currency = Currency.getInstance(currencyCode);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + currencyCode + "\" is no ISO 4217 currency code such as EUR", e);
        }
        return new Money(Bounds.decimal("an amount of money", amount), currency);
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        checkCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        checkCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /**
     * This amount so many times, exact.
     *
     * @throws IllegalArgumentException if the product is beyond the limits
     */
    public Money times(BigDecimal factor) {
        try {
            return new Money(amount.multiply(factor), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The exponent of " + Bounds.shown(factor) + " is beyond all bounds of a factor", e);
        }
    }

    /**
     * Compares the values.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        checkCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** The code and the plain amount, such as {@code EUR 24.99}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    private void checkCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    this + " and " + other + " are in different currencies: convert one of them first");
        }
    }
}
