package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that are allowed: bounds, each inclusive or not, and a step. Kept as doubles, as they are annotated:
 * BigDecimal alone takes longer to load than all the rest of a schema, so it is left to where digits count.
 *
 * @param min the lower bound; negative infinity for none
 * @param max the upper bound; infinity for none
 * @param step 0 for none
 */
record NumberRange(double min, double max, boolean exclusiveMin, boolean exclusiveMax, double step) {
    static final NumberRange ALL = between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** Beyond this a double is not every integer. */
    private static final double EXACT_INTEGERS = 0x1p53;

    static NumberRange between(double min, double max) {
        return new NumberRange(min, max, false, false, 0);
    }

    /** @param natural what the Java type can hold */
    static NumberRange of(Range range, boolean integer, NumberRange natural, Place place, Type type) {
        NumberRange declared = new NumberRange(
                range.min(), range.max(), range.exclusiveMin(), range.exclusiveMax(), range.multipleOf());
        String fault = declared.fault(integer, natural);
        if (fault != null) {
            throw place.refuse(type, "its @Range " + fault, "Correct @Range");
        }
        return declared;
    }

    private @Nullable String fault(boolean integer, NumberRange natural) {
        for (double value : new double[] {min, max, step}) {
            if (Double.isNaN(value)) {
                return "holds NaN";
            }
            if (integer && Double.isFinite(value) && !isExactInteger(value)) {
                return "holds " + text(value) + ", which is no integer that a double can hold";
            }
        }
        if (step < 0 || Double.isInfinite(step)) {
            return "has a multipleOf below 0 or without end";
        }
        if (min == Double.POSITIVE_INFINITY
                || max == Double.NEGATIVE_INFINITY
                || min > max
                || (min == max && (exclusiveMin || exclusiveMax))) {
            return "leaves no value";
        }
        if ((exclusiveMin && !hasMin()) || (exclusiveMax && !hasMax())) {
            return "excludes a bound that it does not set";
        }
        if (!hasMin() && !hasMax() && step == 0) {
            return "bounds nothing";
        }
        boolean fits = (!hasMin() || natural.isBetween(min)) && (!hasMax() || natural.isBetween(max));
        if (!fits) {
            return "is wider than the type";
        }
        double least = step == 0 && integer ? 1 : step;
        return least == 0 || holdsMultiple(least, natural)
                ? null
                : "leaves no value: there is no multiple of " + text(least) + " in it";
    }

    /** Whether the first multiple of a step at or above the lower bound is not over the upper one. */
    private boolean holdsMultiple(double of, NumberRange natural) {
        double low = hasMin() ? min : natural.min;
        double high = hasMax() ? max : natural.max;
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            return true;
        }
        BigDecimal each = BigDecimal.valueOf(of);
        BigDecimal lowest = BigDecimal.valueOf(low);
        BigDecimal first = lowest.divide(each, 0, RoundingMode.CEILING).multiply(each);
        if (exclusiveMin && first.compareTo(lowest) == 0) {
            first = first.add(each);
        }
        int underMax = BigDecimal.valueOf(high).compareTo(first);
        return exclusiveMax ? underMax > 0 : underMax >= 0;
    }

    private boolean hasMin() {
        return min > Double.NEGATIVE_INFINITY;
    }

    private boolean hasMax() {
        return max < Double.POSITIVE_INFINITY;
    }

    private boolean isBetween(double value) {
        return (exclusiveMin ? value > min : value >= min) && (exclusiveMax ? value < max : value <= max);
    }

    /** For integer types, whose bounds and step are integers that a double holds exactly. */
    boolean contains(long value) {
        return isBetween((double) value) && (step == 0 || value % (long) step == 0);
    }

    /** @param literal the digits of the value, which a step needs: 0.3 as a double is no multiple of 0.1 */
    boolean contains(double value, String literal) {
        return isBetween(value) && (step == 0 || isMultiple(NumberText.exact(literal)));
    }

    boolean contains(BigDecimal value) {
        int overMin = hasMin() ? value.compareTo(BigDecimal.valueOf(min)) : 1;
        int underMax = hasMax() ? BigDecimal.valueOf(max).compareTo(value) : 1;
        return (exclusiveMin ? overMin > 0 : overMin >= 0)
                && (exclusiveMax ? underMax > 0 : underMax >= 0)
                && (step == 0 || isMultiple(value));
    }

    private boolean isMultiple(@Nullable BigDecimal value) {
        return value != null && value.remainder(BigDecimal.valueOf(step)).signum() == 0;
    }

    void schema(JsonWriter out) throws IOException {
        if (hasMin()) {
            keyword(out, exclusiveMin ? "exclusiveMinimum" : "minimum", min);
        }
        if (hasMax()) {
            keyword(out, exclusiveMax ? "exclusiveMaximum" : "maximum", max);
        }
        if (step != 0) {
            keyword(out, "multipleOf", step);
        }
    }

    private static void keyword(JsonWriter out, String keyword, double value) throws IOException {
        if (isExactInteger(value)) {
            out.name(keyword).value((long) value);
        } else {
            out.name(keyword).value(value);
        }
    }

    /** As the end of "an integer …", such as " from 1 to 10"; empty for all numbers. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (hasMin() && hasMax() && !exclusiveMin && !exclusiveMax) {
            text.append(" from ").append(text(min)).append(" to ").append(text(max));
        } else {
            if (hasMin()) {
                text.append(exclusiveMin ? " above " : " of at least ").append(text(min));
            }
            if (hasMax()) {
                text.append(hasMin() ? " and" : "")
                        .append(exclusiveMax ? " below " : hasMin() ? " at most " : " of at most ")
                        .append(text(max));
            }
        }
        if (step != 0) {
            text.append(hasMin() || hasMax() ? "," : "").append(" in steps of ").append(text(step));
        }
        return text.toString();
    }

    private static String text(double value) {
        return isExactInteger(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isExactInteger(double value) {
        return value == Math.rint(value) && Math.abs(value) <= EXACT_INTEGERS;
    }
}
