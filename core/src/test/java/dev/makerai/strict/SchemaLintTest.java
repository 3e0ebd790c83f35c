package dev.makerai.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaLintTest {
    private static final String CLOSED = ",\"required\":[\"a\"],\"additionalProperties\":false}";

    private static List<SchemaFinding> lint(String schema) {
        return SchemaLint.of(Json.parse(schema));
    }

    private static String codes(String schema) {
        return lint(schema).stream()
                .map(finding -> finding.rule().code() + " " + finding.location())
                .collect(Collectors.joining(", "));
    }

    /** An object whose one property is this. */
    private static String property(String schema) {
        return "{\"type\":\"object\",\"properties\":{\"a\":" + schema + "}" + CLOSED;
    }

    @Test
    void aSchemaThatStrictModeTakesHasNoFindings() {
        assertEquals("", codes(property("{\"type\":[\"string\",\"null\"],\"description\":\"A name\"}")));
        assertEquals(
                "", codes("{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | any_value #/properties/a",
                "true                                      | any_value #/properties/a",
                "7                                         | not_a_schema #/properties/a",
                "{\"minLength\":1}                         | missing_type #/properties/a, unclear_keyword #/properties/a",
                "{\"enum\":[\"x\",\"y\"]}                  | missing_type #/properties/a",
                "{\"const\":3}                             | missing_type #/properties/a",
                "{\"type\":\"text\"}                       | unknown_type #/properties/a",
                "{\"type\":[]}                             | unknown_type #/properties/a",
                "{\"type\":\"object\",\"properties\":{},\"required\":[]} | open_object #/properties/a",
                "{\"type\":\"object\"}                     | open_object #/properties/a",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}} | map #/properties/a",
                "{\"type\":\"object\",\"additionalProperties\":true} | map #/properties/a",
                "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}},\"additionalProperties\":false}"
                        + " | optional_property #/properties/a/properties/b",
                "{\"type\":\"object\",\"properties\":{},\"required\":[\"b\"],\"additionalProperties\":false}"
                        + " | unknown_required #/properties/a",
                "{\"type\":\"object\",\"properties\":[],\"additionalProperties\":false}"
                        + " | wrong_keyword_value #/properties/a",
                "{\"type\":\"string\",\"required\":true}   | misplaced_keyword #/properties/a",
                "{\"type\":\"string\",\"minimum\":1}       | misplaced_keyword #/properties/a",
                "{\"type\":\"string\",\"not\":{\"const\":\"x\"}} | unsupported_keyword #/properties/a",
                "{\"oneOf\":[{\"type\":\"string\"},{}]}"
                        + " | unsupported_keyword #/properties/a, any_value #/properties/a/oneOf/1",
                "{\"type\":\"string\",\"nullable\":true}   | unsupported_keyword #/properties/a",
                "{\"type\":\"string\",\"default\":\"x\"}   | unclear_keyword #/properties/a",
                "{\"type\":\"string\",\"x-order\":3}       | unclear_keyword #/properties/a",
                "{\"type\":\"string\",\"format\":\"uri\"}  | unsupported_format #/properties/a",
                "{\"type\":\"string\",\"pattern\":\"(\"}   | pattern #/properties/a",
                "{\"type\":\"string\",\"pattern\":\"(?=a)b\"} | pattern #/properties/a",
                "{\"type\":\"string\",\"pattern\":3}       | wrong_keyword_value #/properties/a",
                "{\"type\":\"number\",\"minimum\":\"1\"}   | wrong_keyword_value #/properties/a",
                "{\"type\":\"number\",\"multipleOf\":0}    | wrong_keyword_value #/properties/a",
                "{\"type\":\"number\",\"minimum\":1,\"exclusiveMinimum\":true} | unsupported_keyword #/properties/a",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":-1} | wrong_keyword_value #/properties/a",
                "{\"type\":\"array\"}                      | missing_items #/properties/a",
                "{\"type\":\"array\",\"items\":[{\"type\":\"string\"}]} | missing_items #/properties/a",
                "{\"type\":\"array\",\"items\":{}}         | any_value #/properties/a/items",
                "{\"type\":\"string\",\"enum\":[]}         | enum_values #/properties/a",
                "{\"type\":\"string\",\"enum\":[\"x\",\"x\"]} | enum_values #/properties/a",
                "{\"type\":\"string\",\"enum\":[\"x\",1]}  | enum_values #/properties/a",
                "{\"type\":\"integer\",\"const\":1.5}      | enum_values #/properties/a",
                "{\"anyOf\":[]}                            | any_of #/properties/a",
                "{\"$ref\":\"#/$defs/B\"}                  | dangling_ref #/properties/a",
                "{\"$ref\":\"other.json#/B\"}              | foreign_ref #/properties/a",
                "{\"$ref\":\"#/properties\"}               | foreign_ref #/properties/a",
                "{\"$ref\":7}                              | wrong_keyword_value #/properties/a",
                "{\"$ref\":\"#\",\"description\":\"More\"} | ref_with_siblings #/properties/a"
            })
    void whatStrictModeDoesNotTakeIsNamedWithItsPlace(String schema, String expected) {
        assertEquals(expected, codes(property(schema)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"string\"}      | root_not_object #",
                "[]                         | not_a_schema #",
                "{\"type\":\"object\",\"anyOf\":[{\"type\":\"string\"}],\"additionalProperties\":false} | root_not_object #",
                "{\"type\":\"object\",\"additionalProperties\":false,\"additionalProperties\":false}"
                        + " | duplicate_member #/additionalProperties",
                "{\"type\":\"object\",\"additionalProperties\":false,\"$defs\":{\"A\":{\"$ref\":\"#/$defs/A\"}}}"
                        + " | cyclic_ref #/$defs/A",
                "{\"type\":\"object\",\"additionalProperties\":false,\"definitions\":{\"A\":{\"type\":\"string\"}}}"
                        + " | unsupported_keyword #"
            })
    void theWholeIsLookedAtToo(String schema, String expected) {
        assertEquals(expected, codes(schema));
    }

    @Test
    void alternativesThatBeginAlikeAreAWarningUnlessTheirFirstKeyTellsThemApart() {
        String alternative =
                "{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\"%s}},\"required\":[\"kind\"],"
                        + "\"additionalProperties\":false}";
        String alike = "{\"anyOf\":[" + alternative.formatted("") + "," + alternative.formatted("") + "]}";
        String apart = "{\"anyOf\":[" + alternative.formatted(",\"const\":\"box\"") + ","
                + alternative.formatted(",\"const\":\"ball\"") + "]}";

        assertEquals("same_first_key #/properties/a", codes(property(alike)));
        assertEquals("", codes(property(apart)));
    }

    @Test
    void aFindingSaysWhereWhatWhyAndHowToMendIt() {
        SchemaFinding finding = lint(property("{\"type\":\"object\"}")).get(0);

        assertEquals(SchemaRule.Level.ERROR, finding.level());
        assertEquals(
                "#/properties/a: the object takes members that it does not name (open_object): every object has to say"
                        + " \"additionalProperties\": false. Add \"additionalProperties\": false.",
                finding.toString());
    }

    @Test
    void theBoundsOfSizeAndDepthAreThoseOfTheService() {
        assertEquals("", codes(nested(10)));
        assertEquals("too_deep #", codes(nested(11)));
        assertEquals("", codes(property(enumOf(1000, 2))));
        assertEquals("too_large #", codes(property(enumOf(1001, 2))));
        assertEquals("too_large #/properties/a", codes(property(enumOf(251, 60))));
        assertEquals("", codes(wide(5000)));
        assertEquals("too_large #", codes(wide(5001)));
    }

    @Test
    void aSchemaThatIsMadeToBeHardIsAnsweredAllTheSame() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"d" + i + "\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}")
                .collect(Collectors.joining(",", "{", ",\"d20000\":{\"type\":\"string\"}}"));
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"required\":[\"a\"],"
                + "\"additionalProperties\":false,\"$defs\":" + chain + "}";
        assertTrue(lint(schema).size() < 10);

        String deep = "{\"anyOf\":[".repeat(120) + "{\"type\":\"string\"}" + "]}".repeat(120);
        assertEquals("", codes(property(deep)));
    }

    private static String nested(int levels) {
        String schema = "{\"type\":\"string\"}";
        for (int i = 0; i < levels; i++) {
            schema = property(schema);
        }
        return schema;
    }

    private static String enumOf(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + "0".repeat(Math.max(0, length - 4)) + (1000 + i) + "\"")
                .collect(Collectors.joining(",", "{\"type\":\"string\",\"enum\":[", "]}"));
    }

    private static String wide(int properties) {
        String names =
                IntStream.range(0, properties).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));
        String schemas = IntStream.range(0, properties)
                .mapToObj(i -> "\"p" + i + "\":{\"type\":\"string\"}")
                .collect(Collectors.joining(","));
        return "{\"type\":\"object\",\"properties\":{" + schemas + "},\"required\":[" + names
                + "],\"additionalProperties\":false}";
    }
}
