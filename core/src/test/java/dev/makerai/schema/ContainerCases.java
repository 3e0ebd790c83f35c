package dev.makerai.schema;

import dev.makerai.schema.SimpleCases.Material;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, sets, arrays and maps. */
@SuppressWarnings("ArrayRecordComponent") // Users have them, so they must work.
final class ContainerCases {
    private ContainerCases() {}

    record Sized(
            @Size(min = 1, max = 3) List<String> names,
            @Size(max = 2) double[] point,
            @Size(min = 1) Set<Material> materials,
            @Size(min = 2, max = 2) Map<String, Integer> stock) {}

    record Nulls(
            List<@Nullable String> names, @Nullable String @Nullable [] lines, Map<String, @Nullable Integer> stock) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Nulls nulls
                    && nulls.names.equals(names)
                    && Arrays.equals(nulls.lines, lines)
                    && nulls.stock.equals(stock);
        }

        @Override
        public int hashCode() {
            return names.hashCode();
        }
    }

    record Bounded(
            @Range(min = 0, max = 100) List<Integer> percentages,
            @Pattern("[A-Z]{3}") String[] codes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bounded bounded
                    && bounded.percentages.equals(percentages)
                    && Arrays.equals(bounded.codes, codes);
        }

        @Override
        public int hashCode() {
            return percentages.hashCode();
        }
    }

    static List<SchemaCase> all() {
        Map<Material, BigDecimal> prices = new LinkedHashMap<>();
        prices.put(Material.PLA, new BigDecimal("19.90"));
        prices.put(Material.PETG, new BigDecimal("24.00"));
        return List.of(
                SchemaCase.of(
                        "list-of-strings",
                        new SchemaCase.TypeOf<List<String>>() {},
                        List.of("a", "b"),
                        "{\"value\":[\"a\",\"b\"]}"),
                SchemaCase.of(
                        "list-of-wildcards",
                        new SchemaCase.TypeOf<List<? extends Material>>() {},
                        List.of(Material.PLA),
                        "{\"value\":[\"PLA\"]}"),
                SchemaCase.of(
                        "collection-of-lists",
                        new SchemaCase.TypeOf<Collection<List<Integer>>>() {},
                        List.of(List.of(1, 2), List.of()),
                        "{\"value\":[[1,2],[]]}"),
                SchemaCase.of(
                        "set-of-enums",
                        new SchemaCase.TypeOf<Set<Material>>() {},
                        Set.of(Material.PETG),
                        "{\"value\":[\"PETG\",\"PETG\"]}"),
                SchemaCase.of("int-array", int[].class, new int[] {1, 2}, "{\"value\":[1,2]}"),
                SchemaCase.of(
                        "double-matrix", double[][].class, new double[][] {{1, 2}, {}}, "{\"value\":[[1,2.0],[]]}"),
                SchemaCase.of(
                        "generic-array",
                        new SchemaCase.TypeOf<Optional<Integer>[]>() {},
                        optionals(),
                        "{\"value\":[1,null]}"),
                SchemaCase.of(
                        "map-of-strings",
                        new SchemaCase.TypeOf<Map<String, String>>() {},
                        Map.of("colour", "red"),
                        "{\"value\":[{\"value\":\"red\",\"key\":\"colour\"}]}"),
                SchemaCase.of(
                        "map-of-enums",
                        new SchemaCase.TypeOf<Map<Material, BigDecimal>>() {},
                        prices,
                        "{\"value\":[{\"key\":\"PLA\",\"value\":19.90},{\"key\":\"PETG\",\"value\":24.00}]}"),
                SchemaCase.of(
                        "map-of-integers",
                        new SchemaCase.TypeOf<Map<Integer, List<String>>>() {},
                        Map.of(7, List.of("x")),
                        "{\"value\":[{\"key\":7,\"value\":[\"x\"]}]}"),
                SchemaCase.of(
                        "sized",
                        Sized.class,
                        null, // Its array compares by identity: the JSON written again is compared instead.
                        "{\"names\":[\"a\"],\"point\":[1],\"materials\":[\"PLA\"],"
                                + "\"stock\":[{\"key\":\"a\",\"value\":1},{\"key\":\"b\",\"value\":2}]}"),
                SchemaCase.of(
                        "nullable-elements",
                        Nulls.class,
                        new Nulls(Arrays.asList("a", null), null, nullValue()),
                        "{\"names\":[\"a\",null],\"lines\":null,\"stock\":[{\"key\":\"PLA\",\"value\":null}]}"),
                SchemaCase.of(
                        "bounded-elements",
                        Bounded.class,
                        new Bounded(List.of(0, 100), new String[] {"EUR"}),
                        "{\"percentages\":[0,100],\"codes\":[\"EUR\"]}"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<Integer>[] optionals() {
        return new Optional[] {Optional.of(1), Optional.empty()};
    }

    private static Map<String, Integer> nullValue() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("PLA", null);
        return map;
    }
}
