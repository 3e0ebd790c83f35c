package dev.makerai.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
    private static final Codecs CODECS = Codecs.builder()
            .union(
                    Shape.class,
                    Shape.Unknown.class,
                    Map.of(
                            "circle", Shape.Circle.class,
                            "group", Shape.Group.class,
                            "box", Shape.Box.class,
                            "left", Shape.Turn.class,
                            "right", Shape.Turn.class))
            .build();

    private sealed interface Shape {
        record Circle(double radius, String label, SourceText source) implements Shape {
            Circle(double radius, String label) {
                this(radius, label, SourceText.NONE);
            }
        }

        record Group(List<Shape> shapes, Colour colour) implements Shape {}

        record Box(long width) implements Shape {
            public Box {
                if (width <= 0) {
                    throw new IllegalArgumentException("A box needs a width");
                }
            }
        }

        record Turn(String type, long degrees) implements Shape {}

        record Unknown(String type, Json raw) implements Shape {}
    }

    private record Colour(String value) {}

    private record Everything(
            String text,
            Boolean flag,
            Integer count,
            Long bigCount,
            Double ratio,
            Instant createdAt,
            Json exact,
            Colour colour,
            List<String> names,
            List<Json> values,
            Map<String, String> marks,
            Shape shape) {}

    private record Needs(String mustBe, int number) {
        Needs {
            if (mustBe == null) {
                throw new IllegalArgumentException("must_be is missing");
            }
        }
    }

    private record Failing(String text) {
        Failing {
            throw new AssertionError("own check: " + text);
        }
    }

    @Test
    void aPrivateRecordIsReadByTheSnakeCaseNamesOfItsComponents() {
        Everything read = decode(Everything.class, """
                {"text":"t","flag":true,"count":7,"big_count":9007199254740993,"ratio":1.5,"created_at":1741476777,
                 "exact": { "a" : 1.50 } ,"colour":"red","names":["a","b"],"values":[1.0, null ,"x"],
                 "marks":{"k":"v"},"shape":{"type":"circle","radius":2,"label":"c"},"unknown":[1,{"a":2}]}""");

        assertEquals(
                new Everything(
                        "t",
                        true,
                        7,
                        9007199254740993L,
                        1.5,
                        Instant.ofEpochSecond(1741476777),
                        Json.parse("{ \"a\" : 1.50 }"),
                        new Colour("red"),
                        List.of("a", "b"),
                        List.of(Json.parse("1.0"), Json.parse("\"x\"")),
                        Map.of("k", "v"),
                        new Shape.Circle(2, "c")),
                read);
    }

    @Test
    void whatIsMissingOrNullIsNullOrEmpty() {
        Everything none =
                new Everything(null, null, null, null, null, null, null, null, List.of(), List.of(), Map.of(), null);

        assertEquals(none, decode(Everything.class, "{}"));
        assertEquals(none, decode(Everything.class, """
                {"text":null,"flag":null,"count":null,"big_count":null,"ratio":null,"created_at":null,"exact":null,
                 "colour":null,"names":null,"values":null,"marks":null,"shape":null}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":[1,{\"a\":2}]}", "{\"flag\":\"true\"}", "{\"count\":1.5}", "{\"count\":3000000000}",
                "{\"big_count\":1e300}", "{\"ratio\":\"1\"}", "{\"ratio\":1e999}", "{\"created_at\":\"now\"}",
                "{\"created_at\":9e18}", "{\"created_at\":9223372036854775807}", "{\"colour\":{}}", "{\"colour\":5}"
            })
    void aMemberOfAnotherTypeIsReadAsMissing(String json) {
        Everything read = decode(Everything.class, json);

        assertNull(read.text());
        assertNull(read.flag());
        assertNull(read.count());
        assertNull(read.bigCount());
        assertNull(read.ratio());
        assertNull(read.createdAt());
        assertNull(read.colour());
    }

    @Test
    void aFractionOfASecondIsKeptToTheMillisecond() {
        assertEquals(
                Instant.ofEpochMilli(1741476777250L),
                decode(Everything.class, "{\"created_at\":1741476777.25}").createdAt());
        assertEquals(
                Instant.ofEpochSecond(1741476777),
                decode(Everything.class, "{\"created_at\":1741476777.0}").createdAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":1} | $ | must_be is missing",
                "{\"must_be\":\"x\"} | $ | The member number of Needs is missing",
                "{\"must_be\":\"x\",\"number\":\"y\"} | $.number | Expected a whole number but found a string",
                "[] | $ | Expected an object but found an array",
                "null | $ | There is no value",
                "{\"must_be\":\"x\",\"number\":1} 5 | $ | not JSON",
                "{\"must_be\":\"x\",\"number\":1 | $.number | ends too early",
                "{\"must_be\":x} | $.must_be | not JSON",
            })
    void whatCannotBeMadeIsRefusedWithItsPath(String json, String path, String problem) {
        DecodeException e = assertThrows(DecodeException.class, () -> decode(Needs.class, json));

        assertEquals(path, e.path(), e.getMessage());
        assertTrue(e.problem().contains(problem), e.getMessage());
        assertEquals(json, e.text());
        assertEquals("req_1", e.requestId());
    }

    @Test
    void anErrorInAConstructorIsNotHidden() {
        AssertionError e = assertThrows(AssertionError.class, () -> decode(Failing.class, "{\"text\":\"x\"}"));
        assertEquals("own check: x", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"hexagon\",\"side\":1.50} | hexagon",
                "{ \"side\" : 1 , \"type\" : \"hex\\u0061gon\" } | hexagon",
                "{\"side\":1} | ''",
                "{\"type\":5,\"radius\":1} | ''",
                "{\"type\":{\"type\":\"circle\"}} | ''",
                "{\"inner\":{\"type\":\"circle\"}} | ''",
                "{} | ''",
                "\"circle\" | ''",
                "[{\"type\":\"circle\"}] | ''",
                "17 | ''",
                "{\"type\":\"circle\",\"radius\":\"wide\"} | circle",
                "{\"type\":\"circle\"} | circle",
                "{\"type\":\"circle\",\"radius\":1,\"label\":[]} | circle",
                "{\"type\":\"box\",\"width\":-1} | box",
                "{\"type\":\"group\",\"shapes\":\"none\"} | group",
                "{\"type\":\"group\",\"colour\":{}} | group",
            })
    void whatFitsNoCaseIsTheUnknownCaseWithItsExactText(String json, String type) {
        assertEquals(new Shape.Unknown(type, Json.parse(json)), decode(Shape.class, json));
    }

    @Test
    void anUnknownItemSparesItsNeighbours() {
        Shape.Group group = (Shape.Group) decode(Shape.class, """
                {"type":"group","shapes":[{"type":"box","width":0}, {"radius":1,"type":"circle"}, 5, null,
                 {"type":"group","shapes":[{"type":"circle"}]}]}""");

        assertEquals(
                List.of(
                        new Shape.Unknown("box", Json.parse("{\"type\":\"box\",\"width\":0}")),
                        new Shape.Circle(1, null),
                        new Shape.Unknown("", Json.parse("5")),
                        new Shape.Group(
                                List.of(new Shape.Unknown("circle", Json.parse("{\"type\":\"circle\"}"))), null)),
                group.shapes());
    }

    @Test
    void whatWasReadIsWrittenAsItsExactText() {
        String circle = "{ \"label\":\"\\u00e9\", \"new\":[1.0,  2],\n\"type\":\"circle\",\"radius\":2.50 }";
        Shape.Group group = (Shape.Group) decode(Shape.class, "{\"type\":\"group\",\"shapes\":[" + circle + "]}");

        Shape.Circle read = (Shape.Circle) group.shapes().get(0);

        assertEquals(circle, CODECS.encode(read).text());
        assertEquals(
                "{\"type\":\"group\",\"shapes\":[" + circle + "]}",
                CODECS.encode(group).text());
        assertEquals(new Shape.Circle(2.5, "é"), read);
        assertEquals(new Shape.Circle(2.5, "é").hashCode(), read.hashCode());
        assertNotEquals(new Shape.Circle(2.5, "e"), read);
    }

    @Test
    void whatWasMadeIsWrittenWithItsLabelFirstAndWithoutNulls() {
        assertEquals(
                "{\"type\":\"group\",\"shapes\":[{\"type\":\"circle\",\"radius\":2.0},{\"any\": 1}],\"colour\":\"red\"}",
                CODECS.encode(new Shape.Group(
                                List.of(new Shape.Circle(2, null), new Shape.Unknown("", Json.parse("{\"any\": 1}"))),
                                new Colour("red")))
                        .text());
    }

    @Test
    void oneRecordMayStandForSeveralLabels() {
        Shape left = decode(Shape.class, "{\"degrees\":90,\"type\":\"left\"}");

        assertEquals(new Shape.Turn("left", 90), left);
        assertEquals(
                "{\"type\":\"right\",\"degrees\":45}",
                CODECS.encode(new Shape.Turn("right", 45)).text());
    }

    @Test
    void emptyListsAndMapsAreLeftOutOfTheRecordsThatSaySo() {
        record Holder(List<String> names, Map<String, String> marks, Colour colour) {}
        Holder empty = new Holder(List.of(), Map.of(), null);
        Holder full = new Holder(List.of("a"), Map.of("k", "v"), null);
        Codecs omitting = Codecs.builder().omitEmpty(Holder.class).build();

        assertEquals("{\"names\":[],\"marks\":{}}", CODECS.encode(empty).text());
        assertEquals("{}", omitting.encode(empty).text());
        assertEquals(CODECS.encode(full), omitting.encode(full));
        assertEquals(empty, omitting.decode(Holder.class, "{}".getBytes(StandardCharsets.UTF_8), null));
    }

    @Test
    void unionsThatComeLaterAreNamedWhenOneOfTheirRecordsOrTheyThemselvesAreMet() {
        AtomicInteger named = new AtomicInteger();
        Supplier<Codecs> codecs = () -> Codecs.builder()
                .later(more -> {
                    named.incrementAndGet();
                    more.union(Shape.class, Shape.Unknown.class, Map.of("box", Shape.Box.class));
                })
                .build();
        Codecs reading = codecs.get();
        assertEquals("{}", reading.encode(Map.of()).text());
        assertEquals(
                1,
                reading.decode(Needs.class, "{\"must_be\":\"a\",\"number\":1}".getBytes(StandardCharsets.UTF_8), null)
                        .number());
        assertEquals(0, named.get());

        byte[] box = "{\"type\":\"box\",\"width\":3}".getBytes(StandardCharsets.UTF_8);
        assertEquals(new Shape.Box(3), reading.decode(Shape.class, box, null));
        assertEquals(new Shape.Box(3), reading.decode(Shape.class, box, null));
        assertEquals(1, named.get());
        assertEquals(
                "{\"type\":\"box\",\"width\":3}",
                codecs.get().encode(new Shape.Box(3)).text());
        assertEquals(
                "[1]",
                codecs.get().encode(new Shape.Unknown("x", Json.parse("[1]"))).text());
        assertEquals(3, named.get());
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Everything everything = new Everything(
                "\"\\\u0001é😀",
                false,
                -1,
                Long.MAX_VALUE,
                0.1,
                Instant.ofEpochSecond(0),
                Json.parse("[1.50]"),
                new Colour(""),
                List.of("", "x"),
                List.of(Json.parse("{}")),
                Map.of("a", "b"),
                new Shape.Box(3));

        assertEquals(
                everything, decode(Everything.class, CODECS.encode(everything).text()));
    }

    @Test
    void randomDocumentsKeepTheTextOfEveryPart() {
        for (int seed = 0; seed < 3000; seed++) {
            RandomJson random = new RandomJson(seed);
            String exact = random.value(4);
            String first = random.value(3);
            String second = random.object(3);
            String json = random.space() + "{" + random.space() + "\"values\"" + random.space() + ":" + random.space()
                    + "[" + random.space() + first + random.space() + "," + random.space() + second + random.space()
                    + "]" + random.space() + "," + random.space() + "\"noise\":" + random.value(3) + random.space()
                    + ",\"exact\"" + random.space() + ":" + random.space() + exact + random.space() + "}"
                    + random.space();

            Everything read = decode(Everything.class, json);

            assertEquals(
                    exact.equals("null") ? null : exact,
                    read.exact() == null ? null : read.exact().text(),
                    json);
            List<String> values = first.equals("null") ? List.of(second) : List.of(first, second);
            assertEquals(values, read.values().stream().map(Json::text).toList(), json);
        }
    }

    @Test
    void randomItemsAreFoundByTheirLabelWhereverItStands() {
        for (int seed = 0; seed < 3000; seed++) {
            RandomJson random = new RandomJson(seed);
            String before =
                    "\"noise\"" + random.space() + ":" + random.space() + random.value(3) + random.space() + ",";
            String json = "{" + random.space() + before + random.space() + "\"radius\":1," + before + "\"type\""
                    + random.space() + ":" + random.space() + "\"circle\"" + random.space() + ",\"label\":\""
                    + random.text() + "\"" + random.space() + "}";

            Shape shape = decode(Shape.class, random.space() + json + random.space());

            assertTrue(shape instanceof Shape.Circle, json);
            assertEquals(json, CODECS.encode(shape).text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"noise\":[1,{\"x\":[2,tru]}]} | $.noise[1].x[1]",
                "{\"noise\":1,\"exact\":{\"a\":[1,2,] | $.exact.a[2]",
                "{\"noise\":{\"a\":1},\"text\":\"open | $.text",
                "{\"number\":1.5,\"must_be\":\"x\"} | $.number",
                "{\"noise\":[1],\"number\":\"five\",\"must_be\":\"x\"} | $.number"
            })
    void aProblemBehindWhatWasPassedOverIsPlacedRight(String json, String path) {
        Class<?> type = json.contains("number") ? Needs.class : Everything.class;

        DecodeException e = assertThrows(DecodeException.class, () -> decode(type, json));

        assertEquals(path, e.path());
    }

    @Test
    void aDocumentThatNestsTooDeepIsRefused() {
        String json = "{\"noise\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        for (Class<?> type : List.of(Everything.class, Shape.class)) {
            DecodeException e = assertThrows(DecodeException.class, () -> decode(type, json));
            assertTrue(e.getMessage().contains("deeper than 255 levels"), e.getMessage());
        }
    }

    @Test
    void aTypeWithoutCodecIsAFaultOfTheProgram() {
        record Odd(Thread thread) {}
        assertThrows(IllegalArgumentException.class, () -> decode(Odd.class, "{\"thread\":1}"));
    }

    private static <T> T decode(Class<T> type, String json) {
        return CODECS.decode(type, json.getBytes(StandardCharsets.UTF_8), "req_1");
    }
}
