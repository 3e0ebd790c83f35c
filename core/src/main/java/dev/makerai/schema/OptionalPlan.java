package dev.makerai.schema;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@link Optional} and its primitive kin. */
final class OptionalPlan extends NullablePlan {
    private final Class<?> type;

    OptionalPlan(Class<?> type, Plan value) {
        super(value);
        this.type = type;
    }

    @Override
    @Nullable
    Object whenNull() {
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        return type == OptionalDouble.class ? OptionalDouble.empty() : Optional.empty();
    }

    @Override
    @Nullable
    Object wrap(@Nullable Object read) {
        if (read == null) {
            return whenNull();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.of((Integer) read);
        }
        if (type == OptionalLong.class) {
            return OptionalLong.of((Long) read);
        }
        return type == OptionalDouble.class ? OptionalDouble.of((Double) read) : Optional.of(read);
    }

    @Override
    @Nullable
    Object unwrap(@Nullable Object written) {
        return valueOf(written);
    }

    /** Whether a type is one of the optionals. */
    static boolean is(Class<?> type) {
        return type == Optional.class
                || type == OptionalInt.class
                || type == OptionalLong.class
                || type == OptionalDouble.class;
    }

    /** Whether a value is an optional. */
    static boolean isOptional(@Nullable Object value) {
        return value != null && is(value.getClass());
    }

    /** What an optional holds; null if it is empty, or is null itself. */
    static @Nullable Object valueOf(@Nullable Object optional) {
        if (optional instanceof OptionalInt held) {
            return held.isPresent() ? held.getAsInt() : null;
        }
        if (optional instanceof OptionalLong held) {
            return held.isPresent() ? held.getAsLong() : null;
        }
        if (optional instanceof OptionalDouble held) {
            return held.isPresent() ? held.getAsDouble() : null;
        }
        return optional instanceof Optional<?> held ? held.orElse(null) : null;
    }
}
