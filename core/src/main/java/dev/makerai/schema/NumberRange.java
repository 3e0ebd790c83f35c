package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers that are allowed: bounds, each inclusive or not, and a step. */
record NumberRange(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean exclusiveMin,
        boolean exclusiveMax,
        @Nullable BigDecimal step) {
    static final NumberRange ALL = new NumberRange(null, null, false, false, null);
    /** Beyond this a double is not every integer. */
    private static final double EXACT_INTEGERS = 0x1p53;

    static NumberRange between(long min, long max) {
        return new NumberRange(BigDecimal.valueOf(min), BigDecimal.valueOf(max), false, false, null);
    }

    /** @param natural what the Java type can hold */
    static NumberRange of(Range range, boolean integer, NumberRange natural, Place place, Type type) {
        NumberRange declared = new NumberRange(
                bound(range.min()),
                bound(range.max()),
                range.exclusiveMin(),
                range.exclusiveMax(),
                range.multipleOf() == 0 ? null : bound(range.multipleOf()));
        String fault = fault(range, declared, integer, natural);
        if (fault != null) {
            throw place.refuse(type, "its @Range " + fault, "Correct @Range");
        }
        return declared;
    }

    private static @Nullable String fault(Range range, NumberRange declared, boolean integer, NumberRange natural) {
        double[] all = {range.min(), range.max(), range.multipleOf()};
        for (double value : all) {
            if (Double.isNaN(value)) {
                return "holds NaN";
            }
            if (integer && Double.isFinite(value) && (value != Math.rint(value) || Math.abs(value) > EXACT_INTEGERS)) {
                return "holds " + text(BigDecimal.valueOf(value)) + ", which is no integer that a double can hold";
            }
        }
        if (range.multipleOf() < 0 || Double.isInfinite(range.multipleOf())) {
            return "has a multipleOf below 0 or without end";
        }
        if (range.min() == Double.POSITIVE_INFINITY
                || range.max() == Double.NEGATIVE_INFINITY
                || range.min() > range.max()
                || (range.min() == range.max() && (range.exclusiveMin() || range.exclusiveMax()))) {
            return "leaves no value";
        }
        if ((range.exclusiveMin() && declared.min == null) || (range.exclusiveMax() && declared.max == null)) {
            return "excludes a bound that it does not set";
        }
        if (declared.min == null && declared.max == null && declared.step == null) {
            return "bounds nothing";
        }
        boolean fits = (declared.min == null || natural.contains(declared.min))
                && (declared.max == null || natural.contains(declared.max));
        return fits ? null : "is wider than the type";
    }

    private static @Nullable BigDecimal bound(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        // Without this 100.0 would be shown with its ".0", and 1E+2 after stripping zeros.
        return new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    boolean contains(BigDecimal value) {
        int overMin = min == null ? 1 : value.compareTo(min);
        int underMax = max == null ? 1 : max.compareTo(value);
        return (exclusiveMin ? overMin > 0 : overMin >= 0)
                && (exclusiveMax ? underMax > 0 : underMax >= 0)
                && (step == null || value.remainder(step).signum() == 0);
    }

    void schema(JsonWriter out) throws IOException {
        keyword(out, exclusiveMin ? "exclusiveMinimum" : "minimum", min);
        keyword(out, exclusiveMax ? "exclusiveMaximum" : "maximum", max);
        keyword(out, "multipleOf", step);
    }

    private static void keyword(JsonWriter out, String keyword, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            out.name(keyword).value(value);
        }
    }

    /** As the end of "an integer …", such as " from 1 to 10"; empty for all numbers. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (min != null && max != null && !exclusiveMin && !exclusiveMax) {
            text.append(" from ").append(text(min)).append(" to ").append(text(max));
        } else {
            if (min != null) {
                text.append(exclusiveMin ? " above " : " of at least ").append(text(min));
            }
            if (max != null) {
                text.append(min == null ? "" : " and")
                        .append(exclusiveMax ? " below " : min == null ? " of at most " : " at most ")
                        .append(text(max));
            }
        }
        if (step != null) {
            text.append(min == null && max == null ? "" : ",")
                    .append(" in steps of ")
                    .append(text(step));
        }
        return text.toString();
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
