package dev.makerai.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader that takes the square of a length would need hours for. */
class LargeDocumentsTest {
    private static final Codecs CODECS = Codecs.builder()
            .union(Item.class, Item.Unknown.class, Map.of("known", Item.Known.class))
            .build();

    private sealed interface Item {
        record Known(Long count, SourceText source) implements Item {}

        record Unknown(String type, Json raw) implements Item {}
    }

    private record Root(
            Long count,
            Integer small,
            Double ratio,
            Instant createdAt,
            Json exact,
            List<Json> values,
            Map<String, String> marks,
            Item item,
            String text) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"count\":# | $.count",
                "{\"small\":-# | $.small",
                "{\"ratio\":0.# | $.ratio",
                "{\"created_at\":# | $.created_at",
                "{\"exact\":{\"deep\":[0,# | $.exact.deep[1]",
                "{\"values\":[1,2,# | $.values[2]",
                "{\"marks\":{\"a\":# | $.marks.a",
                "{\"item\":{\"type\":\"known\",\"count\":# | $.item.count",
                "{\"item\":{\"type\":\"other\",\"x\":# | $.item.x",
                "{\"unknown\":# | $.unknown",
                "# | $"
            })
    void aNumberOfAMillionDigitsIsRefusedWithItsBoundAndPlace(String before, String path) {
        String json = before.replace("#", "9".repeat(1_000_000));

        DecodeException read = assertThrows(DecodeException.class, () -> decode(json));
        DecodeException parsed = assertThrows(DecodeException.class, () -> Json.parse(json));

        for (DecodeException e : List.of(read, parsed)) {
            assertEquals("A number has more than 1000 characters, the most that is read", e.problem());
            assertEquals(path, e.path());
        }
    }

    @Test
    void whiteSpaceWithoutEndIsRefusedWithItsBoundAndPlace() {
        DecodeException e =
                assertThrows(DecodeException.class, () -> decode("{\"values\":[1," + " ".repeat(5_000_000) + "2]}"));

        assertEquals("There are more than 65536 bytes of white space, the most that is read", e.problem());
        assertEquals("$.values[1]", e.path());
    }

    @Test
    void theLongestNumberIsRead() {
        String digits = "1".repeat(1000);

        Root read = decode("{\"exact\":" + digits + ",\"values\":[" + digits + "],\"text\":\"" + digits + "1\"}");

        assertEquals(digits, read.exact().text());
        assertEquals(digits, read.values().get(0).number().toPlainString());
        assertEquals(digits + "1", read.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"#\"}",
                "{\"unknown\":\"#\"}",
                "{\"#\":1}",
                "{\"#\":{\"#\":[\"#\"]}}",
                "{\"marks\":{\"#\":\"#\"}}",
                "{\"exact\":{\"#\":\"#\"}}",
                "{\"item\":{\"#\":1,\"type\":\"known\"}}"
            })
    void hugeNamesAndTextsAreRead(String json) {
        for (String text : List.of("x".repeat(5_000_000), "\\u00e9\\n".repeat(600_000), "é€😀".repeat(500_000))) {
            Root read = decode(json.replace("#", text));

            assertTrue(read.count() == null && read.values().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "t", "n", "\\", "'", "-", "e"})
    void aHugeWordThatIsNoJsonIsRefusedWhereItStands(String letter) {
        DecodeException e =
                assertThrows(DecodeException.class, () -> decode("{\"item\":{\"x\":[1," + letter.repeat(5_000_000)));

        assertEquals("$.item.x[1]", e.path());
    }

    @Test
    void manyValuesAreRead() {
        Root read = decode("{\"values\":[" + "[],{\"a\":1},".repeat(200_000) + "1],\"exact\":["
                + " [ 1 , 2 ] ,".repeat(200_000) + "1]}");

        assertEquals(400_001, read.values().size());
        assertEquals(200_001, read.exact().elements().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"values\":[1,2,3,4,5,6,7,8,9 | $.values[8]",
                "{\"marks\":{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"d\":\"\",\"e\":\"\",\"f\":\"\",\"g\":\"\",\"h\":\"\",\"i\":\"\"}} | $.marks.i"
            })
    void moreValuesThanTheHeapCanHoldAreRefusedWithTheirBoundAndPlace(String json, String path) {
        DecodeException e = assertThrows(
                DecodeException.class,
                () -> CODECS.decode(Root.class, new WireReader(json.getBytes(StandardCharsets.UTF_8), 10), null));

        assertTrue(e.problem().contains("more than 10 members and elements"), e.problem());
        assertEquals(path, e.path());
    }

    private static Root decode(String json) {
        return CODECS.decode(Root.class, json.getBytes(StandardCharsets.UTF_8), null);
    }
}
