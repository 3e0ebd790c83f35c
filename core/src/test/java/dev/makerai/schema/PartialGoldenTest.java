package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.makerai.json.Json;
import dev.makerai.schema.PartialReaderTest.Quote;
import dev.makerai.schema.RecordCases.Drawing;
import dev.makerai.schema.RecordCases.Part;
import dev.makerai.schema.SchemaCase.TypeOf;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each step of some streams: a delta, as a JSON string, and below it what is known then, if that is more than before.
 * After a wanted change write the files anew with {@code -Dmakerai.golden.update=true} and read the difference.
 */
class PartialGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/partials");

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("quote", Quote.class),
                Arguments.of("quote-with-faults", Quote.class),
                Arguments.of("drawing", Drawing.class),
                Arguments.of("list-of-parts", new TypeOf<List<Part>>() {}.type()));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void stepsAreTheGoldenOnes(String name, Type type) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        List<String> golden = Files.readAllLines(file);
        PartialReader<?> reader = Schema.of(type).partials();
        List<String> steps = new ArrayList<>();
        for (String line : golden) {
            if (line.startsWith("\"")) {
                String delta = Json.parse(line).string();
                assertNotNull(delta);
                steps.add(line);
                Partial<?> partial = reader.add(delta);
                if (partial != null) {
                    steps.add("    " + partial + (partial.isComplete() ? "  complete" : ""));
                    partial.problems().forEach(problem -> steps.add("    ! " + problem));
                }
            }
        }
        if (Boolean.getBoolean("makerai.golden.update")) {
            Files.write(file, steps);
        }
        assertEquals(String.join("\n", golden), String.join("\n", steps));
    }
}
