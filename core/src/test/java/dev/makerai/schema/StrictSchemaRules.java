package dev.makerai.schema;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the service's strict mode, written from its documents and without a look at what derives schemas. Lists
 * each rule that a schema breaks.
 */
final class StrictSchemaRules {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");
    private static final Set<String> ANYWHERE =
            Set.of("type", "description", "enum", "const", "anyOf", "$ref", "$defs");
    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "string", Set.of("pattern", "format"),
            "number", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            "integer", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            "array", Set.of("items", "minItems", "maxItems"),
            "object", Set.of("properties", "required", "additionalProperties"),
            "boolean", Set.of(),
            "null", Set.of());
    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    private final Json root;
    private final List<String> broken = new ArrayList<>();
    private int properties;
    private int enumValues;
    private int characters;

    private StrictSchemaRules(Json root) {
        this.root = root;
    }

    static List<String> brokenBy(Json schema) {
        StrictSchemaRules rules = new StrictSchemaRules(schema);
        rules.checkRoot();
        return rules.broken;
    }

    private void checkRoot() {
        if (!types(root).equals(Set.of("object"))) {
            broken.add("the root is no object");
        }
        if (root.get("anyOf") != null) {
            broken.add("anyOf at the root");
        }
        check(root, "#");
        Json definitions = root.get("$defs");
        if (definitions != null) {
            definitions.members().forEach((name, definition) -> {
                characters += name.length();
                check(definition, "#/$defs/" + name);
            });
        }
        bound("properties", properties, 5_000);
        bound("enum values", enumValues, 1_000);
        bound("characters", characters, 120_000);
        bound("levels", levels(root, new HashSet<>()), 10);
    }

    private void bound(String what, int count, int max) {
        if (count > max) {
            broken.add(count + " " + what);
        }
    }

    private void check(Json schema, String path) {
        Set<String> types = types(schema);
        Set<String> allowed = new HashSet<>(ANYWHERE);
        for (String type : types) {
            if (!TYPES.contains(type)) {
                broken.add(path + ": type " + type);
            }
            allowed.addAll(BY_TYPE.getOrDefault(type, Set.of()));
        }
        Set<String> keywords = schema.members().keySet();
        for (String keyword : keywords) {
            if (!allowed.contains(keyword)) {
                broken.add(path + ": keyword " + keyword);
            }
        }
        if (schema.get("$defs") != null && !path.equals("#")) {
            broken.add(path + ": $defs below the root");
        }
        boolean saysWhat = !types.isEmpty() || keywords.contains("anyOf") || keywords.contains("$ref");
        if (!saysWhat) {
            broken.add(path + ": neither type, anyOf nor $ref");
        }
        checkReference(schema, path);
        checkValues(schema, path);
        if (types.contains("object")) {
            checkObject(schema, path);
        }
        if (types.contains("array")) {
            Json items = schema.get("items");
            if (items == null) {
                broken.add(path + ": array without items");
            } else {
                check(items, path + "/items");
            }
        }
        checkAnyOf(schema, path);
    }

    private void checkReference(Json schema, String path) {
        Json reference = schema.get("$ref");
        if (reference == null) {
            return;
        }
        if (schema.members().size() > 1) {
            broken.add(path + ": another keyword beside $ref");
        }
        if (resolve(schema) == null) {
            broken.add(path + ": $ref to nothing: " + reference);
        }
    }

    private void checkValues(Json schema, String path) {
        Json format = schema.get("format");
        if (format != null && !FORMATS.contains(format.string())) {
            broken.add(path + ": format " + format);
        }
        Json values = schema.get("enum");
        if (values != null) {
            int length = values.elements().stream()
                    .mapToInt(each -> String.valueOf(each.string()).length())
                    .sum();
            int count = values.elements().size();
            enumValues += count;
            characters += length;
            if (count == 0 || new HashSet<>(values.elements()).size() < count) {
                broken.add(path + ": enum is empty or repeats itself");
            }
            if (count > 250 && length > 15_000) {
                broken.add(path + ": enum too long");
            }
        }
    }

    private void checkObject(Json schema, String path) {
        Json members = schema.get("properties");
        Json required = schema.get("required");
        if (members == null || required == null) {
            broken.add(path + ": object without properties or required");
            return;
        }
        if (!Json.parse("false").equals(schema.get("additionalProperties"))) {
            broken.add(path + ": additionalProperties is not false");
        }
        List<String> names = List.copyOf(members.members().keySet());
        if (!names.equals(required.elements().stream().map(Json::string).toList())) {
            broken.add(path + ": required is not the properties in their order");
        }
        properties += names.size();
        members.members().forEach((name, property) -> {
            characters += name.length();
            check(property, path + "/properties/" + name);
        });
    }

    private void checkAnyOf(Json schema, String path) {
        Json anyOf = schema.get("anyOf");
        if (anyOf == null) {
            return;
        }
        if (!types(schema).isEmpty() || anyOf.elements().isEmpty()) {
            broken.add(path + ": anyOf beside a type, or empty");
        }
        Set<String> firstKeys = new HashSet<>();
        for (Json branch : anyOf.elements()) {
            check(branch, path + "/anyOf");
            Json target = branch.get("$ref") == null ? branch : resolve(branch);
            Json members = target == null ? null : target.get("properties");
            if (members != null && !members.members().isEmpty()) {
                String first = members.members().keySet().iterator().next();
                if (!firstKeys.add(first)) {
                    broken.add(path + ": two branches begin with " + first);
                }
            }
        }
    }

    private int levels(Json schema, Set<String> open) {
        Json reference = schema.get("$ref");
        if (reference != null) {
            Json target = resolve(schema);
            if (target == null || !open.add(reference.text())) {
                return 0;
            }
            int levels = levels(target, open);
            open.remove(reference.text());
            return levels;
        }
        int deepest = 0;
        for (Json inner : inner(schema)) {
            deepest = Math.max(deepest, levels(inner, open));
        }
        boolean isLevel = types(schema).contains("object") || types(schema).contains("array");
        return deepest + (isLevel ? 1 : 0);
    }

    private static List<Json> inner(Json schema) {
        List<Json> inner = new ArrayList<>();
        if (schema.get("properties") != null) {
            inner.addAll(schema.get("properties").members().values());
        }
        if (schema.get("items") != null) {
            inner.add(schema.get("items"));
        }
        if (schema.get("anyOf") != null) {
            inner.addAll(schema.get("anyOf").elements());
        }
        return inner;
    }

    private Json resolve(Json schema) {
        String reference = schema.get("$ref").string();
        if (reference.equals("#")) {
            return root;
        }
        String prefix = "#/$defs/";
        Json definitions = root.get("$defs");
        return reference.startsWith(prefix) && definitions != null
                ? definitions.get(reference.substring(prefix.length()))
                : null;
    }

    private static Set<String> types(Json schema) {
        Json type = schema.get("type");
        if (type == null) {
            return Set.of();
        }
        return type.string() != null
                ? Set.of(type.string())
                : new LinkedHashSet<>(type.elements().stream().map(Json::string).toList());
    }
}
