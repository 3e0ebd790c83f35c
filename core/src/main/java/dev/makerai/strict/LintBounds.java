package dev.makerai.strict;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a schema as a whole: how large it is, how deep, and whether its references come to an end. */
final class LintBounds {
    private static final int MAX_PROPERTIES = 5_000;
    private static final int MAX_LEVELS = 10;
    private static final int MAX_ENUM_VALUES = 1_000;
    private static final int MAX_CHARACTERS = 120_000;
    private static final int LARGE_ENUM_VALUES = 250;
    private static final int MAX_LARGE_ENUM_CHARACTERS = 15_000;
    /** Text nests less deep than this; a chain of references could be as long as the schema. */
    private static final int MAX_STEPS_DOWN = 600;

    private final Object root;
    private final List<SchemaFinding> findings;
    private final Map<Object, Integer> levels = new IdentityHashMap<>();
    private final Set<Object> open = identities();
    private final Set<Object> known = identities();
    private long properties;
    private long enumValues;
    private long characters;

    LintBounds(Object root, List<SchemaFinding> findings) {
        this.root = root;
        this.findings = findings;
    }

    void check() {
        count(root, "#");
        bound(properties, MAX_PROPERTIES, "properties");
        bound(enumValues, MAX_ENUM_VALUES, "enum values");
        bound(characters, MAX_CHARACTERS, "characters of names and values");
        int deep = levels(root, 0);
        if (deep > MAX_LEVELS) {
            find(SchemaRule.TOO_DEEP, "#", "there are " + deep + " levels of objects and arrays", "Flatten it");
        }
        circles(root, "#");
    }

    private void bound(long count, int most, String what) {
        if (count > most) {
            find(SchemaRule.TOO_LARGE, "#", "there are " + count + " " + what, "Split it into several smaller ones");
        }
    }

    private void count(Object node, String at) {
        Map<String, Object> schema = Tree.members(node);
        for (String keyword : List.of("properties", "$defs", "definitions")) {
            Map<String, Object> named = Tree.members(schema.getOrDefault(keyword, Map.of()));
            properties += keyword.equals("properties") ? named.size() : 0;
            named.keySet().forEach(name -> characters += name.length());
        }
        List<Object> values = Tree.elements(schema.getOrDefault("enum", ""));
        long inEnum = values.stream().mapToLong(LintBounds::length).sum();
        enumValues += values.size();
        characters += inEnum + (schema.containsKey("const") ? length(schema.getOrDefault("const", "")) : 0);
        if (values.size() > LARGE_ENUM_VALUES && inEnum > MAX_LARGE_ENUM_CHARACTERS) {
            find(
                    SchemaRule.TOO_LARGE,
                    at,
                    "the enum has " + values.size() + " values of " + inEnum + " characters",
                    "Take a string, and check it in the code");
        }
        Subschemas.of(schema, at, this::count);
    }

    private static long length(Object value) {
        return value instanceof String text ? text.length() : Tree.text(value).length();
    }

    /** Objects and arrays inside each other; what lies inside a schema that holds itself counts once. */
    private int levels(Object node, int depth) {
        Integer found = levels.get(node);
        if (found != null || depth > MAX_STEPS_DOWN) {
            return found == null ? MAX_STEPS_DOWN : found;
        }
        Map<String, Object> schema = Tree.members(node);
        levels.put(node, 0);
        int deepest = 0;
        for (Object part : parts(schema)) {
            deepest = Math.max(deepest, levels(part, depth + 1));
        }
        boolean isLevel = schema.containsKey("properties")
                || schema.containsKey("items")
                || isOf(schema, "object")
                || isOf(schema, "array");
        int all = deepest + (isLevel ? 1 : 0);
        levels.put(node, all);
        return all;
    }

    private static boolean isOf(Map<String, Object> schema, String type) {
        Object types = schema.getOrDefault("type", "");
        return type.equals(types) || Tree.elements(types).contains(type);
    }

    private Collection<Object> parts(Map<String, Object> schema) {
        Set<Object> parts = identities();
        Subschemas.ofValues(schema, "", (part, at) -> parts.add(part));
        Object target = target(schema);
        if (target != null) {
            parts.add(target);
        }
        return parts;
    }

    /** Looks for references that lead back without going down into the value. */
    private void circles(Object node, String at) {
        circle(node, at, 0);
        Subschemas.of(Tree.members(node), at, this::circles);
    }

    private void circle(Object node, String at, int depth) {
        if (!(node instanceof Map) || (!open.contains(node) && !known.add(node))) {
            return;
        }
        if (!open.add(node)) {
            find(
                    SchemaRule.CYCLIC_REF,
                    at,
                    "the schema is defined by itself alone",
                    "Break the circle, or put the schema inside an object or an array");
            return;
        }
        Map<String, Object> schema = Tree.members(node);
        if (depth < MAX_STEPS_DOWN) {
            Subschemas.ofSameValue(schema, part -> circle(part, at, depth + 1));
            Object target = target(schema);
            if (target != null) {
                circle(target, at, depth + 1);
            }
        }
        open.remove(node);
    }

    private @Nullable Object target(Map<String, Object> schema) {
        return schema.get("$ref") instanceof String reference ? Pointer.resolve(root, reference) : null;
    }

    private static Set<Object> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void find(SchemaRule rule, String at, String problem, String fix) {
        findings.add(new SchemaFinding(rule, at, problem, fix));
    }
}
