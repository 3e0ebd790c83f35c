package dev.makerai.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What something cost, with its parts. A part whose price is not known is named in {@link #unknown} and never counted as
 * nothing: there is no {@link #total} then, only what is known of it.
 *
 * @param currency of all amounts
 * @param input of input tokens that neither came from the cache nor were written into it
 * @param cachedInput of input tokens that came from the cache
 * @param cacheWrites of input tokens that were written into the cache
 * @param output of output tokens, reasoning included
 * @param toolCalls of calls of tools that the service runs, where they have a price of their own
 * @param unknown what else there is, whose price is not known, in words; mostly empty
 */
public record Cost(
        Currency currency,
        BigDecimal input,
        BigDecimal cachedInput,
        BigDecimal cacheWrites,
        BigDecimal output,
        BigDecimal toolCalls,
        List<String> unknown) {
    /** Copies the list. */
    public Cost {
        unknown = List.copyOf(unknown);
    }

    /** Nothing at all. */
    public static Cost none(Currency currency) {
        return new Cost(
                currency,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of());
    }

    /** Something whose price is not known. */
    static Cost unknown(Currency currency, String what) {
        Cost none = none(currency);
        return new Cost(
                currency, none.input, none.cachedInput, none.cacheWrites, none.output, none.toolCalls, List.of(what));
    }

    /** Whether the price of everything is known. */
    public boolean isKnown() {
        return unknown.isEmpty();
    }

    /** All of it, exactly; null if the price of a part is not known. */
    public @Nullable BigDecimal total() {
        return isKnown() ? known() : null;
    }

    /** What is known of it: the total, or the least that it can be. */
    public BigDecimal known() {
        return input.add(cachedInput).add(cacheWrites).add(output).add(toolCalls);
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if the other has another currency
     */
    public Cost plus(Cost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Costs in " + currency + " and in " + other.currency + " cannot be added");
        }
        Set<String> all = new LinkedHashSet<>(unknown);
        all.addAll(other.unknown);
        return new Cost(
                currency,
                input.add(other.input),
                cachedInput.add(other.cachedInput),
                cacheWrites.add(other.cacheWrites),
                output.add(other.output),
                toolCalls.add(other.toolCalls),
                new ArrayList<>(all));
    }

    /**
     * The amount for people, such as {@code 0.0132 USD}, with as many places as it takes to show three digits; a cost that
     * is not known is shown as {@code at least 0.0132 USD, and unknown: …}.
     */
    @Override
    public String toString() {
        String amount = shown(known()) + " " + currency.getCurrencyCode();
        if (isKnown()) {
            return amount;
        }
        String parts = String.join(", ", unknown);
        return known().signum() == 0 ? "unknown: " + parts : "at least " + amount + ", and unknown: " + parts;
    }

    private static String shown(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0.00";
        }
        int places = amount.scale() - amount.precision() + 3;
        BigDecimal rounded = amount.setScale(Math.max(2, places), RoundingMode.HALF_UP);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }
}
