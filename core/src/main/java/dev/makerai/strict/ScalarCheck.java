package dev.makerai.strict;

import dev.makerai.strict.ValueCheck.Problems;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks numbers and strings by a schema's bounds. */
final class ScalarCheck {
    private final Map<String, Object> schema;
    private final String path;
    private final Problems problems;

    private ScalarCheck(Map<String, Object> schema, String path, Problems problems) {
        this.schema = schema;
        this.path = path;
        this.problems = problems;
    }

    static boolean check(Map<String, Object> schema, Object value, String path, Problems problems) {
        ScalarCheck check = new ScalarCheck(schema, path, problems);
        if (value instanceof String text) {
            return check.text(text);
        }
        return !Tree.isNumber(value) || check.number(Tree.number(value));
    }

    private boolean text(String text) {
        int characters = text.codePointCount(0, text.length());
        BigDecimal least = bound("minLength");
        if (least != null && BigDecimal.valueOf(characters).compareTo(least) < 0) {
            return problems.add(path, "expected at least " + least + " characters, found " + characters);
        }
        BigDecimal most = bound("maxLength");
        if (most != null && BigDecimal.valueOf(characters).compareTo(most) > 0) {
            return problems.add(path, "expected at most " + most + " characters, found " + characters);
        }
        if (schema.get("pattern") instanceof String regex
                && !EcmaPattern.of(regex).isIn(text)) {
            return problems.add(path, "expected a string matching " + regex + ", found " + Words.found(text));
        }
        if (schema.get("format") instanceof String format && !TextFormat.fits(format, text)) {
            return problems.add(path, "expected a string of the format " + format + ", found " + Words.found(text));
        }
        return true;
    }

    private boolean number(BigDecimal number) {
        boolean isBelowExclusive = Boolean.TRUE.equals(schema.get("exclusiveMaximum"));
        boolean isAboveExclusive = Boolean.TRUE.equals(schema.get("exclusiveMinimum"));
        return atLeast(number, bound("minimum"), isAboveExclusive)
                && atLeast(number, bound("exclusiveMinimum"), true)
                && atMost(number, bound("maximum"), isBelowExclusive)
                && atMost(number, bound("exclusiveMaximum"), true)
                && multiple(number, bound("multipleOf"));
    }

    private boolean atLeast(BigDecimal number, @Nullable BigDecimal bound, boolean exclusive) {
        if (bound == null || number.compareTo(bound) > (exclusive ? 0 : -1)) {
            return true;
        }
        return problems.add(
                path, "expected a number " + (exclusive ? "above " : "of at least ") + bound + ", found " + number);
    }

    private boolean atMost(BigDecimal number, @Nullable BigDecimal bound, boolean exclusive) {
        if (bound == null || number.compareTo(bound) < (exclusive ? 0 : 1)) {
            return true;
        }
        return problems.add(
                path, "expected a number " + (exclusive ? "below " : "of at most ") + bound + ", found " + number);
    }

    private boolean multiple(BigDecimal number, @Nullable BigDecimal of) {
        if (of == null || of.signum() <= 0) {
            return true;
        }
        boolean fits = Tree.isReasonable(number)
                && Tree.isReasonable(of)
                && number.remainder(of).signum() == 0;
        return fits || problems.add(path, "expected a multiple of " + of + ", found " + number);
    }

    private @Nullable BigDecimal bound(String keyword) {
        Object bound = schema.get(keyword);
        return bound != null && Tree.isNumber(bound) ? Tree.number(bound) : null;
    }
}
