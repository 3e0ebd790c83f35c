package dev.makerai.printing.cost;

import java.util.Currency;
import java.util.List;

/**
 * What a client pays, without a word on what it costs the shop. The lines' amounts add up to the total exactly.
 *
 * @param lines what the client pays for; a line that comes to nothing is left out
 * @param pieces how many pieces are ordered
 * @param unitPrice the total divided by the pieces and rounded, so that so many times this may differ from the total by
 *     a fraction of the smallest unit for each piece
 * @param net the price without tax
 * @param tax the tax on the net price
 * @param total what is to pay: net, tax, and the rounding of the amount where there is any
 */
public record PrintPrice(List<CostLine> lines, int pieces, Money unitPrice, Money net, Money tax, Money total) {
    /** Takes a copy of the lines. */
    public PrintPrice {
        lines = List.copyOf(lines);
    }

    /** The currency of all amounts. */
    public Currency currency() {
        return total.currency();
    }
}
