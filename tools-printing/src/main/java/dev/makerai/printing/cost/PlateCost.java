package dev.makerai.printing.cost;

import dev.makerai.printing.material.MaterialPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run of one plate: what printing it costs, and what plates like it that fail add. */
final class PlateCost {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal GRAMS_PER_KILOGRAM = new BigDecimal(1000);
    private static final BigDecimal WATTS_PER_KILOWATT = new BigDecimal(1000);

    /** Owners measured 100 to 160 W with PLA and 190 W on a large bed; the highest of them where nothing is known. */
    private static final double USUAL_WATTS = 190;

    private final CostModel model;
    private final PrintJob job;
    private final int pieces;

    PlateCost(CostModel model, PrintJob job, int pieces) {
        this.model = model;
        this.job = job;
        this.pieces = pieces;
    }

    /** The same lines in the same order for any number of pieces, so that plates can be added up. */
    List<ExactLine> lines() {
        double hours = job.hours() * pieces;
        List<ExactLine> lines = new ArrayList<>();
        job.filaments().forEach(filament -> lines.add(material(filament)));
        lines.add(electricity(hours));
        lines.add(machine(hours));
        BigDecimal minutes = BigDecimal.valueOf(model.labour().plateMinutes());
        lines.add(new ExactLine(
                LineCode.LABOUR,
                "Starting and clearing plates, minutes",
                minutes,
                model.labour().cost(minutes)));
        lines.add(failure(hours, ExactLine.sum(lines)));
        return lines;
    }

    private ExactLine material(Filament filament) {
        MaterialPrice price = filament.material().price();
        if (price == null) {
            throw new UnpricedMaterialException(filament.material().name());
        }
        Money perKilogram = new Money(price.perKilogram(), price.currency());
        Bounds.sameCurrency("the price of " + filament.material().name(), perKilogram, model.currency());
        BigDecimal grams = BigDecimal.valueOf(filament.partGrams())
                .add(BigDecimal.valueOf(filament.supportGrams()))
                .add(BigDecimal.valueOf(filament.brimGrams()))
                .multiply(BigDecimal.valueOf(pieces))
                .add(BigDecimal.valueOf(filament.purgeGrams()))
                .multiply(BigDecimal.ONE.add(model.wasteRate()), PRECISION);
        String waste = model.wasteRate().signum() == 0 ? "" : " with " + Percent.of(model.wasteRate()) + " waste";
        return new ExactLine(
                LineCode.MATERIAL,
                filament.material().name() + " filament" + waste + " at " + perKilogram + " per kg, grams",
                grams,
                grams.multiply(perKilogram.amount(), PRECISION).divide(GRAMS_PER_KILOGRAM, PRECISION));
    }

    private ExactLine electricity(double hours) {
        BigDecimal kilowattHours = BigDecimal.valueOf(watts())
                .multiply(BigDecimal.valueOf(hours), PRECISION)
                .add(BigDecimal.valueOf(model.machine().heatUpWattHours()))
                .divide(WATTS_PER_KILOWATT, PRECISION);
        return new ExactLine(
                LineCode.ELECTRICITY,
                "Electricity at " + model.tariffPerKwh() + " per kWh, kWh",
                kilowattHours,
                kilowattHours.multiply(model.tariffPerKwh().amount(), PRECISION));
    }

    /** The printer's own measured power, else the most that a material of the job is known to take. */
    private double watts() {
        Double measured = model.machine().printWatts();
        return measured != null
                ? measured
                : job.filaments().stream()
                        .mapToDouble(filament -> orUsual(filament.material().printWatts()))
                        .max()
                        .orElse(USUAL_WATTS);
    }

    private static double orUsual(@Nullable Double watts) {
        return watts == null ? USUAL_WATTS : watts;
    }

    private ExactLine machine(double hours) {
        boolean abrasive = job.filaments().stream().anyMatch(Filament::abrasive);
        BigDecimal exactHours = BigDecimal.valueOf(hours);
        return new ExactLine(
                LineCode.MACHINE,
                "Printer, hours",
                exactHours,
                exactHours.multiply(model.machine().hourlyRate(abrasive), PRECISION));
    }

    private ExactLine failure(double hours, BigDecimal run) {
        FailureModel failure = job.failure() == null ? model.failure() : job.failure();
        BigDecimal rate = failure.failureRate(hours);
        BigDecimal failedPlates = rate.divide(BigDecimal.ONE.subtract(rate), PRECISION);
        BigDecimal added = run.multiply(failure.factor(hours).subtract(BigDecimal.ONE), PRECISION);
        return new ExactLine(LineCode.FAILURE, "Plates that fail and are printed again, plates", failedPlates, added);
    }
}
