package dev.makerai.schema;

import static dev.makerai.schema.PartialReaderTest.add;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.InvalidValueException.Problem;
import dev.makerai.schema.PartialReaderTest.Address;
import dev.makerai.schema.PartialReaderTest.Line;
import dev.makerai.schema.PartialReaderTest.Quote;
import dev.makerai.schema.RecordCases.Chain;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a value that is being written, and how bad questions are answered. */
class PartialProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"price\":-1, | {} | $.price: expected a number of at least 0, found -1",
                "{\"price\":\"a\", | {} | $.price: expected a number of at least 0, found \"a\"",
                "{\"summary\":5, | {} | $.summary: expected a string of at most 30 characters, found 5",
                "{\"address\":[], | {} | $.address: expected an object, found a list",
                "{\"address\":{\"zip\":null, | {} | $.address.zip: expected an integer, found null",
                "{\"lines\":{}, | {} | $.lines: expected a list, found an object",
                "{\"lines\":[{\"text\":\"a\"}, | {} | $.lines[0].amount: missing, expected a number",
                "{\"notes\":[\"a\",1,\"b\"] | {\"notes\":[\"a\",\"b\"]} | $.notes[1]: expected a string, found 1",
                "{\"prise\":{\"a\":[1]},\"price\":1, | {\"price\":1} | $.prise: unknown, did you mean price?",
                "{\"\u0001\": | {} | $: a string holds the bare control character U+0001, write \\u0001, near character 3",
                "{\"price\":1,\"price\":2, | {\"price\":1} | $.price: is there more than once",
                "{\"summary\":\"this text is longer than it may be\" | {\"summary\":\"this text is longer than it may be\"} | $.summary: expected a string of at most 30 characters, found 34 characters",
                "{\"summary\":\"a\\q | {\"summary\":\"a\"} | $.summary: this is no escape of JSON, near character 15",
                "{\"price\":01, | {} | $.price: this is not JSON, near character 12",
                "{\"summary\":\"a\"}} | {\"summary\":\"a\"} | $: there is more text after the value, near character 16",
                "\ufeff{ | null | $: this is not JSON, near character 1"
            })
    void tellsWhatIsWrongAndShowsTheRest(String text, String json, String problem) {
        PartialReader<Quote> reader = Schema.of(Quote.class).partials();
        Partial<Quote> partial = add(reader, text.strip());

        assertEquals(json, partial.toString());
        assertEquals(
                problem, partial.problems().get(partial.problems().size() - 1).toString());
        assertNull(partial.value());
        InvalidValueException e = assertThrows(InvalidValueException.class, reader::finish);
        assertEquals(text.strip(), e.text());
    }

    @Test
    void aRecordThatRefusesItsValuesStaysAndIsTold() {
        String text = "{\"address\":{\"city\":\"Graz\",\"zip\":-1},";
        Partial<Quote> partial = add(Schema.of(Quote.class).partials(), text);

        assertEquals("Graz", partial.text("address.city"));
        assertNull(partial.get("address", Address.class));
    }

    @Test
    void theProblemsOfTheWholeComeWithItsEnd() {
        Partial<Chain> partial = add(Schema.of(Chain.class).partials(), "{\"next\":{\"value\":2}}");

        assertEquals(List.of(new Problem("$.value", "missing, expected an integer")), partial.problems());
        assertNull(partial.value());
    }

    @Test
    void aCutDocumentIsRefusedWithItsText() {
        PartialReader<Chain> reader = Schema.of(Chain.class).partials();
        add(reader, "{\"value\":1,");

        InvalidValueException e = assertThrows(InvalidValueException.class, reader::finish);
        assertEquals("{\"value\":1,", e.text());
        assertEquals("Chain cannot take this: $: this JSON ends too early, after \"{\"value\":1,\"", e.getMessage());
        add(reader, "\"next\":null}");
        assertEquals(new Chain(1, null), reader.finish());
    }

    @Test
    void textAfterTheEndUndoesTheValue() {
        PartialReader<Chain> reader = Schema.of(Chain.class).partials();

        assertEquals(new Chain(1, null), add(reader, "{\"value\":1} \n").value());
        Partial<Chain> partial = add(reader, "x");
        assertNull(partial.value());
        assertEquals("{\"value\":1}", partial.toString());
        assertNull(reader.add("{}"));
        assertThrows(InvalidValueException.class, reader::finish);
    }

    @Test
    void depthIsBounded() {
        String deepest = "{\"value\":1,\"next\":".repeat(254) + "{\"value\":1}" + "}".repeat(254);
        String deeper = "{\"value\":1,\"next\":" + deepest + "}";
        Partial<Chain> fits = add(Schema.of(Chain.class).partials(), deepest);
        Partial<Chain> tooDeep = add(Schema.of(Chain.class).partials(), deeper);

        assertTrue(fits.isComplete());
        assertTrue(tooDeep.problems().get(0).message().startsWith("nested deeper than 255 levels"));
        assertThrows(InvalidValueException.class, () -> Schema.of(Chain.class).read(deeper));
    }

    @Test
    void sizeIsBounded() {
        PartialReader<Chain> reader = Schema.of(Chain.class).partials();
        String blanks = " ".repeat(1024 * 1024);
        for (int i = 0; i < 16; i++) {
            assertNull(reader.add(blanks));
        }
        Partial<Chain> partial = add(reader, " ");

        assertEquals(List.of(new Problem("$", "more than 16777216 characters of text")), partial.problems());
        assertNull(reader.add(" "));
        InvalidValueException e = assertThrows(InvalidValueException.class, reader::finish);
        assertEquals(partial.problems(), e.problems());
    }

    @Test
    void atMostTenProblemsAreListed() {
        Partial<Chain> partial = add(Schema.of(Chain.class).partials(), "{" + "\"x\":1,".repeat(100));

        assertEquals(10, partial.problems().size());
    }

    @Test
    void badQuestionsAreMisuse() {
        Partial<Quote> partial = add(
                Schema.of(Quote.class).partials(),
                "{\"summary\":\"a\",\"price\":1,\"lines\":[{\"text\":\"a\",\"amount\":1}],\"address\":{\"zip\":1,");

        refused("Quote has no member sumary. Did you mean summary?", () -> partial.text("sumary"));
        refused("address has no member street. It has city, zip.", () -> partial.get("address.street", String.class));
        refused("lines is a list. Read it with list(…).", () -> partial.text("lines.text"));
        refused("price has no members, it is a number of at least 0.", () -> partial.text("price.x"));
        refused("lines is a list and no text. Read it with get(…), list(…) or as(…).", () -> partial.text("lines"));
        refused(
                "price is a number of at least 0 and no list. Read it with get(…) or text(…).",
                () -> partial.list("price", Line.class));
        refused(
                "price: expected true or false, found 1. Quote has a number of at least 0 as price.",
                () -> partial.get("price", boolean.class));
        refused(
                "lines[0].text: unknown, expected city, zip. Quote has a list as lines.",
                () -> partial.list("lines", Address.class));
        assertEquals(new BigDecimal(1), partial.get("price", BigDecimal.class));
    }

    static void refused(String message, org.junit.jupiter.api.function.Executable question) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, question).getMessage());
    }
}
