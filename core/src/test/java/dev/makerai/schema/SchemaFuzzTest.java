package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is read, only an {@link InvalidValueException} comes out, or a value that survives being written. */
class SchemaFuzzTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "0",
        "-1",
        "3.5",
        "1e999",
        "9223372036854775808",
        "\"\"",
        "\"a\"",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "\ud83d",
        "€",
        "//",
        "'",
        "NaN",
        " ",
        "\n",
        "{}",
        "[]",
        "\"value\":",
        "-",
        "1E400",
        "\"PLA\"",
        "\"key\":"
    };

    @Test
    void mutatedArgumentsAreReadOrRefused() {
        Random random = new Random(42);
        int accepted = 0;
        int refused = 0;
        for (SchemaCase each : SchemaGoldenTest.cases()) {
            for (int i = 0; i < 400; i++) {
                if (reads(Schema.of(each.type()), mutated(each.json(), random))) {
                    accepted++;
                } else {
                    refused++;
                }
            }
        }
        assertTrue(accepted > 1_000 && refused > 10_000, accepted + " accepted, " + refused + " refused");
    }

    @Test
    void shuffledPiecesAreReadOrRefused() {
        Random random = new Random(43);
        List<SchemaCase> cases = SchemaGoldenTest.cases();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Schema<?> schema = Schema.of(cases.get(random.nextInt(cases.size())).type());
            boolean unused = reads(schema, text.toString());
        }
    }

    @Test
    void everyCutIsRefused() {
        for (SchemaCase each : SchemaGoldenTest.cases()) {
            for (int end = 0; end < each.json().length(); end++) {
                assertFalse(reads(Schema.of(each.type()), each.json().substring(0, end)), each.name());
            }
        }
    }

    private static <T> boolean reads(Schema<T> schema, String text) {
        try {
            T value = schema.read(text);
            Json written = schema.write(value);
            assertEquals(written, schema.write(schema.read(written.text())));
            return true;
        } catch (InvalidValueException e) {
            assertFalse(e.problems().isEmpty());
            assertTrue(e.getMessage().length() < 8_000, e.getMessage());
            assertEquals(text, e.text());
            return false;
        }
    }

    private static String mutated(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
                default -> text.insert(at, text.substring(at, end));
            }
        }
        return text.toString();
    }
}
