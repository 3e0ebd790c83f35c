package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.strict.SchemaLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every supported kind of Java type: its exact schema, and the way of a value through it. After a wanted change write
 * the files anew with {@code -Dmakerai.golden.update=true} and read the difference.
 */
class SchemaGoldenTest {
    private static final String FOLDER = "golden/schema/";

    static List<SchemaCase> cases() {
        return Stream.of(SimpleCases.all(), ContainerCases.all(), RecordCases.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void schemaIsTheGoldenOneAndStrict(SchemaCase each) throws IOException {
        Json schema = Schema.of(each.type()).json();

        assertEquals(golden(each.name(), schema), indented(schema, ""));
        assertEquals(Json.parse(schema.text()), schema, "is one well-formed text");
        assertEquals(List.of(), StrictSchemaRules.brokenBy(schema));
        assertEquals(List.of(), SchemaLint.of(schema));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatAModelWrites(SchemaCase each) {
        Schema<?> schema = Schema.of(each.type());
        Object value = schema.read(each.json());

        if (each.value() != null) {
            assertTrue(Objects.deepEquals(each.value(), value), () -> "read " + value);
        }
        assertSameAgain(schema, value);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatItWrites(SchemaCase each) {
        if (each.value() != null) {
            assertSameAgain(Schema.of(each.type()), each.value());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void assertSameAgain(Schema<T> schema, Object value) {
        Json written = schema.write((T) value);
        T again = schema.read(written.text());

        assertEquals(written, schema.write(again));
        assertEquals(Json.Kind.OBJECT, written.kind());
        if (!value.toString().contains("Sized")) {
            assertTrue(Objects.deepEquals(value, again), () -> written + " was read as " + again);
        }
    }

    @Test
    void hasOneGoldenFileForEachOfAtLeastSixtyTypes() throws IOException {
        Set<String> names = new HashSet<>();
        for (SchemaCase each : cases()) {
            assertTrue(names.add(each.name()), each.name());
        }
        assertTrue(names.size() >= 60, names.size() + " cases");
        Assumptions.assumeFalse(Boolean.getBoolean("makerai.golden.update"), "the files are just being written");
        try (Stream<Path> files = Files.list(sources())) {
            Set<String> there = new HashSet<>();
            files.forEach(file -> there.add(file.getFileName().toString().replace(".json", "")));
            assertEquals(names, there);
        }
    }

    @Test
    void aClassIsDerivedOnce() {
        assertTrue(Schema.of(RecordCases.Order.class) == Schema.of(RecordCases.Order.class));
    }

    @Test
    void namesAreAllowedOnTheWire() {
        assertEquals("Part", Schema.of(RecordCases.Part.class).name());
        assertEquals(
                "List_Box_Part",
                Schema.of(new SchemaCase.TypeOf<List<RecordCases.Box<RecordCases.Part>>>() {}.type())
                        .name());
        for (Class<?> type : List.of(int[].class, String.class)) {
            assertTrue(
                    Schema.of(type).name().matches("[A-Za-z0-9_-]{1,64}"),
                    Schema.of(type).name());
        }
    }

    private static String golden(String name, Json actual) throws IOException {
        Path file = sources().resolve(name + ".json");
        if (Boolean.getBoolean("makerai.golden.update")) {
            Files.writeString(file, indented(actual, "") + "\n");
        }
        assertTrue(Files.exists(file), "no golden file " + file);
        return Files.readString(file).stripTrailing();
    }

    private static Path sources() {
        Path folder = Path.of("src/test/resources", FOLDER);
        assertTrue(Files.isDirectory(folder), "tests run in the module's folder");
        return folder;
    }

    /** The same JSON with a line for each member, but the simplest schemas on one line. */
    private static String indented(Json json, String indent) {
        assertNotNull(json);
        boolean isShort = json.text().length() <= 60;
        if (isShort || (json.kind() != Json.Kind.OBJECT && json.kind() != Json.Kind.ARRAY)) {
            assertFalse(json.text().contains("\n"));
            return json.text();
        }
        String inner = indent + "  ";
        if (json.kind() == Json.Kind.ARRAY) {
            return json.elements().stream()
                    .map(each -> inner + indented(each, inner))
                    .reduce((a, b) -> a + ",\n" + b)
                    .map(all -> "[\n" + all + "\n" + indent + "]")
                    .orElseThrow();
        }
        return json.members().entrySet().stream()
                .map(each -> inner + Json.string(each.getKey()) + ": " + indented(each.getValue(), inner))
                .reduce((a, b) -> a + ",\n" + b)
                .map(all -> "{\n" + all + "\n" + indent + "}")
                .orElseThrow();
    }
}
