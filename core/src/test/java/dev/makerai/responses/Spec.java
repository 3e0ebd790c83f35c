package dev.makerai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The published schemas and examples, which lie outside the repository; for the tests of every wire package. */
public final class Spec {
    public static final ObjectMapper JACKSON = new ObjectMapper();

    private Spec() {}

    /** The folder of the schemas; the calling test is skipped where it is absent. */
    public static Path folder() {
        Path spec = Path.of(System.getProperty("makerai.testdata", "../../shared"), "spec");
        Assumptions.assumeTrue(Files.isDirectory(spec), "the published examples are not at " + spec);
        return spec;
    }

    /** The documents of the examples by file and line, such as {@code responses/response.json}. */
    public static Map<String, JsonNode> examples() throws IOException {
        Path examples = folder().resolve("examples");
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.sorted().toList()) {
                String name = examples.relativize(file).toString();
                if (name.endsWith(".json") && !name.equals("index.json")) {
                    documents.put(name, JACKSON.readTree(file.toFile()));
                } else if (name.endsWith(".jsonl")) {
                    int line = 0;
                    for (String event : Files.readAllLines(file)) {
                        documents.put(name + ":" + ++line, JACKSON.readTree(event));
                    }
                }
            }
        }
        return documents;
    }

    /** Every object inside the examples that passes a test, by where it is. */
    public static Map<String, JsonNode> objects(Predicate<JsonNode> wanted) throws IOException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        examples().forEach((name, document) -> collect(name, document, wanted, found));
        return found;
    }

    /** Every response, alone or in an event. */
    public static Map<String, JsonNode> responses() throws IOException {
        return objects(node -> node.path("object").asText().equals("response") && !node.has("deleted"));
    }

    /** A schema document by its file name, such as {@code wire-2026-11.responses.schema.json}. */
    public static JsonNode schema(String file) {
        try {
            return JACKSON.readTree(folder().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(JsonNode node) {
        try {
            return JACKSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(String json) {
        try {
            return JACKSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All objects in a document, itself included. */
    public static List<JsonNode> objectsIn(JsonNode document) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        collect("", document, node -> true, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(String path, JsonNode node, Predicate<JsonNode> wanted, Map<String, JsonNode> found) {
        if (node.isObject() && wanted.test(node)) {
            found.put(path, node);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), wanted, found);
            }
        } else {
            node.properties()
                    .forEach(member -> collect(path + "." + member.getKey(), member.getValue(), wanted, found));
        }
    }
}
