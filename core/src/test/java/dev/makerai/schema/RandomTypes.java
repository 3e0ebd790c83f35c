package dev.makerai.schema;

import dev.makerai.schema.RecordCases.Box;
import dev.makerai.schema.RecordCases.Chain;
import dev.makerai.schema.RecordCases.Drawing;
import dev.makerai.schema.RecordCases.Expression;
import dev.makerai.schema.RecordCases.Result;
import dev.makerai.schema.RecordCases.Shape;
import dev.makerai.schema.RecordCases.Tree;
import dev.makerai.schema.SimpleCases.Material;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types put together at random, of all kinds that a schema can be derived from. */
final class RandomTypes {
    private static final List<Type> LEAVES = List.of(
            String.class,
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            Boolean.class,
            Material.class,
            LocalDate.class,
            Duration.class,
            UUID.class,
            Shape.class,
            Drawing.class,
            Chain.class,
            Tree.class,
            Expression.class);

    record Pair<A, B>(A first, B second, String note) {}

    record Entry<T>(
            @Param(defaultValue = "none") String name,
            @Nullable T value,
            boolean good) {}

    private record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }

    private RandomTypes() {}

    /** The schema of a random type that strict mode allows. */
    static Schema<?> schema(Random random) {
        while (true) {
            Type type = next(random, 3);
            try {
                return Schema.of(type);
            } catch (IllegalArgumentException e) {
                if (!e.getMessage().contains("deeper than 10 levels")) {
                    throw e;
                }
            }
        }
    }

    private static Type next(Random random, int depth) {
        if (depth == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Generic(List.class, List.of(next(random, depth - 1)));
            case 1 -> new Generic(Set.class, List.of(next(random, depth - 1)));
            case 2 -> new Generic(Map.class, List.of(key(random), next(random, depth - 1)));
            case 3 -> new Generic(Box.class, List.of(next(random, depth - 1)));
            case 4 -> new Generic(Result.class, List.of(next(random, depth - 1)));
            case 5, 6 -> new Generic(Pair.class, List.of(next(random, depth - 1), next(random, depth - 1)));
            case 7, 8 -> new Generic(Entry.class, List.of(present(next(random, depth - 1))));
            default -> new Generic(Optional.class, List.of(present(next(random, depth - 1))));
        };
    }

    private static Type key(Random random) {
        return List.<Type>of(String.class, Integer.class, Material.class).get(random.nextInt(3));
    }

    private static Type present(Type type) {
        return type instanceof Generic generic && generic.raw == Optional.class ? generic.arguments.get(0) : type;
    }
}
