package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.Param;
import dev.makerai.schema.Pattern;
import dev.makerai.schema.Range;
import dev.makerai.schema.Schema;
import dev.makerai.schema.Size;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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

    private static void assertRefused(Schema<?> schema, String json, String path) {
        InvalidValueException e = assertThrows(InvalidValueException.class, () -> schema.read(json));
        assertEquals(
                List.of(path),
                e.problems().stream().map(InvalidValueException.Problem::path).toList());
    }
}
