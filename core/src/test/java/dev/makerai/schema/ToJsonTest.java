package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.schema.RecordCases.Circle;
import dev.makerai.schema.RecordCases.Part;
import dev.makerai.schema.SimpleCases.Material;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"ArrayRecordComponent", "UnusedMethod"}) // Called by reflection.
class ToJsonTest {
    record Result(
            String partName,
            @Param(name = "total_eur") BigDecimal total,
            Optional<Material> material,
            Json details,
            int[] counts,
            Object anything) {}

    private record Throwing(int x) {
        @Override
        public int x() {
            throw new UnsupportedOperationException("no x");
        }
    }

    static Stream<Arguments> values() {
        Map<Object, Object> keys = new LinkedHashMap<>();
        keys.put("text", 1);
        keys.put(Material.PLA, null);
        keys.put(7, List.of());
        keys.put(LocalDate.of(2026, 11, 22), 'c');
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(true, "true"),
                Arguments.of(3, "3"),
                Arguments.of((byte) 3, "3"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("0.00000001"), "0.00000001"),
                Arguments.of(new BigDecimal("4.20"), "4.20"),
                Arguments.of(new BigDecimal("1E+999999999"), "1E+999999999"),
                Arguments.of(new BigInteger("123456789012345678901"), "123456789012345678901"),
                Arguments.of("a\"b", "\"a\\\"b\""),
                Arguments.of(CharBuffer.wrap("x"), "\"x\""),
                Arguments.of('c', "\"c\""),
                Arguments.of(Material.ABS, "\"ABS\""),
                Arguments.of(Instant.parse("2026-11-22T10:15:30Z"), "\"2026-11-22T10:15:30Z\""),
                Arguments.of(OffsetDateTime.parse("2026-11-22T10:15Z"), "\"2026-11-22T10:15:00Z\""),
                Arguments.of(Duration.ofMinutes(90), "\"PT1H30M\""),
                Arguments.of(ZoneId.of("Europe/Berlin"), "\"Europe/Berlin\""),
                Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(Optional.empty(), "null"),
                Arguments.of(Optional.of(1), "1"),
                Arguments.of(OptionalInt.of(5), "5"),
                Arguments.of(Json.parse("{ \"a\": 1.50 }"), "{ \"a\": 1.50 }"),
                Arguments.of(List.of(1, "a", List.of()), "[1,\"a\",[]]"),
                Arguments.of(Arrays.asList(null, 1), "[null,1]"),
                Arguments.of(new double[][] {{1.5}, {}}, "[[1.5],[]]"),
                Arguments.of(new String[] {"a"}, "[\"a\"]"),
                Arguments.of(keys, "{\"text\":1,\"PLA\":null,\"7\":[],\"2026-11-22\":\"c\"}"),
                Arguments.of(
                        new Part("a", 1, Material.PLA), "{\"name\":\"a\",\"weight_grams\":1.0,\"material\":\"PLA\"}"),
                Arguments.of(new Circle(2), "{\"circle\":{\"radius\":2.0}}"),
                Arguments.of(
                        new Result(
                                "a", new BigDecimal("1.10"), Optional.empty(), Json.NULL, new int[] {1}, new Circle(1)),
                        "{\"part_name\":\"a\",\"total_eur\":1.10,\"material\":null,\"details\":null,\"counts\":[1],"
                                + "\"anything\":{\"circle\":{\"radius\":1.0}}}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesByTheClassAtRunTime(Object value, String json) {
        assertEquals(json, Schema.toJson(value).text());
        assertEquals(Json.parse(json), Schema.toJson(value));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        Double.NaN, "$: NaN is not a number in JSON. Use null or say in words why there is no number."),
                Arguments.of(
                        Map.of("a", List.of(Float.NEGATIVE_INFINITY)),
                        "$.a[0]: -Infinity is not a number in JSON. Use null or say in words why there is no number."),
                Arguments.of(
                        new Object(),
                        "$: java.lang.Object has no form in JSON. Return a record, a String, a List or a Map."),
                Arguments.of(
                        List.of(new Thread()),
                        "$[0]: java.lang.Thread has no form in JSON. Return a record, a String, a List or a Map."),
                Arguments.of(new byte[1], "$: byte[] has no form in JSON. Return a record, a String, a List or a Map."),
                Arguments.of(Collections.singletonMap(null, 1), "$.: a key of the map is null. Leave that entry out."),
                Arguments.of(
                        Map.of(1.5, 1),
                        "$.: a map's key of java.lang.Double has no form in JSON. Use String, an enum or an integer as the key."),
                Arguments.of(sameKeys(), "$.1: two keys of the map are both \"1\" as text. Use keys of one type."),
                Arguments.of("x".repeat(5_000_000), "$: the text grows over 4194304 bytes. Return less of it."),
                Arguments.of(
                        Collections.nCopies(5_000_000, 1),
                        "$[2097153]: the text grows over 4194304 bytes. Return less of it."),
                Arguments.of(
                        new Throwing(1),
                        "dev.makerai.schema.ToJsonTest$Throwing.x() threw java.lang.UnsupportedOperationException: no x"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatHasNoForm(Object value, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Schema.toJson(value));

        assertEquals(message, e.getMessage());
    }

    @Test
    void whatHoldsItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("next", List.of(map, map));

        for (Object value : List.of(list, map)) {
            String message = assertThrows(IllegalArgumentException.class, () -> Schema.toJson(value))
                    .getMessage();
            assertTrue(
                    message.endsWith("nested deeper than 100 levels. Does it hold itself? Return less of it."),
                    message);
            assertTrue(message.length() < 400, message);
        }
    }

    @Test
    void readsBackWhereTheTypeIsPlain() {
        Part part = new Part("a", 1.5, Material.PETG);

        assertEquals(part, Schema.of(Part.class).read(Schema.toJson(part).text()));
    }

    static Stream<Arguments> resultTypes() {
        return Stream.of(
                Arguments.of(
                        "future",
                        "java.util.concurrent.CompletableFuture<java.lang.String>",
                        "a promise of a value is not the value. Return the value itself."),
                Arguments.of(
                        "stream",
                        "java.util.stream.Stream<java.lang.String>",
                        "it can be read only once and may have no end. Return a List."),
                Arguments.of(
                        "path",
                        "java.nio.file.Path",
                        "it would show the model where files of this computer are. Return a String with the name."),
                Arguments.of(
                        "bytes",
                        "byte[]",
                        "bytes have no form in JSON. Return a String, or write a file and return its name."),
                Arguments.of(
                        "thread",
                        "java.lang.Thread",
                        "a class does not say what it is made of. Return a record, a String, a List or a Map."),
                Arguments.of(
                        "list",
                        "java.util.List<java.util.Date>",
                        "java.util.Date in it: a class does not say what it is made of. Return a record, a String, a List or a Map."),
                Arguments.of(
                        "supplier",
                        "java.util.function.Supplier<java.lang.String>",
                        "a function has no form in JSON. Return what it gives."));
    }

    @ParameterizedTest
    @MethodSource("resultTypes")
    void refusesResultTypesThatCanNeverBeWritten(String method, String type, String message) throws Exception {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Schema.requireWritable(Results.class.getDeclaredMethod(method)));

        assertEquals(
                "dev.makerai.schema.ToJsonTest$Results." + method + "(), result (" + type + "): " + message,
                e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("dev.makerai.schema.ToJsonTest#writableMethods")
    void letsResultTypesPassThatMayBeWritten(String method) throws Exception {
        Schema.requireWritable(Results.class.getDeclaredMethod(method));
    }

    static List<String> writableMethods() {
        return List.of(
                "nothing", "anything", "records", "json", "matrix", "wildcard", "number", "charSequence", "shape");
    }

    @Test
    void findsARefusedTypeInsideARecord() throws Exception {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Schema.requireWritable(Results.class.getDeclaredMethod("holder")));

        assertEquals(
                "dev.makerai.schema.ToJsonTest$Results.holder(), result (dev.makerai.schema.ToJsonTest$Holder), in it"
                        + " dev.makerai.schema.ToJsonTest$Holder, component 'file' (java.nio.file.Path): it would show the model"
                        + " where files of this computer are. Return a String with the name.",
                e.getMessage());
    }

    record Holder(String name, List<Holder> parts, Path file) {}

    interface Results {
        java.util.concurrent.CompletableFuture<String> future();

        Stream<String> stream();

        Path path();

        byte[] bytes();

        Thread thread();

        List<java.util.Date> list();

        java.util.function.Supplier<String> supplier();

        Holder holder();

        void nothing();

        Object anything();

        Map<String, List<Part>> records();

        Json json();

        double[][] matrix();

        List<?> wildcard();

        Number number();

        CharSequence charSequence();

        RecordCases.Shape shape();
    }

    private static Map<Object, Object> sameKeys() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("1", 1);
        map.put(1, 1);
        return map;
    }
}
