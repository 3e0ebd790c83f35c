package dev.makerai.strict;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites schemas that have a type, or seem to mean one. */
final class TypedRewriting {
    private static final Set<String> OF_NUMBERS =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    private final Rewriting rewriting;
    private final ObjectRewriting objects;
    private final ArrayRewriting arrays;

    TypedRewriting(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.objects = new ObjectRewriting(rewriting);
        this.arrays = new ArrayRewriting(rewriting);
    }

    /** Whether a schema as a whole is of an object with named properties, or with none. */
    boolean isPlainlyObject(Object node) {
        Map<String, Object> schema = Tree.members(node);
        boolean isTyped = List.of("object", List.of("object")).contains(schema.getOrDefault("type", ""))
                || (!schema.containsKey("type") && schema.containsKey("properties"));
        return isTyped
                && !(schema.get("additionalProperties") instanceof Map)
                && !schema.containsKey("oneOf")
                && !schema.containsKey("anyOf")
                && !schema.containsKey("$ref")
                && !schema.containsKey("enum")
                && !schema.containsKey("const");
    }

    /** The whole, which is an object even if it names no properties. */
    Rewritten root(Map<String, Object> node, String at) {
        Map<String, Object> schema = rewriting.flattening().flat(node, at);
        if (schema.containsKey("anyOf") || schema.containsKey("oneOf")) {
            // A part of allOf has brought alternatives, and those cannot be the whole.
            rewriting.refuse(at, "the whole has alternatives: put them into a property");
        }
        return objects.named(schema, at);
    }

    Rewritten rewrite(Map<String, Object> schema, String at) {
        Object type = schema.get("type");
        Set<String> types = new LinkedHashSet<>();
        for (Object each : type instanceof List ? Tree.elements(type) : type == null ? List.of() : List.of(type)) {
            if (!Keywords.TYPES.contains(each)) {
                rewriting.refuse(at, "there is no type " + Words.found(each));
            }
            types.add(String.valueOf(each));
        }
        if (types.isEmpty()) {
            String meant = MeantType.of(schema);
            if (meant == null) {
                return MeantType.values(schema).isEmpty() ? anything(schema, at) : mixed(schema, at);
            }
            rewriting.change(at, "the type is " + meant);
            types.add(meant);
        }
        boolean takesNull = (types.remove("null") || Boolean.TRUE.equals(schema.get("nullable")))
                && (MeantType.values(schema).isEmpty()
                        || MeantType.values(schema).contains(Json.NULL)
                        || schema.containsKey("nullable"));
        if (types.isEmpty()) {
            return new Rewritten(new LinkedHashMap<>(Map.of("type", "null")), Restoring.KEEP);
        }
        if (types.size() > 1) {
            return several(schema, types, takesNull, at);
        }
        Rewritten one = one(schema, types.iterator().next(), at);
        return takesNull ? one.orNull() : one;
    }

    private Rewritten one(Map<String, Object> schema, String type, String at) {
        return switch (type) {
            case "object" -> objects.rewrite(schema, at);
            case "array" -> arrays.rewrite(schema, at);
            default -> scalar(schema, type, at);
        };
    }

    /** Values of several types, each with the keywords of its own. */
    private Rewritten several(Map<String, Object> schema, Set<String> types, boolean takesNull, String at) {
        List<Object> alternatives = new ArrayList<>();
        for (String type : types) {
            Map<String, Object> alternative = new LinkedHashMap<>();
            alternative.put("type", type);
            schema.forEach((keyword, value) -> {
                Set<String> of = Keywords.OF_TYPE.get(keyword);
                boolean isDescription = Keywords.ANNOTATIONS.contains(keyword) || keyword.equals("nullable");
                if (!keyword.equals("type") && !isDescription && (of == null || of.contains(type))) {
                    alternative.put(keyword, value);
                }
            });
            List<Object> values = MeantType.values(schema);
            if (values.isEmpty() || values.stream().anyMatch(value -> LintValues.isOf(type, value))) {
                alternatives.add(alternative);
            }
        }
        if (takesNull) {
            alternatives.add(new LinkedHashMap<>(Map.of("type", "null")));
        }
        rewriting.change(at, "each of its types is an alternative");
        Set<String> kept = new HashSet<>(schema.keySet());
        kept.removeAll(Keywords.ANNOTATIONS);
        return rewriting
                .unions()
                .of(alternatives, at)
                .described(rewriting.remarks(schema, kept, at).description(schema));
    }

    private Rewritten mixed(Map<String, Object> schema, String at) {
        Set<String> types = new LinkedHashSet<>();
        for (Object value : MeantType.values(schema)) {
            types.add(Tree.type(value));
        }
        boolean takesNull = types.remove("null");
        return several(schema, types, takesNull, at);
    }

    private Rewritten scalar(Map<String, Object> schema, String type, String at) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", type);
        Set<String> kept = new HashSet<>(Set.of("type", "enum", "const", "nullable", "title", "description"));
        if (schema.get("title") instanceof String title) {
            out.put("title", title);
        }
        List<Object> values = new ArrayList<>();
        for (Object value : MeantType.values(schema)) {
            boolean isNew = values.stream().noneMatch(other -> Tree.same(other, value));
            if (isNew && LintValues.isOf(type, value)) {
                values.add(value);
            }
        }
        if (!MeantType.values(schema).isEmpty() && values.isEmpty()) {
            rewriting.refuse(
                    at, "none of the values " + Words.shortened(MeantType.values(schema)) + " is of the type " + type);
        }
        if (schema.containsKey("const") && !values.isEmpty()) {
            out.put("const", values.get(0));
        } else if (!values.isEmpty()) {
            out.put("enum", values);
        }
        if (type.equals("string")) {
            text(schema, out, kept);
        } else if (!type.equals("boolean")) {
            numbers(schema, out, kept);
        }
        return new Rewritten(out, Restoring.KEEP)
                .described(rewriting.remarks(schema, kept, at).description(schema));
    }

    private static void text(Map<String, Object> schema, Map<String, Object> out, Set<String> kept) {
        kept.addAll(OF_NUMBERS);
        if (schema.get("pattern") instanceof String pattern && EcmaPattern.problem(pattern) == null) {
            out.put("pattern", pattern);
            kept.add("pattern");
        }
        if (schema.get("format") instanceof String format && Keywords.FORMATS.contains(format)) {
            out.put("format", format);
            kept.add("format");
        }
    }

    private void numbers(Map<String, Object> schema, Map<String, Object> out, Set<String> kept) {
        kept.addAll(Set.of("pattern", "format", "minLength", "maxLength"));
        kept.addAll(OF_NUMBERS);
        exclusive(schema, out, "minimum", "exclusiveMinimum");
        exclusive(schema, out, "maximum", "exclusiveMaximum");
        Object multiple = schema.get("multipleOf");
        if (multiple != null) {
            out.put("multipleOf", multiple);
        }
    }

    /** An exclusive bound was a boolean beside the bound in older drafts. */
    private static void exclusive(
            Map<String, Object> schema, Map<String, Object> out, String bound, String exclusiveBound) {
        Object value = schema.get(bound);
        Object exclusive = schema.get(exclusiveBound);
        if (value != null) {
            out.put(Boolean.TRUE.equals(exclusive) ? exclusiveBound : bound, value);
        }
        if (exclusive != null && Tree.isNumber(exclusive)) {
            out.put(exclusiveBound, exclusive);
        }
    }

    /** Any value, as its JSON text. */
    Rewritten anything(Map<String, Object> schema, String at) {
        rewriting.change(at, "any value is written as its JSON text");
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "string");
        out.put("description", "JSON text.");
        Remarks remarks = rewriting.remarks(schema, Set.of("description", "title", "nullable"), at);
        return new Rewritten(out, new Restoring.OfText(false)).described(remarks.description(schema));
    }
}
