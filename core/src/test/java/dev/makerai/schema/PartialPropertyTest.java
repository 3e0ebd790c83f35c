package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random documents of random schemas, whole and broken, in random pieces. */
class PartialPropertyTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "tRuE",
        "0",
        "-",
        "3.5",
        "1e999",
        "\\u0000",
        "\\ud800",
        "\\",
        "\u0000",
        "\ud83d",
        "\ude42",
        "€",
        "//",
        "'",
        "NaN",
        " ",
        "\n",
        "\ufeff",
        "{}",
        "[]",
        "\"value\":",
        "\"key\":",
        "\"PLA\"",
        "\"a\":1,"
    };

    @Test
    void documentsOfAllSchemasGrow() {
        Random random = new Random(44);
        for (SchemaCase each : SchemaGoldenTest.cases()) {
            assertTrue(PartialRules.hold(Schema.of(each.type()), each.json(), random), each.name());
        }
    }

    @Test
    void randomDocumentsGrow() {
        Random random = new Random(45);
        int accepted = 0;
        for (int i = 0; i < 300; i++) {
            Schema<?> schema = Schema.of(RandomTypes.next(random));
            RandomDocuments documents = new RandomDocuments(schema.json(), random);
            for (int n = 0; n < 5; n++) {
                accepted += holds(schema, documents.next(), random) ? 1 : 0;
            }
        }
        assertTrue(accepted > 1_200, accepted + " accepted");
    }

    @Test
    void brokenDocumentsAreRefusedAsAWhole() {
        fuzz(new Random(46), 3_000, Long.MAX_VALUE);
    }

    /** For as many seconds as {@code -Dmakerai.fuzz.seconds} says, by default ten minutes. */
    @Test
    @Tag("long")
    void brokenDocumentsAreRefusedAsAWholeForLong() {
        long seed = System.nanoTime();
        long seconds = Long.getLong("makerai.fuzz.seconds", 600);
        try {
            fuzz(new Random(seed), Integer.MAX_VALUE, System.nanoTime() + seconds * 1_000_000_000L);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void fuzz(Random random, int rounds, long end) {
        int accepted = 0;
        int refused = 0;
        Schema<?> schema = Schema.of(String.class);
        for (int i = 0; i < rounds && System.nanoTime() < end; i++) {
            schema = i % 10 == 0 ? Schema.of(RandomTypes.next(random)) : schema;
            String document = new RandomDocuments(schema.json(), random).next();
            if (holds(schema, mutated(document, random), random)) {
                accepted++;
            } else {
                refused++;
            }
        }
        assertTrue(accepted > 50 && refused > 1_000, accepted + " accepted, " + refused + " refused");
    }

    private static boolean holds(Schema<?> schema, String text, Random random) {
        try {
            return PartialRules.hold(schema, text, random);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(schema.name() + ": " + text, e);
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
