package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Place;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code byte}, {@code short}, {@code int} and {@code long}. */
final class IntegerPlan implements Plan {
    /** Texts of at most this length are read without a look at their digits' value. */
    private static final int SAFE_DIGITS = 18;

    private final int bits;
    private final @Nullable NumberRange range;

    private IntegerPlan(int bits, @Nullable NumberRange range) {
        this.bits = bits;
        this.range = range;
    }

    /** Whether a type, primitive or boxed, is read by this plan. */
    static boolean is(Class<?> type) {
        return bits(type) > 0;
    }

    static IntegerPlan of(Class<?> type, @Nullable Range range, Place place, Type declared) {
        int bits = bits(type);
        if (range == null) {
            return new IntegerPlan(bits, null);
        }
        return new IntegerPlan(bits, NumberRange.of(range, true, natural(bits), place, declared));
    }

    private static int bits(Class<?> type) {
        return switch (type.getName()) {
            case "byte", "java.lang.Byte" -> Byte.SIZE;
            case "short", "java.lang.Short" -> Short.SIZE;
            case "int", "java.lang.Integer" -> Integer.SIZE;
            case "long", "java.lang.Long" -> Long.SIZE;
            default -> 0;
        };
    }

    /** For {@code long} the upper bound is one too high, which no bound that a double holds exactly can reach. */
    private static NumberRange natural(int bits) {
        return NumberRange.between((double) min(bits), (double) max(bits));
    }

    private static long min(int bits) {
        return -1L << (bits - 1);
    }

    private static long max(int bits) {
        return ~min(bits);
    }

    /** Whether a model would easily leave the type's range without being told of it. */
    private boolean isNarrow() {
        return bits <= Short.SIZE;
    }

    @Override
    public void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        JsonWriter json = out.open("integer", description, nullable);
        if (range != null) {
            range.schema(json);
        } else if (isNarrow()) {
            natural(bits).schema(json);
        }
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.NUMBER, expected())) {
            return ValueReader.INVALID;
        }
        String literal = in.json().nextString();
        long value;
        if (isPlain(literal)) {
            value = Long.parseLong(literal);
        } else {
            BigDecimal exact = NumberText.exact(literal);
            if (exact == null) {
                return in.mismatch("an integer of ordinary size", NumberText.shown(literal));
            }
            if (!NumberText.isWhole(exact)) {
                return in.mismatch(expected(), NumberText.shown(literal));
            }
            if (exact.compareTo(BigDecimal.valueOf(min(bits))) < 0
                    || exact.compareTo(BigDecimal.valueOf(max(bits))) > 0) {
                return in.mismatch(bounds(), NumberText.shown(literal));
            }
            value = exact.longValueExact();
        }
        boolean allowed = range == null ? value >= min(bits) && value <= max(bits) : range.contains(value);
        return allowed ? boxed(value) : in.mismatch(bounds(), NumberText.shown(literal));
    }

    private static boolean isPlain(String literal) {
        if (literal.length() > SAFE_DIGITS) {
            return false;
        }
        for (int i = literal.startsWith("-") ? 1 : 0; i < literal.length(); i++) {
            if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Object boxed(long value) {
        return switch (bits) {
            case Byte.SIZE -> (byte) value;
            case Short.SIZE -> (short) value;
            case Integer.SIZE -> (int) value;
            default -> value;
        };
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        NumberText.write(out, (Number) Present.in(out, value));
    }

    @Override
    public String expected() {
        return range == null && !isNarrow() ? "an integer" : bounds();
    }

    private String bounds() {
        return range == null ? "an integer from " + min(bits) + " to " + max(bits) : "an integer" + range.text();
    }
}
