package dev.makerai.printing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds the parts of a sum so that the rounded parts add up to the rounded sum, by the largest remainder: every part is
 * cut down to a multiple of the increment, and what is left goes, one increment each, to the parts that lost most.
 */
final class Apportionment {
    /**
     * Decimals that count. The formula's divisions are exact to 34 digits, so 1.005 may come out as 1.00499…9; rounding
     * to these first keeps such an amount from falling on the wrong side of a tie.
     */
    private static final int DECIMALS = 12;

    private Apportionment() {}

    /** How many increments an exact amount is, rounded. */
    static BigDecimal units(BigDecimal exact, BigDecimal increment, RoundingMode mode) {
        return settled(exact).divide(increment, 0, mode);
    }

    /**
     * The parts as multiples of the increment.
     *
     * @param exact the parts before rounding, not empty
     * @param increment what every result is a multiple of
     * @param units what the results add up to, in increments
     */
    static List<BigDecimal> apportion(List<BigDecimal> exact, BigDecimal increment, BigDecimal units) {
        List<BigDecimal> whole = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal missing = units;
        for (BigDecimal part : exact) {
            BigDecimal floor = units(part, increment, RoundingMode.FLOOR);
            whole.add(floor);
            remainders.add(settled(part).subtract(floor.multiply(increment)));
            missing = missing.subtract(floor);
        }
        List<Integer> largestFirst = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(remainders::get)
                        .reversed())
                .toList();
        // The parts fall short by less than one increment each. A directed rounding mode on an exact multiple can ask
        // for
        // one more or one less than that; then it goes round again, or takes from the part that lost least.
        int step = missing.signum();
        for (int i = 0; missing.signum() != 0; i++) {
            int turn = i % largestFirst.size();
            int part = largestFirst.get(step > 0 ? turn : largestFirst.size() - 1 - turn);
            whole.set(part, whole.get(part).add(BigDecimal.valueOf(step)));
            missing = missing.subtract(BigDecimal.valueOf(step));
        }
        return whole.stream().map(count -> count.multiply(increment)).toList();
    }

    /** Whether an amount is nothing but what a division left behind. */
    static boolean isDust(BigDecimal exact) {
        return settled(exact).signum() == 0;
    }

    private static BigDecimal settled(BigDecimal exact) {
        return exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
