package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a schema and looks at each part by itself. */
final class LintWalk {
    private final Object root;
    private final List<SchemaFinding> findings;

    LintWalk(Object root, List<SchemaFinding> findings) {
        this.root = root;
        this.findings = findings;
    }

    void root() {
        Map<String, Object> schema = Tree.members(root);
        boolean isObject = "object".equals(schema.get("type"))
                && !schema.containsKey("anyOf")
                && !schema.containsKey("oneOf")
                && !schema.containsKey("enum")
                && !schema.containsKey("const");
        if (!isObject && root instanceof Map) {
            find(
                    SchemaRule.ROOT_NOT_OBJECT,
                    "#",
                    "the schema as a whole is not plainly of an object",
                    "Put it into an object, as its property \"value\"");
        }
        schema(root, "#");
    }

    private void schema(Object node, String at) {
        if (!(node instanceof Map)) {
            boolean isBoolean = node instanceof Boolean;
            find(
                    isBoolean ? SchemaRule.ANY_VALUE : SchemaRule.NOT_A_SCHEMA,
                    at,
                    isBoolean ? "the schema is " + node : "there is no schema but " + shown(node),
                    "Describe what the model has to write here");
            return;
        }
        Map<String, Object> schema = Tree.members(node);
        if (schema.containsKey("$ref")) {
            reference(schema, at);
        } else {
            Set<String> types = types(schema, at);
            keywords(schema, types, at);
            LintValues.check(schema, types, at, findings);
            if (types.contains("object")) {
                object(schema, at);
            }
            if (types.contains("array")) {
                array(schema, at);
            }
            alternatives(schema, at);
        }
        definitions(schema, "$defs", at);
        definitions(schema, "definitions", at);
    }

    private void reference(Map<String, Object> schema, String at) {
        Object reference = schema.get("$ref");
        if (!(reference instanceof String text)) {
            find(SchemaRule.WRONG_KEYWORD_VALUE, at, "the $ref is " + shown(reference), "Write \"#/$defs/NAME\"");
            return;
        }
        if (!text.startsWith("#")) {
            find(
                    SchemaRule.FOREIGN_REF,
                    at,
                    "the reference " + Shown.quoted(text) + " leads outside",
                    "Copy the schema into $defs and refer to #/$defs/NAME");
        } else if (Pointer.resolve(root, text) == null) {
            find(
                    SchemaRule.DANGLING_REF,
                    at,
                    "there is nothing at " + Shown.quoted(text),
                    "Add the schema to $defs, or correct the reference");
        } else if (!text.matches("#|#/\\$defs/[^/]+")) {
            find(
                    SchemaRule.FOREIGN_REF,
                    at,
                    "the reference " + Shown.quoted(text) + " leads to neither # nor $defs",
                    "Move the schema to $defs and refer to #/$defs/NAME");
        }
        Set<String> others = new LinkedHashSet<>(schema.keySet());
        others.removeAll(Set.of("$ref", "$defs", "definitions"));
        if (!others.isEmpty() && !at.equals("#")) {
            find(
                    SchemaRule.REF_WITH_SIBLINGS,
                    at,
                    "beside the reference there is also " + String.join(", ", others),
                    "Write \"anyOf\": [{\"$ref\": …}] instead of the reference");
        }
    }

    /** The types of a schema, or those that it seems to mean. */
    private Set<String> types(Map<String, Object> schema, String at) {
        Object type = schema.get("type");
        if (type == null) {
            return meant(schema, at);
        }
        Set<String> types = new LinkedHashSet<>();
        for (Object each : type instanceof List ? Tree.elements(type) : List.of(type)) {
            if (each instanceof String name && Keywords.TYPES.contains(name)) {
                types.add(name);
            } else {
                find(SchemaRule.UNKNOWN_TYPE, at, "the type is " + shown(each), "Take the one that is meant");
            }
        }
        if (type instanceof List<?> list && list.isEmpty()) {
            find(SchemaRule.UNKNOWN_TYPE, at, "the list of types is empty", "Name the type");
        }
        return types;
    }

    private Set<String> meant(Map<String, Object> schema, String at) {
        if (Keywords.SAME_VALUE_LISTS.stream().anyMatch(schema::containsKey)) {
            return Set.of();
        }
        String meant = MeantType.of(schema);
        if (meant == null) {
            find(
                    SchemaRule.ANY_VALUE,
                    at,
                    "the schema does not say what a value looks like",
                    "Describe what the model has to write here, or take a string for text that it may choose");
            return Set.of();
        }
        find(SchemaRule.MISSING_TYPE, at, "the schema has no type", "Add \"type\": \"" + meant + "\"");
        return Set.of(meant);
    }

    private void keywords(Map<String, Object> schema, Set<String> types, String at) {
        for (String keyword : schema.keySet()) {
            String refused = Keywords.REFUSED.get(keyword);
            String unclear = Keywords.UNCLEAR.get(keyword);
            Set<String> of = Keywords.OF_TYPE.get(keyword);
            if (refused != null) {
                find(SchemaRule.UNSUPPORTED_KEYWORD, at, "there is the keyword " + keyword, refused);
            } else if (unclear != null) {
                find(SchemaRule.UNCLEAR_KEYWORD, at, "there is the keyword " + keyword, unclear);
            } else if (of != null && !types.isEmpty() && types.stream().noneMatch(of::contains)) {
                find(
                        SchemaRule.MISPLACED_KEYWORD,
                        at,
                        "there is the keyword " + keyword + " beside the type " + String.join(", ", types),
                        "Leave it out, or correct the type");
            } else if (of == null && !Keywords.OF_ANY.contains(keyword)) {
                find(
                        SchemaRule.UNCLEAR_KEYWORD,
                        at,
                        "there is the keyword " + Shown.quoted(keyword) + ", which JSON Schema does not have",
                        "Leave it out");
            }
        }
        alternativesOf("oneOf", schema, at);
    }

    private void object(Map<String, Object> schema, String at) {
        Object closed = schema.get("additionalProperties");
        Map<String, Object> properties = Tree.members(schema.getOrDefault("properties", Map.of()));
        boolean isMap = closed instanceof Map || (Boolean.TRUE.equals(closed) && properties.isEmpty());
        if (isMap) {
            find(
                    SchemaRule.MAP,
                    at,
                    "the object takes members of any name",
                    "Take an array of objects with a key and a value");
        } else if (!Boolean.FALSE.equals(closed)) {
            find(
                    SchemaRule.OPEN_OBJECT,
                    at,
                    "the object takes members that it does not name",
                    "Add \"additionalProperties\": false");
        }
        if (schema.containsKey("properties") && !(schema.get("properties") instanceof Map)) {
            find(
                    SchemaRule.WRONG_KEYWORD_VALUE,
                    at,
                    "\"properties\" is no object",
                    "Name each property with its schema");
        }
        required(schema, properties.keySet(), at);
        String inside = Pointer.child(at, "properties");
        properties.forEach((name, property) -> schema(property, Pointer.child(inside, name)));
        if (closed instanceof Map) {
            schema(closed, Pointer.child(at, "additionalProperties"));
        }
    }

    private void required(Map<String, Object> schema, Set<String> properties, String at) {
        Object list = schema.getOrDefault("required", List.of());
        if (!(list instanceof List)) {
            find(
                    SchemaRule.WRONG_KEYWORD_VALUE,
                    at,
                    "\"required\" is no list of names",
                    "List all properties in \"required\" of the object that has them");
            return;
        }
        Set<Object> required = new LinkedHashSet<>(Tree.elements(list));
        for (String name : properties) {
            if (!required.contains(name)) {
                find(
                        SchemaRule.OPTIONAL_PROPERTY,
                        Pointer.child(Pointer.child(at, "properties"), name),
                        "the property may be left out",
                        "List it in \"required\" and let it be null: add \"null\" to its type");
            }
        }
        for (Object name : required) {
            if (!(name instanceof String text) || !properties.contains(text)) {
                find(
                        SchemaRule.UNKNOWN_REQUIRED,
                        at,
                        "\"required\" names " + shown(name) + ", which is no property",
                        "Describe it in \"properties\", or take it off the list");
            }
        }
    }

    private void array(Map<String, Object> schema, String at) {
        Object items = schema.get("items");
        if (items == null) {
            if (!schema.containsKey("prefixItems")) {
                find(SchemaRule.MISSING_ITEMS, at, "the array does not say what its elements are", "Add \"items\"");
            }
        } else if (items instanceof List) {
            find(
                    SchemaRule.MISSING_ITEMS,
                    at,
                    "the array has one schema for each position",
                    "Take an object with a property for each position");
        } else {
            schema(items, Pointer.child(at, "items"));
        }
    }

    private void alternatives(Map<String, Object> schema, String at) {
        if (!schema.containsKey("anyOf")) {
            return;
        }
        if (Tree.elements(schema.getOrDefault("anyOf", "")).isEmpty()) {
            find(SchemaRule.ANY_OF, at, "the anyOf is no list of alternatives", "List the alternatives");
        }
        alternativesOf("anyOf", schema, at);
        firstKeys(Tree.elements(schema.getOrDefault("anyOf", "")), at);
    }

    private void alternativesOf(String keyword, Map<String, Object> schema, String at) {
        List<Object> alternatives = Tree.elements(schema.getOrDefault(keyword, ""));
        String inside = Pointer.child(at, keyword);
        for (int i = 0; i < alternatives.size(); i++) {
            schema(alternatives.get(i), Pointer.child(inside, i));
        }
    }

    /** Objects that begin with the same key are told apart if that key has other values in each. */
    private void firstKeys(List<Object> alternatives, String at) {
        Set<String> seen = new LinkedHashSet<>();
        for (Object each : alternatives) {
            Map<String, Object> properties = Tree.members(resolved(each).getOrDefault("properties", Map.of()));
            if (properties.isEmpty()) {
                continue;
            }
            Map.Entry<String, Object> first = properties.entrySet().iterator().next();
            String mark = first.getKey() + constant(first.getValue());
            if (!seen.add(mark)) {
                find(
                        SchemaRule.SAME_FIRST_KEY,
                        at,
                        "two alternatives begin with the property " + Shown.quoted(first.getKey()),
                        "Begin each with a property that has a value of its own as \"const\"");
            }
        }
    }

    private Map<String, Object> resolved(Object schema) {
        Object target = Tree.members(schema).get("$ref") instanceof String text ? Pointer.resolve(root, text) : null;
        return Tree.members(target == null ? schema : target);
    }

    private static String constant(Object schema) {
        Map<String, Object> members = Tree.members(schema);
        Object values = members.getOrDefault("const", members.getOrDefault("enum", List.of()));
        return values instanceof List<?> list && list.isEmpty() ? "" : " = " + Tree.text(values);
    }

    private void definitions(Map<String, Object> schema, String keyword, String at) {
        Object definitions = schema.get(keyword);
        if (definitions == null) {
            return;
        }
        if (!(definitions instanceof Map)) {
            find(SchemaRule.WRONG_KEYWORD_VALUE, at, keyword + " is no object", "Name each definition with its schema");
        }
        String inside = Pointer.child(at, keyword);
        Tree.members(definitions).forEach((name, each) -> schema(each, Pointer.child(inside, name)));
    }

    private void find(SchemaRule rule, String at, String problem, String fix) {
        findings.add(new SchemaFinding(rule, at, problem, fix));
    }

    static String shown(@Nullable Object tree) {
        return tree == null ? "nothing" : Shown.quoted(tree instanceof String text ? text : Tree.text(tree));
    }
}
