package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are cut between any two of their characters. */
class PartialStringTest {
    record Note(String text) {}

    @Test
    void anEscapeAppearsWhenItHasEnded() {
        assertEquals(List.of("a", "a\n", "a\né"), texts("a\\n\\u00e9"));
        assertEquals(List.of("\"", "\"\\", "\"\\/"), texts("\\\"\\\\\\/"));
    }

    @Test
    void aPairOfSurrogatesAppearsAsOne() {
        assertEquals(List.of("a", "a🙂", "a🙂b"), texts("a\\ud83d\\ude42b"));
        assertEquals(List.of("🙂", "🙂🙂"), texts("🙂🙂"));
    }

    @Test
    void halfAPairIsWhatTheReaderMakesOfIt() {
        assertEquals(List.of("\ud83da"), texts("\\ud83da"));
        assertEquals(List.of("?a"), texts("\ud83da"));
        assertEquals(List.of("a", "a?"), texts("a\ude42"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d",
                "\\ude42",
                "\\ud83d\\ud83d",
                "\\ud83dx",
                "\\ud83d\\n",
                "\\ude42\\ud83d",
                "\ud83d",
                "\ude42",
                "\ud83dx",
                "\ud83d\ud83d\ude42",
                "\ud83d" + "\\ude42",
                "\\ud83d" + "\ude42",
                "\ud83d" + "\\n",
                "\\'",
                "\\\n",
                "\\uD83D\\uDE42",
                "\\u0000",
                "\u2028",
                "\ufeff",
                "\u007f"
            })
    void oddTextsAreReadAsTheyAreInAWholeDocument(String escaped) {
        String whole =
                Schema.of(Note.class).read("{\"text\":\"" + escaped + "\"}").text();
        List<String> texts = texts(escaped + "\"");

        assertEquals(whole, texts.get(texts.size() - 1));
        for (String text : texts) {
            assertEquals(text, whole.substring(0, text.length()));
        }
    }

    /** Each text that was seen. */
    private static List<String> texts(String escaped) {
        PartialReader<Note> reader = Schema.of(Note.class).partials();
        List<String> texts = new ArrayList<>();
        String json = "{\"text\":\"" + escaped;
        for (int i = 0; i < json.length(); i++) {
            Partial<Note> partial = reader.add(json.substring(i, i + 1));
            if (partial != null) {
                String text = partial.text("text");
                assertNotNull(text);
                if (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text)) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
