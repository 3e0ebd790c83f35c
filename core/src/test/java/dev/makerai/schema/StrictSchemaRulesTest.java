package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makerai.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules themselves have to find faults, or the golden test shows nothing. */
class StrictSchemaRulesTest {
    @Test
    void letsAGoodSchemaPass() {
        assertEquals(List.of(), StrictSchemaRules.brokenBy(object("\"a\":{\"type\":[\"string\",\"null\"]}", "\"a\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\"}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{},\"required\":[]}",
                "{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":true}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[],\"additionalProperties\":false}"
            })
    void findsFaultsOfTheRoot(String schema) {
        assertFalse(StrictSchemaRules.brokenBy(Json.parse(schema)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"date\"}",
                "{\"type\":\"string\",\"minLength\":1}",
                "{\"type\":\"string\",\"default\":\"x\"}",
                "{\"type\":\"string\",\"format\":\"uri\"}",
                "{\"type\":\"string\",\"enum\":[]}",
                "{\"type\":\"array\"}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"uniqueItems\":true}",
                "{\"$ref\":\"#/$defs/None\"}",
                "{\"$ref\":\"#\",\"description\":\"x\"}",
                "{\"oneOf\":[{\"type\":\"string\"}]}",
                "{\"anyOf\":[]}",
                "{\"type\":\"integer\",\"items\":{\"type\":\"string\"}}",
                "{\"type\":\"object\",\"properties\":{},\"required\":[]}"
            })
    void findsFaultsOfAProperty(String schema) {
        assertFalse(
                StrictSchemaRules.brokenBy(object("\"a\":" + schema, "\"a\"")).isEmpty());
    }

    @Test
    void findsBranchesThatBeginAlikeAndTooDeepNesting() {
        String branch = object("\"a\":{\"type\":\"string\"}", "\"a\"").text();
        String deep = "{\"type\":\"string\"}";
        for (int i = 0; i < 10; i++) {
            deep = "{\"type\":\"array\",\"items\":" + deep + "}";
        }

        assertFalse(StrictSchemaRules.brokenBy(object("\"x\":{\"anyOf\":[" + branch + "," + branch + "]}", "\"x\""))
                .isEmpty());
        assertEquals(List.of("11 levels"), StrictSchemaRules.brokenBy(object("\"x\":" + deep, "\"x\"")));
    }

    private static Json object(String properties, String required) {
        return Json.parse("{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required
                + "],\"additionalProperties\":false}");
    }
}
