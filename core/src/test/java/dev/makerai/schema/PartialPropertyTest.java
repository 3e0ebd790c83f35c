package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random documents of random schemas, whole and broken, in random pieces. */
class PartialPropertyTest {
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
            Schema<?> schema = RandomTypes.schema(random);
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
    @Timeout(3600)
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
            schema = i % 10 == 0 ? RandomTypes.schema(random) : schema;
            String document = new RandomDocuments(schema.json(), random).next();
            if (holds(schema, RandomDocuments.mutated(document, random), random)) {
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
}
