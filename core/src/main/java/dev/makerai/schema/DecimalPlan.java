package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** {@code float} and {@code double}; never infinite, never NaN. */
final class DecimalPlan implements Plan {
    private final boolean isFloat;
    private final @Nullable NumberRange range;

    private DecimalPlan(boolean isFloat, @Nullable NumberRange range) {
        this.isFloat = isFloat;
        this.range = range;
    }

    /** Whether a type, primitive or boxed, is read by this plan. */
    static boolean is(Class<?> type) {
        return type == double.class || type == Double.class || type == float.class || type == Float.class;
    }

    static DecimalPlan of(Class<?> type, @Nullable Range range, Place place, Type declared) {
        boolean isFloat = type == float.class || type == Float.class;
        NumberRange natural = isFloat ? NumberRange.between(-Float.MAX_VALUE, Float.MAX_VALUE) : NumberRange.ALL;
        return new DecimalPlan(isFloat, range == null ? null : NumberRange.of(range, false, natural, place, declared));
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open("number", description, nullable);
        if (range != null) {
            range.schema(json);
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.NUMBER, expected())) {
            return ValueReader.INVALID;
        }
        String literal = in.json().nextString();
        if (literal.length() > NumberText.MAX_LITERAL) {
            return in.mismatch("a number of ordinary size", NumberText.shown(literal));
        }
        // The bounds are doubles, so a float is held against them as it was written: 0.1 is not above 0.1.
        double value = Double.parseDouble(literal);
        if (!isOrdinary(value, literal)) {
            return in.mismatch("a number of ordinary size", NumberText.shown(literal));
        }
        if (range != null && !range.contains(value, literal)) {
            return in.mismatch(expected(), NumberText.shown(literal));
        }
        if (isFloat) {
            return Float.parseFloat(literal);
        }
        return value;
    }

    /** Neither too large nor so small that it would become a zero. */
    private boolean isOrdinary(double value, String literal) {
        double stored = isFloat ? Float.parseFloat(literal) : value;
        return Double.isFinite(stored) && (stored != 0 || NumberText.isZero(literal));
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        NumberText.write(out, (Number) Present.in(out, value));
    }

    @Override
    public String expected() {
        return range == null ? "a number" : "a number" + range.text();
    }
}
