package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** All kinds of Java numbers. */
final class NumberPlan implements Plan {
    private static final int MAX_LITERAL = 1_000;
    /** Keeps the digits of a number such as 1e999999999 from being written out. */
    private static final int MAX_EXPONENT = 2_000;

    private final NumberKind kind;
    private final @Nullable NumberRange range;

    /** @param range narrower than the type, or null */
    NumberPlan(NumberKind kind, @Nullable NumberRange range) {
        this.kind = kind;
        this.range = range;
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open(kind.isInteger() ? "integer" : "number", description, nullable);
        if (range != null) {
            range.schema(json);
        } else if (kind.isNarrow()) {
            kind.natural().schema(json);
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.NUMBER, expected())) {
            return ValueReader.INVALID;
        }
        String literal = in.json().nextString();
        BigDecimal exact = exact(literal);
        if (exact == null) {
            return in.mismatch(type() + " of ordinary size", ValueReader.shownNumber(literal));
        }
        if (kind.isInteger() && !isWhole(exact)) {
            return in.mismatch(expected(), ValueReader.shownNumber(literal));
        }
        if (!allowed().contains(exact)) {
            return in.mismatch(type() + allowed().text(), ValueReader.shownNumber(literal));
        }
        Object value = kind.from(exact, literal);
        return value == null ? in.mismatch(type() + " of ordinary size", ValueReader.shownNumber(literal)) : value;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        NumberText.write(out, (Number) Present.in(out, value));
    }

    @Override
    public String expected() {
        NumberRange told = range == null && !kind.isNarrow() ? NumberRange.ALL : allowed();
        return type() + told.text();
    }

    private String type() {
        return kind.isInteger() ? "an integer" : "a number";
    }

    private NumberRange allowed() {
        return range == null ? kind.natural() : range;
    }

    private static @Nullable BigDecimal exact(String literal) {
        if (literal.length() > MAX_LITERAL) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(literal);
            return Math.abs((long) exact.scale()) > MAX_EXPONENT ? null : exact;
        } catch (NumberFormatException e) {
            // The exponent does not fit an int.
            return null;
        }
    }

    private static boolean isWhole(BigDecimal exact) {
        return exact.signum() == 0
                || exact.scale() <= 0
                || exact.stripTrailingZeros().scale() <= 0;
    }
}
