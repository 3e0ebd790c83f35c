package dev.makerai.cost;

import dev.makerai.responses.ResponseRequest;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take: money, tokens or both.
 *
 * <pre>{@code
 * Run<String> run = ai.prompt("Compare these data sheets").budget(Budget.usd("0.05")).run();
 * }</pre>
 *
 * <p>Before each request, what is spent and what the request's input will be, as estimated by {@link TokenEstimate}, are
 * counted together, and the output is bounded by what is left.
 *
 * @param money the most that it may cost, or null if only tokens count
 * @param currency of the money, which is that of the price table; null if there is none
 * @param tokens the most tokens, input and output of all rounds together; null if only money counts
 */
public record Budget(
        @Nullable BigDecimal money,
        @Nullable Currency currency,
        @Nullable Long tokens) {
    /** The fewest tokens that the service takes as a bound of the output. */
    private static final long LEAST_OUTPUT = 16;

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if there is neither money nor tokens, one of them is not above zero, or there is
     *     money without a currency
     */
    public Budget {
        if (money == null && tokens == null) {
            throw new IllegalArgumentException("A budget bounds money or tokens");
        }
        if (money != null && (currency == null || money.signum() <= 0)) {
            throw new IllegalArgumentException(
                    "A budget of money is above zero and has a currency, but is " + money + " " + currency);
        }
        if (tokens != null && tokens <= 0) {
            throw new IllegalArgumentException("A budget of tokens is above zero, but is " + tokens);
        }
    }

    /**
     * Bounds the money.
     *
     * @param amount US dollars as a decimal number, such as {@code "0.05"}
     * @throws IllegalArgumentException if that is no number above zero
     */
    public static Budget usd(String amount) {
        return of(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    /**
     * Bounds the money.
     *
     * @param money above zero
     * @param currency that of the price table
     */
    public static Budget of(BigDecimal money, Currency currency) {
        return new Budget(money, currency, null);
    }

    /**
     * Bounds the tokens, input and output of all rounds together.
     *
     * @param tokens above zero
     */
    public static Budget tokens(long tokens) {
        return new Budget(null, null, tokens);
    }

    /** This budget, which bounds the tokens too. */
    public Budget andTokens(long most) {
        return new Budget(money, currency, most);
    }

    /**
     * How many tokens the output of a request may have.
     *
     * @param request the next one; all of it has a price, if the budget is one of money
     * @param inputTokens about how many tokens its input has
     * @param spent what was spent before
     * @param spentTokens the tokens before, input and output
     * @param prices in the currency of the budget, if it is one of money
     * @return 0 if nothing can be asked for with what is left
     */
    public long outputTokensFor(
            ResponseRequest request, long inputTokens, BigDecimal spent, long spentTokens, PriceTable prices) {
        long output = Long.MAX_VALUE;
        if (tokens != null) {
            output = tokens - spentTokens - inputTokens;
        }
        if (money != null) {
            BigDecimal left = money.subtract(spent)
                    .subtract(prices.most(request, inputTokens, 0).known());
            BigDecimal perMillion = prices.most(request, inputTokens, 1_000_000)
                    .known()
                    .subtract(prices.most(request, inputTokens, 0).known());
            if (left.signum() < 0) {
                return 0;
            }
            if (perMillion.signum() > 0) {
                BigDecimal most = left.movePointRight(6).divideToIntegralValue(perMillion);
                output = Math.min(
                        output, most.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
            }
        }
        return output < LEAST_OUTPUT ? 0 : output;
    }

    /** The bounds, such as {@code 0.05 USD and 20000 tokens}. */
    @Override
    public String toString() {
        String amount = money == null ? "" : money.toPlainString() + " " + currency;
        String count = tokens == null ? "" : tokens + " tokens";
        return amount.isEmpty() || count.isEmpty() ? amount + count : amount + " and " + count;
    }
}
