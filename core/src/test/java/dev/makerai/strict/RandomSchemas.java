package dev.makerai.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes schemas as people write them, and values that may fit them. */
final class RandomSchemas {
    private static final List<String> NAMES = List.of("a", "b", "kind", "size");

    private final Random random;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    String whole() {
        String schema = random.nextInt(5) == 0 ? schema(3) : object(3);
        if (!schema.startsWith("{") || schema.equals("{}")) {
            return object(2);
        }
        return schema.substring(0, schema.length() - 1) + ",\"$defs\":{\"D0\":" + schema(2) + ",\"D1\":" + object(2)
                + "}}";
    }

    private String schema(int depth) {
        int kind = random.nextInt(depth > 0 ? 13 : 5);
        return switch (kind) {
            case 0 -> "{\"type\":\"string\"" + text() + common("\"x\"") + "}";
            case 1 -> "{\"type\":\"" + pick("number", "integer") + "\"" + number() + common("2") + "}";
            case 2 -> "{\"type\":\"boolean\"" + common("true") + "}";
            case 3 -> "{" + pick("\"type\":\"string\",", "") + "\"enum\":[\"x\",\"y\",\"z\"]" + common("\"x\"") + "}";
            case 4 ->
                pick(
                        "{\"const\":\"x\"}",
                        "{\"type\":[\"string\",\"null\"]}",
                        "{\"type\":[\"integer\",\"string\",\"null\"],\"minimum\":1}",
                        "{}",
                        "true",
                        "{\"enum\":[1,\"x\",null]}",
                        "{\"$ref\":\"#/$defs/D1\"}",
                        "{\"$ref\":\"#/$defs/D1\",\"description\":\"A part\"}");
            case 5, 6, 7 -> object(depth);
            case 8 -> "{\"type\":\"array\"" + (chance(5) ? "" : ",\"items\":" + schema(depth - 1)) + array() + "}";
            case 9 ->
                "{\"" + pick("anyOf", "oneOf") + "\":[" + schema(depth - 1) + "," + schema(depth - 1)
                        + (chance(3) ? ",{\"type\":\"null\"}" : "") + "]" + common("null") + "}";
            case 10 -> "{\"allOf\":[" + object(depth - 1) + "," + object(depth - 1) + "]}";
            case 11 ->
                "{\"type\":\"object\",\"additionalProperties\":" + schema(depth - 1)
                        + (chance(3) ? ",\"minProperties\":1" : "") + "}";
            default ->
                "{\"type\":\"array\",\"prefixItems\":[" + schema(depth - 1) + "," + schema(0) + "]"
                        + (chance(2) ? ",\"items\":false" : "") + "}";
        };
    }

    private String object(int depth) {
        List<String> properties = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (String name : NAMES) {
            if (chance(2)) {
                properties.add("\"" + name + "\":" + schema(depth - 1));
                if (chance(2)) {
                    required.add("\"" + name + "\"");
                }
            }
        }
        return "{\"type\":\"object\",\"properties\":{" + String.join(",", properties) + "}"
                + (required.isEmpty() ? "" : ",\"required\":[" + String.join(",", required) + "]")
                + pick("", "", ",\"additionalProperties\":false", ",\"additionalProperties\":true")
                + (chance(8) ? ",\"dependentRequired\":{\"a\":[\"b\"]}" : "")
                + (chance(8) ? ",\"not\":{\"required\":[\"a\",\"b\"]}" : "") + "}";
    }

    private String text() {
        return pick(
                "",
                "",
                ",\"minLength\":1",
                ",\"maxLength\":2",
                ",\"pattern\":\"^[a-z]+$\"",
                ",\"pattern\":\"x\"",
                ",\"format\":\"uri\"",
                ",\"pattern\":\"(?=x)x\"");
    }

    private String number() {
        return pick("", "", ",\"minimum\":1", ",\"exclusiveMaximum\":5", ",\"multipleOf\":2");
    }

    private String array() {
        return pick("", "", ",\"minItems\":1", ",\"maxItems\":2", ",\"uniqueItems\":true");
    }

    private String common(String value) {
        return pick("", "", "", ",\"default\":" + value, ",\"description\":\"What it is\"", ",\"title\":\"T\"");
    }

    /** A value that fits a strict schema, more or less. */
    Object value(Object root, Object schema, int depth) {
        var members = Tree.members(schema);
        if (members.get("$ref") instanceof String reference) {
            Object target = Pointer.resolve(root, reference);
            return depth > 12 || target == null ? "deep" : value(root, target, depth + 1);
        }
        if (members.containsKey("anyOf")) {
            List<Object> alternatives = Tree.elements(members.get("anyOf"));
            return value(root, alternatives.get(random.nextInt(alternatives.size())), depth + 1);
        }
        if (members.containsKey("const")) {
            return members.get("const");
        }
        if (members.containsKey("enum")) {
            List<Object> values = Tree.elements(members.get("enum"));
            return values.get(random.nextInt(values.size()));
        }
        Object type = members.get("type");
        List<Object> types = type instanceof List ? Tree.elements(type) : List.of(type);
        return switch (String.valueOf(types.get(random.nextInt(types.size())))) {
            case "object" -> {
                var object = new java.util.LinkedHashMap<String, Object>();
                Tree.members(members.get("properties"))
                        .forEach((name, property) -> object.put(name, value(root, property, depth + 1)));
                yield object;
            }
            case "array" -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0 && depth < 10; i--) {
                    list.add(value(root, members.get("items"), depth + 1));
                }
                yield list;
            }
            case "string" ->
                pick("x", "y", "", "xyz", "7", "{\\\"a\\\":1}", "null", "[\\\"x\\\"]")
                        .replace("\\", "");
            case "integer" -> dev.makerai.json.Json.parse(pick("1", "2", "-4", "3.0"));
            case "number" -> dev.makerai.json.Json.parse(pick("1", "2", "4.5", "-3"));
            case "boolean" -> chance(2);
            default -> dev.makerai.json.Json.NULL;
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
