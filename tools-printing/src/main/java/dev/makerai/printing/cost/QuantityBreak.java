package dev.makerai.printing.cost;

import java.math.BigDecimal;

/**
 * A lower price of the printing itself from some number of pieces on. What is due once per order or model is not
 * lowered: it is already shared by more pieces.
 *
 * @param quantity from how many pieces of one model, 2 to 1 000 000
 * @param rate what is taken off, from 0 to 1; 0.05 is 5 %
 */
public record QuantityBreak(int quantity, BigDecimal rate) {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public QuantityBreak {
        if (quantity < 2) {
            throw new IllegalArgumentException("A quantity break starts at 2 pieces or more, not at " + quantity);
        }
        Bounds.count("a quantity break", quantity, Bounds.PIECES);
        Bounds.rate("a quantity break", rate, 0, 1);
    }

    /**
     * A break out of a text.
     *
     * @param quantity from how many pieces
     * @param rate such as {@code "0.05"} for 5 %
     */
    public static QuantityBreak from(int quantity, String rate) {
        return new QuantityBreak(quantity, Bounds.decimal("a quantity break", rate));
    }
}
