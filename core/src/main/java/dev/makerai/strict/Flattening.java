package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one schema of the parts that a schema has to fit together: those of allOf, and what stands beside a $ref. */
final class Flattening {
    private static final int MAX_STEPS = 5_000;

    private final Rewriting rewriting;
    private int steps;

    Flattening(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Map<String, Object> flat(Map<String, Object> schema, String at) {
        boolean isMoreThanReference = schema.containsKey("$ref") && !isReference(schema);
        if (!schema.containsKey("allOf") && !isMoreThanReference) {
            return schema;
        }
        List<Object> parts = new ArrayList<>(Tree.elements(schema.getOrDefault("allOf", "")));
        Map<String, Object> all = new LinkedHashMap<>(schema);
        all.remove("allOf");
        if (schema.get("$ref") instanceof String reference) {
            parts.add(0, new LinkedHashMap<>(Map.of("$ref", reference)));
            all.remove("$ref");
        }
        List<Object> left = new ArrayList<>();
        for (Object part : parts) {
            Map<String, Object> written = written(part, at);
            @Nullable Map<String, Object> merged = isCondition(written) ? null : Merge.of(all, written);
            if (merged == null) {
                left.add(part);
            } else {
                all = merged;
            }
        }
        if (left.size() < parts.size()) {
            rewriting.change(at, "what its parts say together is one schema");
        }
        if (!left.isEmpty()) {
            rewriting.onlyChecked(at, "allOf is said in the description");
            String rules = "It also has to fit " + Words.shortened(left) + ".";
            all.merge("description", rules, (mine, more) -> mine + " " + more);
        }
        return all;
    }

    /** A part as a schema of its own without references and parts. */
    Map<String, Object> written(Object part, String at) {
        Map<String, Object> node = new LinkedHashMap<>(Tree.members(part));
        if (!(part instanceof Map)) {
            rewriting.refuse(at, "a part of it is no schema, but " + Words.found(part));
        }
        while (isReference(node) && node.get("$ref") instanceof String reference) {
            Object target = Pointer.resolve(rewriting.root(), reference);
            if (target == null || ++steps > MAX_STEPS) {
                rewriting.refuse(at, "the reference " + Shown.quoted(reference) + " leads to nothing in the schema");
                return Map.of();
            }
            node.remove("$ref");
            Tree.members(target).forEach(node::putIfAbsent);
        }
        if (++steps > MAX_STEPS) {
            rewriting.refuse(at, "the schema has too many parts for strict mode");
            return Map.of();
        }
        Map<String, Object> written = new LinkedHashMap<>(flat(node, at));
        written.keySet().removeAll(Set.of("$defs", "definitions"));
        return written;
    }

    /** Whether a schema refers to another and says nothing more. */
    static boolean isReference(Map<String, Object> schema) {
        return schema.containsKey("$ref")
                && schema.keySet().stream()
                        .allMatch(keyword -> keyword.equals("$ref") || Keywords.ANNOTATIONS.contains(keyword));
    }

    private static boolean isCondition(Map<String, Object> schema) {
        return Keywords.SAME_VALUE.stream().anyMatch(schema::containsKey);
    }
}
