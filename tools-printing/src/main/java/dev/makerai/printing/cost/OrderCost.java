package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What an order costs the shop, before rounding. */
final class OrderCost {
    private final CostModel model;
    private final List<JobCost> jobs;
    private final List<ExactLine> once;

    OrderCost(CostModel model, PrintOrder order) {
        this.model = model;
        this.jobs = order.jobs().stream().map(job -> new JobCost(model, job)).toList();
        BigDecimal minutes = BigDecimal.valueOf(model.labour().orderMinutes());
        this.once = List.of(
                new ExactLine(
                        LineCode.LABOUR,
                        "Preparing the order, minutes",
                        minutes,
                        model.labour().cost(minutes)),
                ExactLine.of(LineCode.SETUP, "Setup", model.setupPerOrder()),
                ExactLine.of(LineCode.PACKAGING, "Packaging", model.packagingPerOrder()));
    }

    List<JobCost> jobs() {
        return jobs;
    }

    /** What is due once, however many jobs there are. */
    BigDecimal once() {
        return ExactLine.sum(once);
    }

    /** Every line, the overhead included. */
    List<ExactLine> lines() {
        List<ExactLine> lines = new ArrayList<>();
        for (JobCost job : jobs) {
            String prefix = jobs.size() == 1 ? "" : job.job().name() + ": ";
            job.lines().forEach(line -> lines.add(line.named(prefix)));
        }
        lines.addAll(once);
        BigDecimal overhead = ExactLine.sum(lines).multiply(model.overheadRate(), MathContext.DECIMAL128);
        lines.add(ExactLine.of(LineCode.OVERHEAD, "Overhead, " + Percent.of(model.overheadRate()), overhead));
        return lines;
    }

    CostBreakdown breakdown() {
        Rounding rounding = model.pricePolicy().rounding();
        List<ExactLine> lines = lines();
        BigDecimal total = rounding.line(ExactLine.sum(lines));
        return new CostBreakdown(
                ExactLine.shown(lines, total, rounding.increment(), model.currency()),
                new Money(total, model.currency()));
    }
}
