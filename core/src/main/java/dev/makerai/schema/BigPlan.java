package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@link BigInteger} and {@link BigDecimal}, exact in all their digits. */
final class BigPlan implements Plan {
    private final boolean isInteger;
    private final @Nullable NumberRange range;

    private BigPlan(boolean isInteger, @Nullable NumberRange range) {
        this.isInteger = isInteger;
        this.range = range;
    }

    /** Whether a type is read by this plan. */
    static boolean is(Class<?> type) {
        return type == BigDecimal.class || type == BigInteger.class;
    }

    static BigPlan of(Class<?> type, @Nullable Range range, Place place, Type declared) {
        boolean isInteger = type == BigInteger.class;
        return new BigPlan(
                isInteger, range == null ? null : NumberRange.of(range, isInteger, NumberRange.ALL, place, declared));
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open(isInteger ? "integer" : "number", description, nullable);
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
        BigDecimal exact = NumberText.exact(literal);
        if (exact == null) {
            return in.mismatch(type() + " of ordinary size", NumberText.shown(literal));
        }
        if ((isInteger && !NumberText.isWhole(exact)) || (range != null && !range.contains(exact))) {
            return in.mismatch(expected(), NumberText.shown(literal));
        }
        return isInteger ? exact.toBigIntegerExact() : exact;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        NumberText.write(out, (Number) Present.in(out, value));
    }

    private String type() {
        return isInteger ? "an integer" : "a number";
    }

    @Override
    public String expected() {
        return range == null ? type() : type() + range.text();
    }
}
