package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.RecordCases.Chain;
import dev.makerai.schema.RecordCases.Drawing;
import dev.makerai.schema.RecordCases.Shape;
import dev.makerai.schema.SchemaCase.TypeOf;
import dev.makerai.schema.SimpleCases.Material;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When what appears of a value that is being written. */
class PartialReaderTest {
    record Line(String text, BigDecimal amount) {}

    record Address(String city, int zip) {
        Address {
            if (zip < 0) {
                throw new IllegalArgumentException("zip must not be negative");
            }
        }
    }

    record Quote(
            @Size(max = 30) String summary,
            @Range(min = 0) BigDecimal price,
            LocalDate due,
            Material material,
            Address address,
            @Pattern("[A-Z]{2}") @Nullable String country,
            Map<String, Integer> stock,
            List<String> notes,
            List<Line> lines) {}

    private static final String FULL = "{\"summary\":\"A bracket\",\"price\":4.20,\"due\":\"2026-11-22\","
            + "\"material\":\"PETG\",\"address\":{\"city\":\"Graz\",\"zip\":8010},\"country\":\"AT\","
            + "\"stock\":[{\"key\":\"a\",\"value\":1},{\"key\":\"b\",\"value\":2}],"
            + "\"notes\":[\"first\",\"second\"],\"lines\":[{\"text\":\"work\",\"amount\":4},{\"text\":\"b\",\"amount\":0.20}]}";

    @Test
    void aTextGrowsFromItsFirstCharacter() {
        PartialReader<Quote> reader = quotes();

        assertNull(reader.add("{\"summary\":\""));
        assertEquals("{\"summary\":\"A\"}", text(reader.add("A")));
        assertEquals("{\"summary\":\"A brack\"}", text(reader.add(" brack")));
        assertNull(reader.add(""));
    }

    @Test
    void valuesOfAGivenFormAppearWhenTheyHaveEnded() {
        assertEquals(List.of("{\"price\":4.20}"), states(Quote.class, "{\"price\":4.20,"));
        assertEquals(List.of("{\"due\":\"2026-11-22\"}"), states(Quote.class, "{\"due\":\"2026-11-22\""));
        assertEquals(List.of("{\"material\":\"PLA\"}"), states(Quote.class, "{\"material\":\"PLA\""));
        assertEquals(List.of("{\"country\":\"AT\"}"), states(Quote.class, "{\"country\":\"AT\""));
        assertEquals(List.of("{\"country\":null}"), states(Quote.class, "{\"country\":null,"));
        assertEquals(List.of(), states(Quote.class, "{\"price\":4.2"));
    }

    @Test
    void elementsAppearWholeAndARecordInsideWithItsMembers() {
        assertEquals(
                List.of("{\"notes\":[\"ab\"]}", "{\"notes\":[\"ab\",\"c\"]}"),
                states(Quote.class, "{\"notes\": [\"ab\" , \"c\", \"d"));
        assertEquals(
                List.of("{\"lines\":[{\"text\":\"a\",\"amount\":1}]}"),
                states(Quote.class, "{\"lines\":[{\"text\":\"a\",\"amount\":1},{\"text\":\"b\",\"amount\":2"));
        assertEquals(
                List.of(
                        "{\"address\":{\"city\":\"G\"}}",
                        "{\"address\":{\"city\":\"Gr\"}}",
                        "{\"address\":{\"city\":\"Gr\",\"zip\":1}}"),
                states(Quote.class, "{\"address\":{\"city\":\"Gr\",\"zip\":1 "));
        assertEquals(
                List.of("{\"stock\":[{\"key\":\"a\",\"value\":1}]}"),
                states(Quote.class, "{\"stock\":[{\"key\":\"a\",\"value\":1}"));
    }

    @Test
    void theLastPartialIsTheWhole() {
        PartialReader<Quote> reader = quotes();
        Partial<Quote> before = add(reader, FULL.substring(0, FULL.length() - 1));
        Partial<Quote> last = add(reader, "}\n");
        Quote quote = Schema.of(Quote.class).read(FULL);

        assertFalse(before.isComplete());
        assertNull(before.value());
        assertTrue(last.isComplete());
        assertEquals(quote, last.value());
        assertEquals(FULL, last.json().text());
        assertEquals(quote, reader.finish());
        assertEquals(quote, reader.finish());
        assertEquals(List.of(), last.problems());
    }

    @Test
    void looksAtMembersByTheirPath() {
        Partial<Quote> partial = add(quotes(), FULL.substring(0, FULL.indexOf(",{\"text\":\"b\"") + 5));

        assertEquals("A bracket", partial.text("summary"));
        assertEquals("4.20", partial.text("price"));
        assertEquals("2026-11-22", partial.text("due"));
        assertEquals(new BigDecimal("4.20"), partial.get("price", BigDecimal.class));
        assertEquals(LocalDate.of(2026, 11, 22), partial.get("due", LocalDate.class));
        assertEquals(Material.PETG, partial.get("material", Material.class));
        assertEquals(8010, partial.get("address.zip", int.class));
        assertEquals(new Address("Graz", 8010), partial.get("address", Address.class));
        assertEquals(List.of("first", "second"), partial.list("notes", String.class));
        assertEquals(List.of(new Line("work", new BigDecimal(4))), partial.list("lines", Line.class));
        assertNull(partial.get("lines", Line[].class));
        assertNull(partial.get("", Quote.class));
    }

    @Test
    void whatIsNotThereIsNullOrEmpty() {
        Partial<Quote> partial = add(quotes(), "{\"address\":{\"city\":\"Gr");

        assertNull(partial.text("summary"));
        assertNull(partial.get("price", BigDecimal.class));
        assertNull(partial.get("address", Address.class));
        assertNull(partial.get("address.city", String.class));
        assertEquals("Gr", partial.text("address.city"));
        assertEquals(List.of(), partial.list("lines", Line.class));
    }

    @Test
    void aListOrAnInterfaceAsTheWholeIsUnwrapped() {
        assertEquals(
                List.of("[\"ab\"]", "[\"ab\",\"c\"]"),
                states(new TypeOf<List<String>>() {}.type(), "{\"value\":[\"ab\",\"c\"]}"));
        assertEquals(List.of("\"a\"", "\"ab\""), states(String.class, "{\"value\":\"ab\"}"));
        assertEquals(List.of("7"), states(int.class, "{\"value\":7}"));
        assertEquals(
                List.of("{\"square\":{\"side_length\":2}}"),
                states(Shape.class, "{\"value\":{\"square\":{\"side_length\":2}}}"));

        Partial<String> string = add(Schema.of(String.class).partials(), "{\"value\":\"ab");
        assertEquals("ab", string.text(""));
        Partial<Shape> shape = add(Schema.of(Shape.class).partials(), "{\"value\":{\"square\":{\"side_length\":2,");
        assertEquals(2.0, shape.get("square.side_length", double.class));
    }

    @Test
    void recursionAndNullAndTagsAreSeen() {
        assertEquals(
                List.of(
                        "{\"value\":1}",
                        "{\"value\":1,\"next\":{\"value\":2}}",
                        "{\"value\":1,\"next\":{\"value\":2,\"next\":null}}"),
                states(Chain.class, "{\"value\":1,\"next\":{\"value\":2,\"next\":null}}"));
        assertEquals(
                List.of(
                        "{\"outline\":{\"circle\":{\"radius\":1}}}",
                        "{\"outline\":{\"circle\":{\"radius\":1}},\"holes\":[{\"no_shape\":{}}]}",
                        "{\"outline\":{\"circle\":{\"radius\":1}},\"holes\":[{\"no_shape\":{}}],\"mark\":null}"),
                states(
                        Drawing.class,
                        "{\"outline\":{\"circle\":{\"radius\":1}},\"holes\":[{\"no_shape\":{}}],\"mark\":null}"));
    }

    /** That each character costs the same shows in that this comes to an end at all. */
    @Test
    void aLongDocumentMayComeInSingleCharacters() {
        String letters = "abcde\\n\\u00e9\\ud83d\\ude42".repeat(40_000);
        String numbers = "1,".repeat(500_000);
        String deep = "{\"value\":1,\"next\":".repeat(200);

        assertEndsWithItsValue(Schema.of(Address.class), "{\"city\":\"" + letters + "\",\"zip\":1}");
        assertEndsWithItsValue(Schema.of(int[].class), "{\"value\":[" + numbers + "1]}");
        assertEndsWithItsValue(Schema.of(String[].class), "{\"value\":[\"" + letters + "\"]}");
        assertEndsWithItsValue(
                Schema.of(Chain.class),
                deep + "{\"value\":1,\"next\":" + " ".repeat(60_000) + "null}" + "}".repeat(200));
    }

    private static <T> void assertEndsWithItsValue(Schema<T> schema, String text) {
        PartialReader<T> reader = schema.partials();
        Partial<T> last = null;
        for (int i = 0; i < text.length(); i++) {
            Partial<T> partial = reader.add(text.substring(i, i + 1));
            last = partial == null ? last : partial;
        }
        assertNotNull(last);
        assertNotNull(last.value());
        assertEquals(schema.write(schema.read(text)), schema.write(last.value()));
    }

    private static PartialReader<Quote> quotes() {
        return Schema.of(Quote.class).partials();
    }

    static <T> Partial<T> add(PartialReader<T> reader, String text) {
        Partial<T> partial = reader.add(text);
        assertNotNull(partial);
        return partial;
    }

    private static String text(@Nullable Partial<?> partial) {
        assertNotNull(partial);
        return partial.toString();
    }

    /** Each JSON that was seen, without those that only say that something has ended. */
    private static List<String> states(java.lang.reflect.Type type, String text) {
        PartialReader<?> reader = Schema.of(type).partials();
        List<String> states = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            Partial<?> partial = reader.add(text.substring(i, i + 1));
            if (partial != null
                    && (states.isEmpty() || !states.get(states.size() - 1).equals(partial.toString()))) {
                states.add(partial.toString());
            }
        }
        return states;
    }
}
