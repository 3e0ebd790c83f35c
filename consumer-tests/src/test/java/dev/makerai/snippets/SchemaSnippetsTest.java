package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.Param;
import dev.makerai.schema.Partial;
import dev.makerai.schema.PartialReader;
import dev.makerai.schema.Pattern;
import dev.makerai.schema.Range;
import dev.makerai.schema.Schema;
import dev.makerai.schema.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.json} and {@code dev.makerai.schema}. */
class SchemaSnippetsTest {
    @Test
    void jsonKeepsItsExactText() {
        Json part = Json.parse("{\"name\": \"bracket\", \"weight_g\": 41.50}");
        part.get("weight_g").text();
        part.get("weight_g").number();
        part.get("colour");

        assertEquals("41.50", part.get("weight_g").text());
        assertEquals(new BigDecimal("41.50"), part.get("weight_g").number());
        assertEquals(null, part.get("colour"));
    }

    @Test
    void aRecordIsASchemaAndItsValuesAreRead() {
        record Quote(String part, @Range(min = 0) BigDecimal price, List<String> notes) {}

        Schema<Quote> schema = Schema.of(Quote.class);
        schema.json(); // {"type":"object","properties":{"part":{"type":"string"},…},…}
        Quote quote = schema.read("{\"part\":\"bracket\",\"price\":4.20,\"notes\":[]}");

        assertTrue(
                schema.json().text().startsWith("{\"type\":\"object\",\"properties\":{\"part\":{\"type\":\"string\"},"),
                schema.toString());
        assertEquals(new Quote("bracket", new BigDecimal("4.20"), List.of()), quote);
    }

    @Test
    void aParameterIsDescribedAndHasADefault() {
        record Part(
                @Param("Weight with supports, in grams") double weightGrams,

                @Param(value = "How many pieces", defaultValue = "1")
                int quantity) {}

        Schema<Part> schema = Schema.of(Part.class);
        assertTrue(schema.json().text().contains("Weight with supports, in grams"), schema.toString());
        assertEquals(new Part(41.5, 1), schema.read("{\"weight_grams\":41.5,\"quantity\":null}"));
    }

    @Test
    void aNumberOutsideItsRangeIsRefused() {
        record Part(
                @Range(min = 0, exclusiveMin = true) double weightGrams,
                @Range(min = 1, max = 100) int quantity) {}

        Schema<Part> schema = Schema.of(Part.class);
        assertEquals(new Part(0.1, 100), schema.read("{\"weight_grams\":0.1,\"quantity\":100}"));
        assertRefused(schema, "{\"weight_grams\":0,\"quantity\":100}", "$.weight_grams");
        assertRefused(schema, "{\"weight_grams\":0.1,\"quantity\":101}", "$.quantity");
    }

    @Test
    void aStringOfAnotherFormIsRefused() {
        record Order(@Pattern("[A-Z]{2}-[0-9]{4}") String number) {}

        Schema<Order> schema = Schema.of(Order.class);
        assertEquals(new Order("MA-0042"), schema.read("{\"number\":\"MA-0042\"}"));
        assertRefused(schema, "{\"number\":\"MA-00421\"}", "$.number");
    }

    @Test
    void aListAndAStringHaveASize() {
        record Part(String name) {}
        record Order(
                @Size(min = 1, max = 20) List<Part> parts,
                @Size(max = 200) String note) {}

        Schema<Order> schema = Schema.of(Order.class);
        Order largest = new Order(Collections.nCopies(20, new Part("bracket")), "n".repeat(200));
        Order empty = new Order(List.of(), "");
        Order wordy = new Order(List.of(new Part("bracket")), "n".repeat(201));
        assertEquals(largest, schema.read(schema.write(largest).text()));
        assertRefused(schema, schema.write(empty).text(), "$.parts");
        assertRefused(schema, schema.write(wordy).text(), "$.note");
    }

    private static final List<String> DELTAS = List.of(
            "{\"summary\":\"A brac",
            "ket in PETG\",\"price\":4",
            ".20,\"lines\":[{\"text\":\"work\",",
            "\"amount\":4.20}]}");

    @Test
    void aValueIsReadWhileItIsWritten() {
        List<String> deltas = DELTAS;
        record Line(String text, BigDecimal amount) {}
        record Quote(String summary, BigDecimal price, List<Line> lines) {}

        PartialReader<Quote> reader = Schema.of(Quote.class).partials();
        for (String delta : deltas) {
            Partial<Quote> partial = reader.add(delta);
            if (partial != null) {
                partial.text("summary"); // "A brac", then "A bracket in PETG"
                partial.get("price", BigDecimal.class); // null until all its digits are there
                partial.list("lines", Line.class); // those that are complete
            }
        }
        Quote quote = reader.finish();

        Line line = new Line("work", new BigDecimal("4.20"));
        assertEquals(new Quote("A bracket in PETG", new BigDecimal("4.20"), List.of(line)), quote);
        List<String> shown = new ArrayList<>();
        PartialReader<Quote> again = Schema.of(Quote.class).partials();
        for (String delta : deltas) {
            Partial<Quote> partial = again.add(delta);
            if (partial != null) {
                shown.add(partial.text("summary") + " | " + partial.get("price", BigDecimal.class) + " | "
                        + partial.list("lines", Line.class));
            }
        }
        assertEquals(
                List.of(
                        "A brac | null | []",
                        "A bracket in PETG | null | []",
                        "A bracket in PETG | 4.20 | []",
                        "A bracket in PETG | 4.20 | " + List.of(line)),
                shown);
    }

    @Test
    void aValueIsSeenAsADraftWhileItIsWritten() {
        record Line(String text, BigDecimal amount) {}
        record Quote(String summary, BigDecimal price, List<Line> lines) {}
        Partial<Quote> partial = Schema.of(Quote.class).partials().add(DELTAS.get(0));

        record QuoteDraft(
                @Nullable String summary, @Nullable BigDecimal price, List<Line> lines) {}

        QuoteDraft draft = partial.as(QuoteDraft.class); // QuoteDraft[summary=A brac, price=null, lines=[]]

        assertEquals("QuoteDraft[summary=A brac, price=null, lines=[]]", draft.toString());
    }

    private static void assertRefused(Schema<?> schema, String json, String path) {
        InvalidValueException e = assertThrows(InvalidValueException.class, () -> schema.read(json));
        assertEquals(
                List.of(path),
                e.problems().stream().map(InvalidValueException.Problem::path).toList());
    }
}
