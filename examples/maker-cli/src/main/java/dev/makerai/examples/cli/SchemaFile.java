package dev.makerai.examples.cli;

import dev.makerai.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file with JSON schemas in one of the forms in which programs exchange them. */
final class SchemaFile {
    private static final long MAX_BYTES = 20_000_000;

    /** Where tools and formats keep their schema. */
    private static final List<String> SCHEMA_MEMBERS = List.of("parameters", "inputSchema", "input_schema", "schema");

    private static final List<String> WRAPPERS = List.of("function", "json_schema", "result");

    private SchemaFile() {}

    /**
     * A schema of a file.
     *
     * @param name of its tool or format; empty if it has none
     */
    record Named(String name, Json schema) {}

    /**
     * Reads the schemas of a file: one by itself, a tool or a text format of the Responses API or of Chat Completions,
     * a tool of MCP, a list of these, or an object with a list of {@code tools}.
     *
     * @throws IllegalArgumentException if there is nothing of the kind in it
     */
    static List<Named> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("The file is larger than 20 MB");
            }
            List<Named> schemas = new ArrayList<>();
            collect(Json.parse(Files.readString(file)), schemas);
            if (schemas.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no schema in it: give a JSON schema, a tool, or a list of tools");
            }
            return schemas;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no such file", e);
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException("The file is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + e.getMessage(), e);
        }
    }

    private static void collect(Json json, List<Named> schemas) {
        json.elements().forEach(each -> collect(each, schemas));
        if (json.kind() != Json.Kind.OBJECT) {
            return;
        }
        Json tools = json.get("tools");
        if (tools != null && tools.kind() == Json.Kind.ARRAY) {
            collect(tools, schemas);
            return;
        }
        for (String wrapper : WRAPPERS) {
            Json inner = json.get(wrapper);
            if (inner != null && inner.kind() == Json.Kind.OBJECT && !isSchema(json)) {
                collect(inner, schemas);
                return;
            }
        }
        for (String member : SCHEMA_MEMBERS) {
            Json schema = json.get(member);
            if (schema != null && !isSchema(json)) {
                schemas.add(new Named(name(json.get("name")), schema));
                return;
            }
        }
        if (isSchema(json)) {
            schemas.add(new Named("", json));
        }
    }

    /** Whether this looks like a schema itself: the types of tools and formats are none of JSON Schema. */
    private static boolean isSchema(Json json) {
        Json type = json.get("type");
        boolean isToolType = type != null && List.of("function", "json_schema").contains(name(type));
        return !isToolType
                && json.members().keySet().stream()
                        .anyMatch(
                                List.of("type", "properties", "$ref", "anyOf", "oneOf", "allOf", "enum", "$schema")
                                        ::contains);
    }

    private static String name(@Nullable Json name) {
        String text = name == null ? null : name.string();
        return text == null ? "" : text;
    }
}
