package dev.makerai.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void keepsTheExactTextOfEveryValueInside() {
        Json json = Json.parse(" {\"b\": 1.50, \"a\": 123456789012345678901234567890, \"c\": [ 1 ,2.0e3 ] } ");

        assertEquals("{\"b\": 1.50, \"a\": 123456789012345678901234567890, \"c\": [ 1 ,2.0e3 ] }", json.text());
        assertEquals(List.of("b", "a", "c"), List.copyOf(json.members().keySet()));
        assertEquals("1.50", json.get("b").text());
        assertEquals("[ 1 ,2.0e3 ]", json.get("c").text());
        assertEquals("2.0e3", json.get("c").elements().get(1).text());
        assertEquals(
                new BigDecimal("123456789012345678901234567890"), json.get("a").number());
    }

    @Test
    void readsStringsUnescapedAndWritesThemEscaped() {
        assertEquals("a\"ü\n€", Json.parse("\"a\\\"\\u00fc\\n€\"").string());
        assertEquals("a\"ü\n€", Json.parse(Json.string("a\"ü\n€").text()).string());
    }

    @Test
    void answersNullForAnotherKindOfValue() {
        Json text = Json.parse("\"5\"");

        assertNull(text.number());
        assertNull(text.bool());
        assertNull(text.get("x"));
        assertTrue(text.elements().isEmpty());
        assertNull(Json.parse("5").string());
        assertEquals(true, Json.parse("true").bool());
        assertEquals(Json.Kind.NULL, Json.parse("null").kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":}",
                "{\"a\" 1}",
                "nul",
                "NaN",
                "'a'",
                "{a:1}",
                "1 2",
                "[1] x",
                "\"a",
                "01",
                "\"\\q\"",
                "{\"a\":[1,{\"b\":tru}]}",
                "// c\n1",
                "TRUE",
                "[truE]",
                "{\"a\":Null}",
                "\"a\nb\"",
                "[\"\t\"]"
            })
    void refusesWhatIsNotExactlyOneJsonValue(String text) {
        DecodeException e = assertThrows(DecodeException.class, () -> Json.parse(text));

        assertEquals(text, e.text());
    }

    @Test
    void refusesEndlessNestingInsteadOfExhaustingTheStack() {
        assertThrows(DecodeException.class, () -> Json.parse("[".repeat(100_000) + "]".repeat(100_000)));
    }

    @Test
    void showsOnlyTheBeginningOfALongBrokenText() {
        DecodeException e = assertThrows(DecodeException.class, () -> Json.parse("[" + "1,".repeat(10_000)));

        assertTrue(e.getMessage().length() < 400, e.getMessage());
    }
}
