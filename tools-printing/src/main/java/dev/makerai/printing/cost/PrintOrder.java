package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client orders at once: what is due once per order is counted once, however many models it holds.
 *
 * <pre>{@code
 * PrintOrder.of(bracket, cover).withRush("1.25").withShipping(Money.of("4.90", "EUR"));
 * }</pre>
 *
 * @param jobs one for each model, at least one and at most 1000
 * @param rushFactor what the price is multiplied by for speed, from 1 (no rush) to 100
 * @param discountRate what the client is let off, from 0 to 1; 0.05 is 5 %
 * @param shipping what the delivery costs the client; null for none
 */
public record PrintOrder(
        List<PrintJob> jobs,
        BigDecimal rushFactor,
        BigDecimal discountRate,
        @Nullable Money shipping) {
    private static final int MOST_JOBS = 1000;

    /**
     * Checks the terms.
     *
     * @throws IllegalArgumentException if there is no job, there are too many, or a figure is out of its range
     */
    public PrintOrder {
        jobs = List.copyOf(jobs);
        if (jobs.isEmpty() || jobs.size() > MOST_JOBS) {
            throw new IllegalArgumentException("An order holds 1 to " + MOST_JOBS + " jobs, not " + jobs.size());
        }
        Bounds.rate("a rush factor", rushFactor, 1, 100);
        Bounds.rate("a discount", discountRate, 0, 1);
        if (shipping != null) {
            Bounds.notNegative("shipping", shipping);
        }
    }

    /** An order of these jobs without rush, discount or shipping. */
    public static PrintOrder of(PrintJob... jobs) {
        return new PrintOrder(List.of(jobs), BigDecimal.ONE, BigDecimal.ZERO, null);
    }

    /**
     * The same in a hurry.
     *
     * @param factor what the price is multiplied by; {@code "1.25"} adds a quarter
     */
    public PrintOrder withRush(String factor) {
        return new PrintOrder(jobs, Bounds.decimal("a rush factor", factor), discountRate, shipping);
    }

    /**
     * The same with something off.
     *
     * @param rate the share that the client does not pay; {@code "0.05"} is 5 %
     */
    public PrintOrder withDiscount(String rate) {
        return new PrintOrder(jobs, rushFactor, Bounds.decimal("a discount", rate), shipping);
    }

    /** The same, sent to the client. */
    public PrintOrder withShipping(Money amount) {
        return new PrintOrder(jobs, rushFactor, discountRate, amount);
    }

    /** How many pieces all jobs make together. */
    public int pieces() {
        return jobs.stream().mapToInt(PrintJob::quantity).sum();
    }
}
