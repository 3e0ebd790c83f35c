package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The steps from the cost of an order to its price. */
final class OrderPrice {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final CostModel model;
    private final PrintOrder order;
    private final PricePolicy policy;
    private final OrderCost cost;

    /** What the cost of anything is multiplied by to come to its price. */
    private final BigDecimal factor;

    /** The whole price before any step: printing for each job, and what is due once. */
    private final List<ExactLine> offer = new ArrayList<>();

    /** Each step from there to the net price. */
    private final List<ExactLine> steps = new ArrayList<>();

    OrderPrice(CostModel model, PrintOrder order) {
        Bounds.sameCurrency("shipping", order.shipping(), model.currency());
        this.model = model;
        this.order = order;
        this.policy = model.pricePolicy();
        this.cost = new OrderCost(model, order);
        this.factor = policy.pricing().factor().multiply(BigDecimal.ONE.add(model.overheadRate()), PRECISION);
        cost.jobs().forEach(this::offer);
        offer.add(ExactLine.of(LineCode.SETUP, "Preparing and packing the order", priced(cost.once())));
        BigDecimal reached = ExactLine.sum(offer).add(ExactLine.sum(steps));
        addSteps(reached);
    }

    PrintPrice price() {
        Totals totals = totals();
        List<ExactLine> lines = new ArrayList<>(offer);
        lines.addAll(steps);
        Currency currency = model.currency();
        BigDecimal each = totals.total.divide(BigDecimal.valueOf(order.pieces()), PRECISION);
        return new PrintPrice(
                shown(lines, totals),
                order.pieces(),
                new Money(policy.rounding().line(each), currency),
                new Money(totals.net, currency),
                new Money(totals.tax, currency),
                new Money(totals.total, currency));
    }

    CostBreakdown breakdown() {
        Totals totals = totals();
        List<ExactLine> lines = new ArrayList<>(cost.lines());
        BigDecimal profit = ExactLine.sum(offer).subtract(ExactLine.sum(lines));
        lines.add(ExactLine.of(LineCode.PROFIT, profitText(policy.pricing()), profit));
        lines.addAll(steps);
        return new CostBreakdown(shown(lines, totals), new Money(totals.total, model.currency()));
    }

    private void offer(JobCost job) {
        PrintJob pieces = job.job();
        BigDecimal price = priced(job.total());
        offer.add(new ExactLine(LineCode.PRINT, pieces.name(), BigDecimal.valueOf(pieces.quantity()), price));

        BigDecimal rate = breakRate(pieces.quantity());
        BigDecimal off = priced(job.run()).multiply(rate, PRECISION);
        addStep(LineCode.QUANTITY_BREAK, Percent.of(rate) + " off the printing of " + pieces.name(), off.negate());

        // Just below a break, fewer pieces would cost more than the break's quantity does.
        BigDecimal reached = price.subtract(off);
        for (QuantityBreak next : policy.quantityBreaks()) {
            if (next.quantity() > pieces.quantity()) {
                BigDecimal there = brokenPrice(pieces.withQuantity(next.quantity()));
                if (there.compareTo(reached) < 0) {
                    String text = pieces.name() + ": no more than " + next.quantity() + " pieces cost";
                    addStep(LineCode.QUANTITY_BREAK, text, there.subtract(reached));
                    reached = there;
                }
            }
        }
    }

    private BigDecimal brokenPrice(PrintJob job) {
        JobCost there = new JobCost(model, job);
        return priced(there.total()).subtract(priced(there.run()).multiply(breakRate(job.quantity()), PRECISION));
    }

    private BigDecimal breakRate(int quantity) {
        BigDecimal rate = BigDecimal.ZERO;
        for (QuantityBreak next : policy.quantityBreaks()) {
            if (quantity >= next.quantity()) {
                rate = next.rate();
            }
        }
        return rate;
    }

    private void addSteps(BigDecimal start) {
        BigDecimal reached = start;
        BigDecimal rush = reached.multiply(order.rushFactor().subtract(BigDecimal.ONE), PRECISION);
        reached = reached.add(addStep(LineCode.RUSH, "Rush", rush));

        BigDecimal perPiece = policy.minimumPerPiece().amount().multiply(BigDecimal.valueOf(order.pieces()));
        BigDecimal least = perPiece.max(policy.minimumPerOrder().amount());
        BigDecimal missing = least.subtract(reached).max(BigDecimal.ZERO);
        reached = reached.add(addStep(LineCode.MINIMUM, "Up to the minimum order", missing));

        BigDecimal discount = reached.multiply(order.discountRate(), PRECISION).negate();
        reached = reached.add(addStep(LineCode.DISCOUNT, "Discount, " + Percent.of(order.discountRate()), discount));

        BigDecimal shipping =
                order.shipping() == null ? BigDecimal.ZERO : order.shipping().amount();
        reached = reached.add(addStep(LineCode.SHIPPING, "Shipping", shipping));

        BigDecimal kept = BigDecimal.ONE.subtract(policy.channelFeeRate());
        BigDecimal raised = reached.add(policy.channelFeePerOrder().amount()).divide(kept, PRECISION);
        addStep(LineCode.CHANNEL_FEE, "Fee of the sales channel", raised.subtract(reached));
    }

    private BigDecimal addStep(LineCode code, String text, BigDecimal amount) {
        steps.add(ExactLine.of(code, text, amount));
        return amount;
    }

    private BigDecimal priced(BigDecimal amount) {
        return amount.multiply(factor, PRECISION);
    }

    /** Tax is counted on the net amount that is shown, as an invoice does. */
    private Totals totals() {
        Rounding rounding = policy.rounding();
        BigDecimal net = rounding.line(ExactLine.sum(offer).add(ExactLine.sum(steps)));
        BigDecimal tax = rounding.line(net.multiply(policy.taxRate()));
        return new Totals(net, tax, rounding.total(net.add(tax)));
    }

    private List<CostLine> shown(List<ExactLine> untaxed, Totals totals) {
        Rounding rounding = policy.rounding();
        List<ExactLine> after = List.of(
                ExactLine.of(LineCode.TAX, "Tax, " + Percent.of(policy.taxRate()), totals.tax),
                ExactLine.of(
                        LineCode.ROUNDING,
                        "Rounding",
                        totals.total.subtract(totals.net).subtract(totals.tax)));
        List<CostLine> lines =
                new ArrayList<>(ExactLine.shown(untaxed, totals.net, rounding.increment(), model.currency()));
        lines.addAll(ExactLine.shown(after, ExactLine.sum(after), rounding.increment(), model.currency()));
        return lines;
    }

    private static String profitText(Pricing pricing) {
        return pricing instanceof Pricing.Margin margin
                ? "Profit, a margin of " + Percent.of(margin.rate())
                : "Profit, a markup of " + Percent.of(((Pricing.Markup) pricing).rate());
    }

    private record Totals(BigDecimal net, BigDecimal tax, BigDecimal total) {}
}
