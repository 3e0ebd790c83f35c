package dev.makerai.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrictSchemaPropertyTest {
    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final JsonSchemaFactory JUDGE = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final int SCHEMAS = Integer.getInteger("makerai.strict.schemas", 3000);

    @Test
    void whatIsReadByTheStrictFormFitsTheSchemaAsItWasWritten() {
        int rewritten = 0;
        int read = 0;
        int exact = 0;
        for (int seed = 0; seed < SCHEMAS; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            String original = random.whole();
            StrictSchema strict;
            try {
                strict = StrictSchema.of(Json.parse(original));
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("There is no strict form of this schema. #"), e.getMessage());
                continue;
            }
            rewritten++;
            String text = strict.json().text();
            assertEquals(List.of(), errors(strict.json()), original + "\n" + text);
            assertEquals(
                    text,
                    StrictSchema.of(strict.json()).json().text(),
                    () -> "a strict form has itself as its strict form: " + original);
            var originalJudge = JUDGE.getSchema(original);
            var strictJudge = JUDGE.getSchema(text);
            Object tree = Tree.read(strict.json());
            for (int i = 0; i < 12; i++) {
                String value = Tree.text(random.value(tree, tree, 0));
                String shown = original + "\n" + text + "\n" + value + "\n" + strict.changes();
                boolean fits = strictJudge.validate(value, InputFormat.JSON).isEmpty();
                try {
                    Json result = strict.read(value);
                    assertEquals(
                            List.of(),
                            List.copyOf(originalJudge.validate(result.text(), InputFormat.JSON)),
                            () -> shown + "\n" + result);
                    read++;
                } catch (InvalidValueException e) {
                    boolean isText = strict.changes().stream()
                            .anyMatch(change -> change.what().contains("JSON text")
                                    || change.what().contains("a key"));
                    if (fits && !isText && strict.changes().stream().allMatch(StrictSchema.Change::isExact)) {
                        fail(shown + "\n" + e.getMessage());
                    }
                }
                exact += strict.changes().stream().allMatch(StrictSchema.Change::isExact) ? 1 : 0;
            }
        }
        // So that the test cannot pass by refusing everything.
        assertTrue(rewritten > SCHEMAS / 2, rewritten + " rewritten");
        assertTrue(read > SCHEMAS * 3, read + " read");
        assertTrue(exact > SCHEMAS, exact + " exact");
    }

    private static List<SchemaFinding> errors(Json schema) {
        return SchemaLint.of(schema).stream()
                .filter(finding -> finding.level() == SchemaRule.Level.ERROR)
                .toList();
    }
}
