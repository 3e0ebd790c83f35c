package dev.makerai.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The Java types of numbers. */
enum NumberKind {
    BYTE(NumberRange.between(Byte.MIN_VALUE, Byte.MAX_VALUE)),
    SHORT(NumberRange.between(Short.MIN_VALUE, Short.MAX_VALUE)),
    INT(NumberRange.between(Integer.MIN_VALUE, Integer.MAX_VALUE)),
    LONG(NumberRange.between(Long.MIN_VALUE, Long.MAX_VALUE)),
    BIG_INTEGER(NumberRange.ALL),
    FLOAT(NumberRange.ALL),
    DOUBLE(NumberRange.ALL),
    BIG_DECIMAL(NumberRange.ALL);

    private final NumberRange natural;

    NumberKind(NumberRange natural) {
        this.natural = natural;
    }

    /** The kind of a primitive, boxed or big type; null for any other type. */
    static @Nullable NumberKind of(Class<?> type) {
        return switch (type.getName()) {
            case "byte", "java.lang.Byte" -> BYTE;
            case "short", "java.lang.Short" -> SHORT;
            case "int", "java.lang.Integer" -> INT;
            case "long", "java.lang.Long" -> LONG;
            case "float", "java.lang.Float" -> FLOAT;
            case "double", "java.lang.Double" -> DOUBLE;
            case "java.math.BigInteger" -> BIG_INTEGER;
            case "java.math.BigDecimal" -> BIG_DECIMAL;
            default -> null;
        };
    }

    boolean isInteger() {
        return compareTo(BIG_INTEGER) <= 0;
    }

    /** Whether a model would easily leave the type's range without being told of it. */
    boolean isNarrow() {
        return this == BYTE || this == SHORT;
    }

    NumberRange natural() {
        return natural;
    }

    /** The value as this type, or null if it is too large for it; integers must be whole and in range. */
    @Nullable
    Object from(BigDecimal exact, String literal) {
        return switch (this) {
            case BYTE -> exact.byteValueExact();
            case SHORT -> exact.shortValueExact();
            case INT -> exact.intValueExact();
            case LONG -> exact.longValueExact();
            case BIG_INTEGER -> exact.toBigIntegerExact();
            case FLOAT -> finite(Float.parseFloat(literal));
            case DOUBLE -> finite(Double.parseDouble(literal));
            case BIG_DECIMAL -> exact;
        };
    }

    private static @Nullable Float finite(float value) {
        return Float.isFinite(value) ? value : null;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
