package dev.makerai.schema;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** Documents that fit a schema, written in all the ways that JSON allows. */
final class RandomDocuments {
    private static final int DEEP = 7;
    private static final List<String> PIECES = List.of(
            "a",
            "PETG ",
            "ü",
            "€",
            "🙂",
            "\\n",
            "\\u00e9",
            "\\ud83d\\ude42",
            "\\\"",
            "\\\\",
            "\\ud800",
            "\ud800",
            "{",
            "]",
            ",");
    private static final List<String> INTEGERS = List.of("0", "-1", "12", "3.0", "1e2", "-0");
    private static final List<String> NUMBERS = List.of("0", "4.20", "-1.5e-3", "1E+2", "100");

    private static final String[] BREAKING = {
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

    private final Json root;
    private final Random random;

    RandomDocuments(Json schema, Random random) {
        this.root = schema;
        this.random = random;
    }

    String next() {
        return space() + value(root, 0) + space();
    }

    /** A document with some of its characters changed. */
    static String mutated(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, BREAKING[random.nextInt(BREAKING.length)]);
                case 2 -> text.replace(at, end, BREAKING[random.nextInt(BREAKING.length)]);
                default -> text.insert(at, text.substring(at, end));
            }
        }
        return text.toString();
    }

    private String value(Json schema, int depth) {
        Json reference = schema.get("$ref");
        if (reference != null) {
            String target = Objects.requireNonNull(reference.string());
            return target.equals("#")
                    ? value(root, depth)
                    : value(member(member(root, "$defs"), target.substring("#/$defs/".length())), depth);
        }
        if (schema.get("anyOf") != null) {
            List<Json> branches = member(schema, "anyOf").elements();
            int last = branches.size() - 1;
            return value(branches.get(depth > DEEP ? last : random.nextInt(last + 1)), depth);
        }
        Json type = member(schema, "type");
        if (type.kind() == Json.Kind.ARRAY) {
            return depth > DEEP || random.nextBoolean()
                    ? "null"
                    : value(type.elements().get(0).string(), schema, depth);
        }
        return value(type.string(), schema, depth);
    }

    private String value(String type, Json schema, int depth) {
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "string" -> string(schema);
            case "integer" -> any(INTEGERS);
            case "number" -> any(NUMBERS);
            case "boolean" -> any(List.of("true", "false"));
            default -> "null";
        };
    }

    private String object(Json schema, int depth) {
        List<String> members = new ArrayList<>();
        member(schema, "properties")
                .members()
                .forEach((name, property) ->
                        members.add(Json.string(name) + space() + ":" + space() + value(property, depth + 1)));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(members, random);
        }
        return listed("{", members, "}");
    }

    private String array(Json schema, int depth) {
        List<String> elements = new ArrayList<>();
        Supplier<String> element = () -> value(member(schema, "items"), depth + 1);
        for (int n = depth > DEEP ? 0 : random.nextInt(4); n > 0; n--) {
            elements.add(element.get());
        }
        return listed("[", elements, "]");
    }

    private String listed(String open, List<String> values, String close) {
        return open + space() + String.join(space() + "," + space(), values) + space() + close;
    }

    private String string(Json schema) {
        if (schema.get("enum") != null) {
            return any(member(schema, "enum").elements()).text();
        }
        if (schema.get("format") != null) {
            return switch (Objects.requireNonNull(member(schema, "format").string())) {
                case "date" -> "\"2026-11-22\"";
                case "duration" -> "\"PT1H30M\"";
                default -> "\"123e4567-e89b-12d3-a456-426614174000\"";
            };
        }
        StringBuilder text = new StringBuilder("\"");
        for (int n = random.nextInt(6); n > 0; n--) {
            text.append(any(PIECES));
        }
        return text.append('"').toString();
    }

    private String space() {
        return random.nextInt(4) == 0 ? any(List.of(" ", "\n", "\t\r\n  ")) : "";
    }

    private <E> E any(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Json member(Json schema, String name) {
        return Objects.requireNonNull(schema.get(name), () -> name + " in " + schema);
    }
}
