package dev.makerai.run;

import dev.makerai.cost.Budget;
import dev.makerai.cost.Cost;
import dev.makerai.cost.PriceTable;
import dev.makerai.cost.TokenEstimate;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a run within its budget: looks at what is spent before each request, and bounds its output by what is left. */
final class BudgetGuard {
    private final Budget budget;
    private final PriceTable prices;

    /**
     * What a request is worth.
     *
     * @param request as it may be sent
     * @param end how the run ends instead, or null
     */
    record Verdict(ResponseRequest request, @Nullable RunEnd end) {}

    BudgetGuard(Budget budget, PriceTable prices) {
        this.budget = budget;
        this.prices = prices;
    }

    Verdict check(ResponseRequest request, List<Step> before) {
        if (budget.money() != null) {
            String missing = missingPrice(request);
            if (missing != null) {
                return new Verdict(
                        request,
                        new RunEnd.Failed(new ConfigurationException(
                                "A budget of " + budget + " cannot be kept: " + missing + ". Nothing was sent")));
            }
        }
        BigDecimal spent = BigDecimal.ZERO;
        long spentTokens = 0;
        for (Step step : before) {
            spent = spent.add(spent(step));
            spentTokens += usage(step).totalTokens();
        }
        long input = inputTokens(request, before);
        long output = budget.outputTokensFor(request, input, spent, spentTokens, prices);
        if (output == 0) {
            return new Verdict(request, exceeded(spent, spentTokens, input));
        }
        Long asked = request.maxOutputTokens();
        long most = asked == null ? output : Math.min(asked, output);
        return asked != null && most == asked || most == Long.MAX_VALUE
                ? new Verdict(request, null)
                : new Verdict(request.toBuilder().maxOutputTokens(most).build(), null);
    }

    private @Nullable String missingPrice(ResponseRequest request) {
        return prices.currency().equals(budget.currency())
                ? prices.missing(request)
                : "the price table is in " + prices.currency();
    }

    /** The tokens of a round; where the service did not report them, about so many. */
    private static Usage usage(Step step) {
        Usage usage = step.response().usage();
        return usage == null
                ? Usage.of(
                        TokenEstimate.of(step.request()),
                        0,
                        0,
                        TokenEstimate.of(CallItems.sendable(step.response())),
                        0)
                : usage;
    }

    private BigDecimal spent(Step step) {
        if (budget.money() == null) {
            return BigDecimal.ZERO;
        }
        Response response = step.response();
        Cost cost = prices.cost(step.request(), response);
        if (response.usage() != null) {
            return cost.known();
        }
        return cost.known()
                .add(prices.cost(
                                step.request().model(),
                                response.serviceTier(),
                                usage(step),
                                LocalDate.now(ZoneOffset.UTC))
                        .known());
    }

    /**
     * What the request holds, and what the service adds to it from the round before. What a local history repeats was
     * counted by the service then, which is nearer to the truth than an estimate.
     */
    private static long inputTokens(ResponseRequest request, List<Step> before) {
        long own = TokenEstimate.of(request);
        if (before.isEmpty()) {
            return own;
        }
        Step last = before.get(before.size() - 1);
        boolean isGoneOn = request.conversation() != null
                || request.previousResponseId() != null
                        && request.previousResponseId().equals(last.response().id());
        if (isGoneOn) {
            return own + usage(last).totalTokens();
        }
        List<InputItem> repeated = new ArrayList<>(last.request().input());
        repeated.addAll(CallItems.sendable(last.response()));
        List<InputItem> input = request.input();
        boolean isRepeated = input.size() >= repeated.size()
                && input.subList(0, repeated.size()).equals(repeated);
        return isRepeated
                ? Math.max(
                        own, usage(last).totalTokens() + TokenEstimate.of(input.subList(repeated.size(), input.size())))
                : own;
    }

    private RunEnd exceeded(BigDecimal spent, long spentTokens, long input) {
        String money =
                budget.money() == null ? "" : spent.stripTrailingZeros().toPlainString() + " " + budget.currency();
        String tokens = spentTokens + " tokens";
        return new RunEnd.LimitReached(
                Limit.BUDGET,
                "Of the budget of " + budget + ", " + (money.isEmpty() ? tokens : money + " (" + tokens + ")")
                        + " are spent, and the next request has about " + input
                        + " tokens of input. Allow more with budget, or ask for less.");
    }

    /** How a run ends whose output was cut off since the budget left no more of it. */
    RunEnd cutOff(long tokens) {
        return new RunEnd.LimitReached(
                Limit.BUDGET,
                "The budget of " + budget + " left " + tokens
                        + " tokens for the answer, and it was cut off there. Allow more with budget, or ask for less.");
    }
}
