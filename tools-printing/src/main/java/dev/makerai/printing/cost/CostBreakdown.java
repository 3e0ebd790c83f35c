package dev.makerai.printing.cost;

import java.util.Currency;
import java.util.List;

/**
 * An amount and the lines that it is made of, for the shop's own eyes. The lines' amounts add up to the total exactly.
 *
 * @param lines the parts; one that comes to nothing is left out, so there may be none
 * @param total the sum
 */
public record CostBreakdown(List<CostLine> lines, Money total) {
    /** Takes a copy of the lines. */
    public CostBreakdown {
        lines = List.copyOf(lines);
    }

    /** The currency of all amounts. */
    public Currency currency() {
        return total.currency();
    }

    /** What all lines of one kind come to. */
    public Money sum(LineCode code) {
        return lines.stream()
                .filter(line -> line.code() == code)
                .map(CostLine::amount)
                .reduce(Money.zero(currency()), Money::plus);
    }
}
