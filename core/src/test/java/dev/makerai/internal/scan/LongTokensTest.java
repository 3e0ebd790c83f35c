package dev.makerai.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongTokensTest {
    @Test
    void aNumberIsFoundWhereverItBegins() {
        for (int before = 0; before < 2500; before++) {
            String start = "{\"" + "x".repeat(before) + "\":";

            assertEquals(-1, find(start + "7".repeat(1000) + "}"));
            assertEquals(start.length(), find(start + "-" + "7".repeat(1000) + ",\"a\":1}"));
        }
    }

    @Test
    void whiteSpaceIsFoundWhereverItBegins() {
        for (int before = 0; before < 1100; before += 9) {
            String start = "{\"" + "x".repeat(before) + "\":";

            assertEquals(-1, find(start + " ".repeat(64 * 1024) + "1}"));
            int found = find(start + "\n ".repeat(32 * 1024) + " 1}");
            assertEquals(start.length(), found);
        }
    }

    @Test
    void whatLiesInAStringIsOnlyText() {
        String digits = "1".repeat(5000);
        String spaces = " ".repeat(100_000);
        String strings = "[\"" + digits + "\",\"\\\"" + digits + "\",\"" + spaces + "\",\"a\\\\\",\"" + digits + "\",";

        assertEquals(-1, find(strings + "\"end\"]"));
        assertEquals(strings.length(), find(strings + digits + "]"));
        assertEquals(-1, find("[\"" + digits));
    }

    @Test
    void namesTheBound() {
        byte[] number = ("[" + "1".repeat(2000) + "]").getBytes(StandardCharsets.UTF_8);
        byte[] space = ("[" + " ".repeat(70_000) + "]").getBytes(StandardCharsets.UTF_8);

        assertTrue(LongTokens.problem(number, LongTokens.find(number)).contains("1000 characters"));
        assertTrue(LongTokens.problem(space, LongTokens.find(space)).contains("65536 bytes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^1 | $",
                "{\"a\":^1} | $.a",
                "{\"a\":1,\"b\" : ^{} } | $.b",
                "[1,[2,3],^4] | $[2]",
                "{\"a\":[{\"x\":\"}],\\\"\"},{\"b\":[1,^ | $.a[1].b[1]",
                "{\"a\":{\"b\":1},^ | $",
                "{\"a\":{\"b\":1}^ | $.a",
                "{\"a\":{},\"b\":{^ | $.b",
                "]]}^ | $",
                "{\"a\\\"b\u202e\":^1} | $.a\\\"bU+202E"
            })
    void thePathIsThatOfTheInnermostValue(String document, String path) {
        int position = document.substring(0, document.indexOf('^')).getBytes(StandardCharsets.UTF_8).length;
        byte[] json = document.replace("^", "").getBytes(StandardCharsets.UTF_8);

        assertEquals(path, JsonPath.at(json, position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void whatLiesTooDeepIsNamedAsTheWhole(String open) {
        byte[] json = open.repeat(100_000).getBytes(StandardCharsets.UTF_8);

        assertEquals("$", JsonPath.at(json, json.length));
    }

    private static int find(String json) {
        return LongTokens.find(json.getBytes(StandardCharsets.UTF_8));
    }
}
