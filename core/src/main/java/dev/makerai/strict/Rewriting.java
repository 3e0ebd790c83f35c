package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites a whole schema for strict mode. */
final class Rewriting {
    /** Far more than strict mode takes; schemas that double themselves end here. */
    private static final int MAX_STEPS = 50_000;

    private static final int MAX_DEPTH = 300;
    private static final Set<String> UNSUPPORTED_REFERENCES =
            Set.of("$dynamicRef", "$recursiveRef", "unevaluatedProperties", "unevaluatedItems");

    private final Object root;
    private final List<StrictSchema.Change> changes = new ArrayList<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Set<String> definitionNames = new LinkedHashSet<>();
    private final Flattening flattening = new Flattening(this);
    private final UnionRewriting unions = new UnionRewriting(this);
    private final TypedRewriting types = new TypedRewriting(this);
    private @Nullable Object strict;
    private int steps;
    private int depth;

    Rewriting(Object root) {
        this.root = root;
    }

    /** What is defined once and referred to. */
    private static final class Definition {
        private final String reference;
        private @Nullable Rewritten rewritten;

        Definition(String reference) {
            this.reference = reference;
        }

        Restoring restoring() {
            return rewritten == null ? Restoring.KEEP : rewritten.restoring();
        }
    }

    /** The whole in the form that strict mode takes. */
    Rewritten whole() {
        String at = "#";
        Object node = root;
        Definition whole = new Definition("#");
        Set<String> names = new LinkedHashSet<>(Set.of("#"));
        while (Tree.members(node).get("$ref") instanceof String reference
                && Flattening.isReference(Tree.members(node))
                && Pointer.resolve(root, reference) instanceof Map<?, ?> target
                && names.add(reference)) {
            node = target;
            at = reference;
        }
        boolean isObject = types.isPlainlyObject(node);
        if (isObject) {
            names.forEach(name -> definitions.put(name, whole));
        }
        Rewritten rewritten = isObject ? types.root(Tree.members(node), at) : wrapped(rewrite(node, at));
        whole.rewritten = rewritten;
        Map<String, Object> schema = new LinkedHashMap<>(rewritten.schema());
        Map<String, Object> defined = new LinkedHashMap<>();
        definitions.forEach((place, definition) -> {
            if (definition != whole && definition.rewritten != null) {
                defined.put(definition.reference.substring("#/$defs/".length()), definition.rewritten.schema());
            }
        });
        if (!defined.isEmpty()) {
            schema.put("$defs", defined);
        }
        strict = schema;
        return new Rewritten(schema, rewritten.restoring());
    }

    private Rewritten wrapped(Rewritten value) {
        change("#", "the whole is the property \"value\" of an object");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", new LinkedHashMap<>(Map.of("value", value.schema())));
        schema.put("required", List.of("value"));
        schema.put("additionalProperties", false);
        return new Rewritten(
                schema,
                (whole, path, problems) -> value.restoring()
                        .restore(Tree.members(whole).getOrDefault("value", Json.NULL), path + ".value", problems));
    }

    Rewritten rewrite(Object node, String at) {
        if (++steps > MAX_STEPS || depth > MAX_DEPTH) {
            refuse(at, "the schema is too large or too deep for strict mode");
            return types.anything(Map.of(), at);
        }
        depth++;
        Rewritten rewritten = rewritten(node, at);
        depth--;
        return rewritten;
    }

    private Rewritten rewritten(Object node, String at) {
        if (Boolean.TRUE.equals(node)) {
            return types.anything(Map.of(), at);
        }
        if (!(node instanceof Map)) {
            refuse(at, "there is no schema that a value could fit, but " + Words.found(node));
            return types.anything(Map.of(), at);
        }
        for (String keyword : Tree.members(node).keySet()) {
            if (UNSUPPORTED_REFERENCES.contains(keyword)) {
                refuse(at, "the keyword " + keyword + " is not supported");
            }
        }
        Map<String, Object> schema = flattening.flat(Tree.members(node), at);
        if (schema.get("$ref") instanceof String reference) {
            return reference(schema, reference, at);
        }
        if (schema.containsKey("anyOf") || schema.containsKey("oneOf")) {
            return unions.rewrite(schema, at);
        }
        return types.rewrite(schema, at);
    }

    private Rewritten reference(Map<String, Object> schema, String reference, String at) {
        Object target = Pointer.resolve(root, reference);
        if (target == null) {
            refuse(at, "the reference " + Shown.quoted(reference) + " leads to nothing in the schema");
            return types.anything(Map.of(), at);
        }
        Definition definition = definitions.get(reference);
        if (definition == null) {
            Definition made = new Definition("#/$defs/" + name(reference));
            if (!made.reference.equals(reference)) {
                change(at, "the reference " + reference + " is " + made.reference);
            }
            definitions.put(reference, made);
            made.rewritten = rewrite(target, reference);
            definition = made;
        }
        Definition known = definition;
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("$ref", definition.reference);
        Remarks remarks = remarks(schema, Set.of("$ref"), at);
        return new Rewritten(out, new Restoring.OfReference(known::restoring)).described(remarks.description(schema));
    }

    private String name(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "_");
        String base = last.isEmpty() ? "root" : last;
        String name = base;
        for (int i = 2; !definitionNames.add(name); i++) {
            name = base + i;
        }
        return name;
    }

    /** The remarks about what is not kept, with their changes noted. */
    Remarks remarks(Map<String, Object> schema, Set<String> kept, String at) {
        Remarks remarks = Remarks.of(schema, kept);
        for (String keyword : remarks.unchecked()) {
            onlyChecked(at, keyword + " is said in the description");
        }
        return remarks;
    }

    void change(String at, String what) {
        changes.add(new StrictSchema.Change(at, what, true));
    }

    /** Notes a rule that the strict schema does not hold, so that the value is checked when it is there. */
    void onlyChecked(String at, String what) {
        changes.add(new StrictSchema.Change(at, what, false));
    }

    void refuse(String at, String problem) {
        refusals.add(at + ": " + problem);
    }

    /** Whether a value fits a part of the schema as it was written. */
    boolean took(Object node, Object value) {
        return ValueCheck.fits(root, node, value, false);
    }

    /** The strict schema, once it is there. */
    Object strict() {
        return strict == null ? Map.of() : strict;
    }

    Object root() {
        return root;
    }

    Flattening flattening() {
        return flattening;
    }

    UnionRewriting unions() {
        return unions;
    }

    List<StrictSchema.Change> changes() {
        return changes;
    }

    Set<String> refusals() {
        return refusals;
    }
}
