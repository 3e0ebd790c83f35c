package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one job of an order costs: the run, which quantity breaks lower, and the rest. Overhead and what is due once per
 * order are not in it.
 */
final class JobCost {
    private final PrintJob job;
    private final List<ExactLine> run;
    private final List<ExactLine> rest;

    JobCost(CostModel model, PrintJob job) {
        this.job = job;
        this.run = run(model, job);
        this.rest = rest(model, job);
    }

    PrintJob job() {
        return job;
    }

    List<ExactLine> lines() {
        List<ExactLine> lines = new ArrayList<>(run);
        lines.addAll(rest);
        return lines;
    }

    BigDecimal run() {
        return ExactLine.sum(run);
    }

    BigDecimal total() {
        return run().add(ExactLine.sum(rest));
    }

    /** Full plates, and one more for what is left; the left-over plate is shorter and so less at risk. */
    private static List<ExactLine> run(CostModel model, PrintJob job) {
        int fullPlates = job.quantity() / job.piecesPerPlate();
        int left = job.quantity() % job.piecesPerPlate();
        if (fullPlates == 0) {
            return new PlateCost(model, job, left).lines();
        }
        List<ExactLine> run = new PlateCost(model, job, job.piecesPerPlate())
                .lines().stream()
                        .map(line -> line.times(BigDecimal.valueOf(fullPlates)))
                        .toList();
        if (left == 0) {
            return run;
        }
        List<ExactLine> lastPlate = new PlateCost(model, job, left).lines();
        List<ExactLine> both = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            both.add(run.get(i).plus(lastPlate.get(i)));
        }
        return both;
    }

    private static List<ExactLine> rest(CostModel model, PrintJob job) {
        Labour labour = model.labour();
        BigDecimal pieces = BigDecimal.valueOf(job.quantity());
        BigDecimal spools = BigDecimal.valueOf(job.filaments().size());
        double finishing = job.finishingMinutes() == null ? labour.finishingMinutes() : job.finishingMinutes();
        return List.of(
                work(labour, "Changing filament, minutes", labour.spoolMinutes(), spools),
                work(labour, "Finishing, minutes", finishing, pieces),
                work(labour, "Checking and packing, minutes", labour.packingMinutes(), pieces),
                ExactLine.of(LineCode.PROGRAMMING, "Preparing the model", model.programmingPerModel()),
                ExactLine.of(LineCode.DESIGN, "Design", orZero(model, "the design", job.design())),
                ExactLine.of(LineCode.CONSUMABLES, "Consumables", model.consumablesPerModel()),
                ExactLine.of(LineCode.HARDWARE, "Hardware", orZero(model, "hardware per piece", job.hardwarePerPiece()))
                        .times(pieces));
    }

    private static ExactLine work(Labour labour, String text, double minutes, BigDecimal times) {
        BigDecimal all = BigDecimal.valueOf(minutes).multiply(times);
        return new ExactLine(LineCode.LABOUR, text, all, labour.cost(all));
    }

    private static Money orZero(CostModel model, String what, @Nullable Money amount) {
        Bounds.sameCurrency(what, amount, model.currency());
        return amount == null ? Money.zero(model.currency()) : amount;
    }
}
