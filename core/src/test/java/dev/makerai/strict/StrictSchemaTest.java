package dev.makerai.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictSchemaTest {
    private static StrictSchema strict(String schema) {
        return StrictSchema.of(Json.parse(schema));
    }

    /** Of an object with one property that has to be there. */
    private static StrictSchema property(String schema) {
        return strict("{\"type\":\"object\",\"properties\":{\"a\":" + schema
                + "},\"required\":[\"a\"],\"additionalProperties\":false}");
    }

    private static String rewritten(String schema) {
        return property(schema).json().get("properties").get("a").text();
    }

    private static String refusal(StrictSchema schema, String json) {
        return assertThrows(InvalidValueException.class, () -> schema.read("cut", json))
                .getMessage();
    }

    @Test
    void aStrictSchemaStaysWhatItIs() {
        Json schema = Json.parse(
                "{ \"type\": \"object\", \"properties\": {}, \"required\": []," + " \"additionalProperties\": false }");

        StrictSchema strict = StrictSchema.of(schema);

        assertSame(schema, strict.json());
        assertEquals(List.of(), strict.changes());
        assertEquals("{}", strict.read("{}").text());
    }

    @Test
    void whatMayBeLeftOutIsNullAndComesBackAsItsDefaultOrNotAtAll() {
        StrictSchema schema = strict("""
                {"type": "object",
                 "properties": {
                   "part": {"type": "string", "description": "File name"},
                   "infill": {"type": "integer", "minimum": 0, "maximum": 100, "default": 20},
                   "colour": {"type": "string", "enum": ["red", "blue"]},
                   "note": {"type": ["string", "null"]}},
                 "required": ["part"]}""");

        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"part\":{\"type\":\"string\",\"description\":\"File name\"},"
                        + "\"infill\":{\"type\":[\"integer\",\"null\"],\"description\":\"Default: 20.\",\"minimum\":0,"
                        + "\"maximum\":100},\"colour\":{\"type\":[\"string\",\"null\"],\"enum\":[\"red\",\"blue\",null]},"
                        + "\"note\":{\"type\":[\"string\",\"null\"]}},"
                        + "\"required\":[\"part\",\"infill\",\"colour\",\"note\"],\"additionalProperties\":false}",
                schema.json().text());
        assertEquals(
                "{\"part\":\"x.stl\",\"infill\":20,\"note\":null}",
                schema.read("{\"part\":\"x.stl\",\"infill\":null,\"colour\":null,\"note\":null}")
                        .text());
        assertEquals(
                "{\"part\":\"x.stl\",\"infill\":20,\"note\":null}",
                schema.read("{\"part\":\"x.stl\"}").text());
        assertEquals(
                "{\"part\":\"x.stl\",\"infill\":35,\"colour\":\"red\",\"note\":\"n\"}",
                schema.read("{\"note\":\"n\",\"part\":\"x.stl\",\"infill\":35,\"colour\":\"red\"}")
                        .text());
    }

    @Test
    void freeNamesAreEntriesAndComeBackAsAnObject() {
        StrictSchema schema = property("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}}");

        assertEquals(
                "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"key\":{\"type\":\"string\"},"
                        + "\"value\":{\"type\":\"number\"}},\"required\":[\"key\",\"value\"],"
                        + "\"additionalProperties\":false}}",
                schema.json().get("properties").get("a").text());
        assertEquals(
                "{\"a\":{\"PLA\":1.25,\"PETG\":2}}",
                schema.read("{\"a\":[{\"key\":\"PLA\",\"value\":1.25},{\"key\":\"PETG\",\"value\":2}]}")
                        .text());
        assertEquals(
                "cut cannot take this: $.a[1].key: this key is there more than once",
                refusal(schema, "{\"a\":[{\"key\":\"PLA\",\"value\":1},{\"key\":\"PLA\",\"value\":2}]}"));
    }

    @Test
    void anyValueIsJsonTextAndComesBackAsTheValue() {
        StrictSchema schema = property("{\"description\":\"Anything.\"}");

        assertEquals(
                "{\"type\":\"string\",\"description\":\"Anything. JSON text.\"}",
                schema.json().get("properties").get("a").text());
        assertEquals(
                "{\"a\":{\"x\":[1,null]}}",
                schema.read("{\"a\":\"{\\\"x\\\":[1,null]}\"}").text());
        assertEquals("cut cannot take this: $.a: expected JSON text, found \"{x\"", refusal(schema, "{\"a\":\"{x\"}"));
    }

    @Test
    void rulesWithoutAWordInStrictModeAreSaidAndChecked() {
        StrictSchema schema = property("{\"type\":\"string\",\"minLength\":3,\"format\":\"uri\"}");

        assertEquals(
                "{\"type\":\"string\",\"description\":\"At least 3 characters. In the format uri.\"}",
                schema.json().get("properties").get("a").text());
        assertEquals("{\"a\":\"abc\"}", schema.read("{\"a\":\"abc\"}").text());
        assertEquals(
                "cut cannot take this: $.a: expected at least 3 characters, found 2",
                refusal(schema, "{\"a\":\"ab\"}"));
        assertTrue(schema.changes()
                .contains(new StrictSchema.Change("#/properties/a", "minLength is said in the description", false)));
    }

    @Test
    void partsOfAllOfAreOneSchema() {
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\",\"minimum\":2},"
                        + "\"y\":{\"type\":\"string\"}},\"required\":[\"x\",\"y\"],\"additionalProperties\":false}",
                rewritten("{\"allOf\":[{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\",\"minimum\":1}},"
                        + "\"required\":[\"x\"]},{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\","
                        + "\"minimum\":2},\"y\":{\"type\":\"string\"}},\"required\":[\"y\"]}]}"));
    }

    @Test
    void alternativesWithAKindOfTheirOwnBeginWithIt() {
        String alternatives = rewritten("{\"oneOf\":["
                + "{\"type\":\"object\",\"properties\":{\"size\":{\"type\":\"number\"},\"kind\":{\"const\":\"box\"}},"
                + "\"required\":[\"kind\",\"size\"],\"additionalProperties\":false},"
                + "{\"type\":\"object\",\"properties\":{\"size\":{\"type\":\"number\"},\"kind\":{\"const\":\"ball\"}},"
                + "\"required\":[\"kind\",\"size\"],\"additionalProperties\":false}]}");

        assertEquals(
                "{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"box\"},"
                        + "\"size\":{\"type\":\"number\"}},\"required\":[\"kind\",\"size\"],"
                        + "\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":"
                        + "\"string\",\"const\":\"ball\"},\"size\":{\"type\":\"number\"}},\"required\":[\"kind\","
                        + "\"size\"],\"additionalProperties\":false}]}",
                alternatives);
    }

    /** As Pydantic and zod-to-json-schema write them. */
    @Test
    void aReferenceAsAWholeAndRecursionWork() {
        StrictSchema schema = strict("""
                {"$ref": "#/definitions/Part",
                 "definitions": {"Part": {"type": "object", "title": "Part",
                   "properties": {
                     "name": {"type": "string"},
                     "material": {"$ref": "#/definitions/Material", "default": "PLA"},
                     "parts": {"type": "array", "items": {"$ref": "#/definitions/Part"}}},
                   "required": ["name"]},
                 "Material": {"enum": ["PLA", "PETG"]}}}""");

        assertEquals(
                "{\"type\":\"object\",\"title\":\"Part\",\"properties\":{\"name\":{\"type\":\"string\"},\"material\":"
                        + "{\"description\":\"Default: \\\"PLA\\\".\",\"anyOf\":[{\"$ref\":\"#/$defs/Material\"},"
                        + "{\"type\":\"null\"}]},\"parts\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#\"}}},"
                        + "\"required\":[\"name\",\"material\",\"parts\"],\"additionalProperties\":false,"
                        + "\"$defs\":{\"Material\":{\"type\":\"string\",\"enum\":[\"PLA\",\"PETG\"]}}}",
                schema.json().text());
        assertEquals(
                "{\"name\":\"a\",\"material\":\"PLA\",\"parts\":[{\"name\":\"b\",\"material\":\"PETG\"}]}",
                schema.read("{\"name\":\"a\",\"material\":null,\"parts\":[{\"name\":\"b\",\"material\":\"PETG\","
                                + "\"parts\":null}]}")
                        .text());
    }

    @Test
    void aWholeThatIsNoObjectIsAValueInOne() {
        StrictSchema schema = strict("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}");

        assertEquals("[1,2]", schema.read("{\"value\":[1,2]}").text());
    }

    @Test
    void aTupleKeepsItsLengthAndIsCheckedByPosition() {
        StrictSchema schema = property(
                "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"},{\"type\":\"number\"}],\"items\":false}");

        assertEquals("{\"a\":[\"x\",1]}", schema.read("{\"a\":[\"x\",1]}").text());
        assertEquals(
                "cut cannot take this: $.a[0]: expected a string, found 1; $.a[1]: expected a number, found \"x\"",
                refusal(schema, "{\"a\":[1,\"x\"]}"));
    }

    @Test
    void aValueThatDoesNotFitIsRefusedInWordsForTheModel() {
        StrictSchema schema = strict("""
                {"type": "object", "properties": {"n": {"type": "integer", "exclusiveMinimum": 0},
                  "to": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}},
                 "required": ["n", "to"], "not": {"required": ["x"]}}""");

        assertEquals(
                "cut cannot take this: $.n: expected a number above 0, found 0; $.to[1]: expected a string, found 5;"
                        + " $.y: there is no such member here",
                refusal(schema, "{\"n\":0,\"to\":[\"a\",5],\"y\":1}"));
        assertEquals("cut cannot take this: $.n: this member is there twice", refusal(schema, "{\"n\":1,\"n\":2}"));
        assertEquals("cut cannot take this: $.n: this is not JSON", refusal(schema, "{\"n\":tru}"));
        assertEquals("cut cannot take this: $: expected an object, found null", refusal(schema, "null"));
        assertEquals("cut cannot take this: $.n: missing; $.to: missing", refusal(schema, "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#/nowhere\"}",
                "{\"$ref\":\"https://example.org/part.json\"}",
                "{\"type\":\"string\",\"pattern\":\"(\"}",
                "{\"type\":\"text\"}",
                "false",
                "{\"enum\":[{\"a\":1}]}",
                "{\"type\":\"object\",\"properties\":{},\"unevaluatedProperties\":false}",
                "{\"allOf\":[{\"$ref\":\"#/properties/a\"}]}",
                "{\"type\":\"string\",\"enum\":[1]}",
                "{\"type\":\"object\",\"required\":[\"b\"],\"additionalProperties\":false}"
            })
    void whatHasNoStrictFormIsRefusedWithItsPlace(String schema) {
        String message = assertThrows(IllegalArgumentException.class, () -> property(schema))
                .getMessage();

        assertTrue(message.startsWith("There is no strict form of this schema. #/properties/a: "), message);
    }

    @Test
    void aSchemaThatDoublesItselfEnds() {
        StringBuilder definitions = new StringBuilder("{\"d0\":{\"type\":\"object\",\"properties\":{}}");
        for (int i = 1; i < 40; i++) {
            String before = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
            definitions.append(",\"d" + i + "\":{\"allOf\":[" + before + "," + before + "]}");
        }
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d39\"}},\"$defs\":"
                + definitions + "}}";

        assertThrows(IllegalArgumentException.class, () -> strict(schema));
    }

    @Test
    void aValueThatWouldTakeForeverToCheckIsRefused() {
        StrictSchema schema = property("{\"$ref\":\"#/properties/a/definitions/N\",\"definitions\":{\"N\":{\"anyOf\":["
                + "{\"type\":\"array\",\"items\":{\"$ref\":\"#/properties/a/definitions/N\"}},"
                + "{\"type\":\"array\",\"items\":{\"$ref\":\"#/properties/a/definitions/N\"},\"maxItems\":1}]}}}");

        String message = refusal(schema, "{\"a\":" + "[".repeat(60) + "1" + "]".repeat(60) + "}");

        assertTrue(message.length() < 2000, message);
    }
}
