package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.InvalidValueException.Problem;
import dev.makerai.schema.RecordCases.Chain;
import dev.makerai.schema.RecordCases.Constrained;
import dev.makerai.schema.RecordCases.Order;
import dev.makerai.schema.RecordCases.Part;
import dev.makerai.schema.RecordCases.Shape;
import dev.makerai.schema.SimpleCases.Material;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a value, as a model is told. */
class SchemaReadTest {
    record Priced(BigDecimal price) {
        Priced {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("price must not be negative");
            }
        }
    }

    record Asserting(int x) {
        Asserting {
            if (x == 1) {
                throw new AssertionError("x is one");
            }
            if (x == 2) {
                throw new IllegalStateException();
            }
            if (x == 3) {
                throw new OutOfMemoryError("as a test");
            }
            if (x == 4) {
                throw new IllegalArgumentException("y".repeat(1_000));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}  | $.name: missing, expected a string; $.weight_grams: missing, expected a number above 0; $.material: missing, expected one of PLA, PETG, ABS",
                "{\"name\":1,\"weight_grams\":\"41.5\",\"material\":\"petg\"} | $.name: expected a string, found 1; $.weight_grams: expected a number above 0, found \"41.5\"; $.material: expected one of PLA, PETG, ABS, found \"petg\" (did you mean PETG?)",
                "{\"name\":null,\"weight_grams\":0,\"material\":[]} | $.name: expected a string, found null; $.weight_grams: expected a number above 0, found 0; $.material: expected one of PLA, PETG, ABS, found a list",
                "{\"name\":{},\"weight_grams\":true,\"material\":\"WOOD\"} | $.name: expected a string, found an object; $.weight_grams: expected a number above 0, found true; $.material: expected one of PLA, PETG, ABS, found \"WOOD\"",
                "{\"name\":\"a\",\"weightGrams\":1,\"material\":\"PLA\"} | $.weightGrams: unknown, did you mean weight_grams?; $.weight_grams: missing, expected a number above 0",
                "{\"name\":\"a\",\"weight_grams\":1,\"material\":\"PLA\",\"zzzzz\":1} | $.zzzzz: unknown, expected name, weight_grams, material",
                "{\"name\":\"a\",\"weight_grams\":1,\"weight_grams\":2,\"material\":\"PLA\"} | $.weight_grams: is there more than once",
                "[]   | $: expected an object, found a list",
                "null | $: expected an object, found null",
                "5    | $: expected an object, found 5",
                "{\"name\":\"a\",\"weight_grams\":1,\"material\":\"PLA\"} x | $: this is not JSON near character 48, around \"1,\"material\":\"PLA\"} x\"",
                "{\"name\":\"a\",\"weight_grams\":1,\"material\":\"PLA\"}{} | $: this is not JSON near character 47, around \":1,\"material\":\"PLA\"}{}\"",
                "{\"name\":\"a\" | $: this JSON ends too early, after \"{\"name\":\"a\"\"",
                "{\"name\":\"a | $.name: this JSON ends too early, after \"{\"name\":\"a\"",
                "{\"name\":'a'} | $.name: this is not JSON near character 9, around \"{\"name\":'a'}\"",
                "{\"name\":NaN} | $.name: this is not JSON near character 9, around \"{\"name\":NaN}\"",
                "{\"name\":\"\\q\"} | $.name: this is not JSON near character 12, around \"{\"name\":\"\\q\"}\"",
                "nonsense | $: this is not JSON near character 1, around \"nonsense\""
            })
    void listsAllThatIsWrongWithAPart(String json, String problems) {
        InvalidValueException e = assertThrows(
                InvalidValueException.class, () -> Schema.of(Part.class).read(json));

        assertEquals("Part cannot take this: " + problems, e.getMessage());
        assertEquals(json, e.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int     | 3.5         | expected an integer, found 3.5",
                "int     | 2147483648  | expected an integer from -2147483648 to 2147483647, found 2147483648",
                "int     | 1e10        | expected an integer from -2147483648 to 2147483647, found 1e10",
                "int     | 1e999999999 | expected an integer of ordinary size, found 1e999999999",
                "int     | 1e99999999999 | expected an integer of ordinary size, found 1e99999999999",
                "int     | 1e-999999999 | expected an integer of ordinary size, found 1e-999999999",
                "int     | true        | expected an integer, found true",
                "int     | \"3\"       | expected an integer, found \"3\"",
                "byte    | 128         | expected an integer from -128 to 127, found 128",
                "byte    | null        | expected an integer from -128 to 127, found null",
                "short   | -32769      | expected an integer from -32768 to 32767, found -32769",
                "long    | 9223372036854775808 | expected an integer from -9223372036854775808 to 9223372036854775807, found 9223372036854775808",
                "double  | 1e400       | expected a number of ordinary size, found 1e400",
                "float   | 1e39        | expected a number of ordinary size, found 1e39",
                "double  | 1e-400      | expected a number of ordinary size, found 1e-400",
                "float   | -1e-60      | expected a number of ordinary size, found -1e-60",
                "boolean | \"true\"    | expected true or false, found \"true\"",
                "boolean | 1           | expected true or false, found 1",
                "java.lang.String | false | expected a string, found false",
                "java.math.BigInteger | 0.1 | expected an integer, found 0.1",
                "java.math.BigDecimal | 1e5000 | expected a number of ordinary size, found 1e5000",
                "java.time.LocalDate  | \"2026-02-30\" | expected a date such as 2026-11-22, found \"2026-02-30\"",
                "java.time.LocalDate  | 20261122 | expected a date such as 2026-11-22, found 20261122",
                "java.time.Instant    | \"2026-11-22T10:15:30\" | expected a date and time with offset such as 2026-11-22T10:15:30Z, found \"2026-11-22T10:15:30\"",
                "java.time.LocalTime  | \"10:15Z\" | expected a time such as 10:15:30, found \"10:15Z\"",
                "java.time.Duration   | \"1 hour\" | expected a duration in days, hours, minutes and seconds such as PT1H30M, found \"1 hour\"",
                "java.time.Duration   | \"PT99999999999999999999H\" | expected a duration in days, hours, minutes and seconds such as PT1H30M, found \"PT99999999999999999999H\"",
                "java.util.UUID       | \"1-1-1-1-1\" | expected a UUID such as 123e4567-e89b-12d3-a456-426614174000, found \"1-1-1-1-1\"",
                "java.net.URI         | \"a b\" | expected a URI such as https://example.org/part, found \"a b\"",
                "java.util.Currency   | \"XYZ\" | expected an ISO 4217 currency code such as EUR, found \"XYZ\"",
                "java.time.ZoneId     | \"Mars/Base\" | expected a time zone such as Europe/Berlin, found \"Mars/Base\"",
                "java.util.Locale     | \"d!\" | expected a language tag such as de-AT, found \"d!\""
            })
    void saysWhatWasExpectedAndFound(String type, String value, String message) throws ClassNotFoundException {
        assertProblem(Schema.of(type(type)), "{\"value\":" + value + "}", "$.value", message);
    }

    @Test
    void anIntegerMayBeWrittenInAnyWay() {
        for (String text : List.of("100", "100.0", "1e2", "1.0E+2", "1000e-1")) {
            assertEquals(100, Schema.of(int.class).read("{\"value\":" + text + "}"));
        }
        assertEquals(0L, Schema.of(long.class).read("{\"value\":-0.0}"));
        assertEquals(new BigDecimal("1.50"), Schema.of(BigDecimal.class).read("{\"value\":1.50}"));
        assertEquals(0.1, Schema.of(double.class).read("{\"value\":0.1000000000000000055511151231257827}"));
    }

    @Test
    void aVeryLongNumberIsRefusedAtOnce() {
        String digits = "9".repeat(1_000_000);

        assertProblem(
                Schema.of(BigDecimal.class),
                "{\"value\":" + digits + "}",
                "$.value",
                "a number has more than 1000 characters, the most that is read");
    }

    @Test
    void namesThePlaceInsideListsAndObjects() {
        String part = "{\"name\":\"a\",\"weight_grams\":1,\"material\":\"PLA\"}";
        String json = "{\"number\":\"AB-0001\",\"due\":\"2026-11-22\",\"parts\":[" + part + "," + part
                + ",{\"name\":\"a\",\"weight_grams\":-1,\"material\":\"PLA\"}," + part + ",7],\"print_time\":\"PT3H\"}";
        InvalidValueException e = assertThrows(
                InvalidValueException.class, () -> Schema.of(Order.class).read(json));

        assertEquals(
                List.of(
                        new Problem("$.parts[2].weight_grams", "expected a number above 0, found -1"),
                        new Problem("$.parts[4]", "expected an object, found 7")),
                e.problems());
    }

    @Test
    void enforcesConstraints() {
        String good = "\"percent\":1,\"below\":-1,\"layer_height\":0.2,\"ratio\":null,\"material\":\"PLA\","
                + "\"engraving\":\"\",\"code\":null";
        Schema<Constrained> schema = Schema.of(Constrained.class);

        assertEquals(1, schema.read("{" + good + "}").percent());
        Map.of(
                        "\"percent\":101",
                        "expected an integer from 1 to 100, found 101",
                        "\"below\":0",
                        "expected an integer below 0, found 0",
                        "\"layer_height\":0.21",
                        "expected a number from 0.05 to 0.6, in steps of 0.05, found 0.21",
                        "\"ratio\":1",
                        "expected a number of at least 0 and below 1, found 1",
                        "\"material\":\"PLAX\"",
                        "expected a string matching ^(PLA|PETG)$, found \"PLAX\"",
                        "\"engraving\":\"" + "x".repeat(21) + "\"",
                        "expected a string of at most 20 characters, found 21 characters",
                        "\"code\":\"ab\"",
                        "expected a string of exactly 3 characters, found 2 characters")
                .forEach((member, message) -> {
                    String name = member.substring(1, member.indexOf('"', 1));
                    String json = "{" + good.replaceAll("\"" + name + "\":[^,]*", member) + "}";
                    assertProblem(schema, json, "$." + name, message);
                });
    }

    @Test
    void enforcesSizes() {
        assertProblem(
                Schema.of(ContainerCases.Sized.class),
                "{\"names\":[],\"point\":[1],\"materials\":[\"PLA\"],\"stock\":[{\"key\":\"a\",\"value\":1},{\"key\":\"b\",\"value\":1}]}",
                "$.names",
                "expected a list of 1 to 3 elements, found 0");
    }

    @Test
    void aKeyMayBeThereOnce() {
        assertProblem(
                Schema.of(new SchemaCase.TypeOf<Map<Material, Integer>>() {}.type()),
                "{\"value\":[{\"key\":\"PLA\",\"value\":1},{\"key\":\"PLA\",\"value\":2}]}",
                "$.value[1].key",
                "the key \"PLA\" is there more than once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | $.value | expected an object with one member of circle, square, ball, no_shape, found an empty object",
                "{\"circel\":{}} | $.value.circel | unknown, did you mean circle?",
                "{\"triangle\":{}} | $.value.triangle | unknown, expected an object with one member of circle, square, ball, no_shape",
                "{\"circle\":{}} | $.value.circle.radius | missing, expected a number",
                "{\"circle\":{\"radius\":1},\"ball\":{\"radius\":1}} | $.value.ball | one member too many, expected an object with one member of circle, square, ball, no_shape",
                "\"circle\" | $.value | expected an object with one member of circle, square, ball, no_shape, found \"circle\""
            })
    void aSealedTypeIsExactlyOneOfItsRecords(String value, String path, String message) {
        assertProblem(Schema.of(Shape.class), "{\"value\":" + value + "}", path, message);
    }

    @Test
    void whatAConstructorRefusesIsAProblemAtItsPlace() {
        Schema<?> list = Schema.of(new SchemaCase.TypeOf<List<Priced>>() {}.type());

        assertProblem(list, "{\"value\":[{\"price\":1},{\"price\":-1}]}", "$.value[1]", "price must not be negative");
        assertProblem(Schema.of(Asserting.class), "{\"x\":1}", "$", "the record Asserting refuses these values");
        assertProblem(Schema.of(Asserting.class), "{\"x\":2}", "$", "the record Asserting refuses these values");
        assertProblem(Schema.of(Asserting.class), "{\"x\":4}", "$", "y".repeat(200) + "…");
        assertThrows(OutOfMemoryError.class, () -> Schema.of(Asserting.class).read("{\"x\":3}"));
    }

    record Secretive(String text) {
        Secretive {
            if (text.isEmpty()) {
                throw new IllegalStateException("password=hunter2");
            }
            int unused = Integer.parseInt(text);
        }
    }

    @Test
    void onlyAnIllegalArgumentSpeaksToTheModel() {
        Schema<Secretive> schema = Schema.of(Secretive.class);
        InvalidValueException hidden = assertThrows(InvalidValueException.class, () -> schema.read("{\"text\":\"\"}"));

        assertEquals("Secretive cannot take this: $: the record Secretive refuses these values", hidden.getMessage());
        assertEquals("password=hunter2", hidden.getCause().getMessage());
        assertProblem(schema, "{\"text\":\"x\"}", "$", "For input string: \"x\"");
    }

    @Test
    void listsTenProblemsAndCountsTheRest() {
        InvalidValueException e = assertThrows(
                InvalidValueException.class,
                () -> Schema.of(int[].class).read("{\"value\":[" + "true,".repeat(24) + "false]}"));

        assertEquals(10, e.problems().size());
        assertTrue(e.getMessage().endsWith("$.value[9]: expected an integer, found true; and 15 more"), e.getMessage());
    }

    @Test
    void quotesOnlyTheBeginningOfLongTexts() {
        InvalidValueException e = assertThrows(
                InvalidValueException.class,
                () -> Schema.of(int.class)
                        .read("{\"value\":\"" + "x\\n".repeat(50_000) + "\",\"" + "y".repeat(10_000) + "\":1}"));

        assertTrue(
                e.getMessage().length() < 600, () -> "length " + e.getMessage().length());
        assertTrue(e.getMessage().indexOf('\n') < 0);
        assertTrue(e.text().length() > 100_000);
    }

    @Test
    void deepNestingIsBounded() {
        String open = "{\"value\":1,\"next\":";

        assertEquals(
                1,
                Schema.of(Chain.class)
                        .read(open.repeat(100) + "null" + "}".repeat(100))
                        .value());
        for (int depth : new int[] {300, 100_000}) {
            InvalidValueException e = assertThrows(
                    InvalidValueException.class,
                    () -> Schema.of(Chain.class).read(open.repeat(depth) + "null" + "}".repeat(depth)));
            assertEquals("nested too deep", e.problems().get(0).message());
            assertTrue(e.getMessage().length() < 500, e.getMessage());
        }
        assertThrows(InvalidValueException.class, () -> Schema.of(Chain.class).read("{\"x\":" + "[".repeat(100_000)));
    }

    @Test
    void aPatternThatTriesForEverIsStopped() {
        record Slow(@Pattern("(a+)+b|(a|a)*c") String text) {}

        assertThrows(
                InvalidValueException.class, () -> Schema.of(Slow.class).read("{\"text\":\"" + "a".repeat(60) + "\"}"));
        assertThrows(
                InvalidValueException.class,
                () -> Schema.of(Slow.class).read("{\"text\":\"" + "a".repeat(1_000_000) + "\"}"));
    }

    @Test
    void readsTextTypesInAllTheirForms() {
        assertEquals(
                Instant.parse("2026-11-22T09:15:30Z"),
                Schema.of(Instant.class).read("{\"value\":\"2026-11-22T10:15:30+01:00\"}"));
        assertEquals(LocalTime.of(10, 15), Schema.of(LocalTime.class).read("{\"value\":\"10:15\"}"));
        assertEquals(
                LocalDate.of(9999, 12, 31),
                Schema.of(LocalDate.class)
                        .read(Schema.of(LocalDate.class)
                                .write(LocalDate.of(9999, 12, 31))
                                .text()));
        assertEquals(
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Schema.of(Instant.class)
                        .read(Schema.of(Instant.class)
                                .write(Instant.parse("9999-12-31T23:59:59.999999999Z"))
                                .text()));
        assertEquals(
                new UUID(0, 1), Schema.of(UUID.class).read("{\"value\":\"00000000-0000-0000-0000-000000000001\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "java.time.LocalDate, +999999999-01-01",
        "java.time.LocalDate, -0001-01-01",
        "java.time.Instant, 2026-11-22T24:00:00Z",
        "java.time.Instant, +10000-01-01T00:00:00Z",
        "java.time.Instant, 2026-11-22T10:15Z",
        "java.time.OffsetDateTime, 2026-11-22T10:15:30+01:00:30",
        "java.time.OffsetDateTime, 2026-11-22T10:15:30+01",
        "java.time.ZonedDateTime, 2026-11-22T10:15:30+01:00[Europe/Berlin]",
        "java.time.OffsetTime, 10:15Z"
    })
    void refusesFormsThatTheFormatDoesNotAllow(String type, String text) throws ClassNotFoundException {
        Schema<?> schema = Schema.of(type(type));

        InvalidValueException e =
                assertThrows(InvalidValueException.class, () -> schema.read("{\"value\":\"" + text + "\"}"));
        assertTrue(e.getMessage().endsWith(", found \"" + text + "\""), e.getMessage());
    }

    @Test
    void refusesBareControlCharactersInStrings() {
        Schema<String> schema = Schema.of(String.class);

        assertProblem(
                schema,
                "{\"value\":\"a\nb\"}",
                "$",
                "this is not JSON near character 12: a string holds the bare control character U+000A, write \\u000a");
        assertThrows(InvalidValueException.class, () -> schema.read("{\"value\":\"\\\\\0\"}"));
        assertEquals("a\n\"\\", schema.read("{\n\t\"value\":\r\"a\\n\\\"\\\\\"\n}"));
    }

    @Test
    void writesOnlyWhatItCouldRead() {
        assertRefused(
                "$.value: +999999999-12-31 has no form as \"date\" in JSON Schema. Use years from 0000 to 9999 and"
                        + " offsets in whole minutes.",
                () -> Schema.of(LocalDate.class).write(LocalDate.MAX));
        assertRefused(
                "$.name: null where a value is required. Mark its type @Nullable if it may be missing.",
                () -> Schema.of(Part.class).write(new Part(null, 1, Material.PLA)));
        assertRefused(
                "$.weight_grams: NaN is not a number in JSON. Use null or say in words why there is no number.",
                () -> Schema.of(Part.class).write(new Part("a", Double.NaN, Material.PLA)));
    }

    private static void assertRefused(String message, Runnable writing) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, writing::run).getMessage());
    }

    private static void assertProblem(Schema<?> schema, String json, String path, String message) {
        InvalidValueException e = assertThrows(InvalidValueException.class, () -> schema.read(json));

        assertEquals(List.of(new Problem(path, message)), e.problems());
        assertEquals(schema.name() + " cannot take this: " + path + ": " + message, e.getMessage());
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        for (Class<?> primitive :
                List.of(int.class, byte.class, short.class, long.class, float.class, double.class, boolean.class)) {
            if (primitive.getName().equals(name)) {
                return primitive;
            }
        }
        return Class.forName(name);
    }
}
