package dev.makerai.strict;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites arrays; of tuples it keeps how long they are and what may be in them. */
final class ArrayRewriting {
    private static final List<String> BOUNDS = List.of("minItems", "maxItems");

    private final Rewriting rewriting;

    ArrayRewriting(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Rewritten rewrite(Map<String, Object> schema, String at) {
        if (schema.containsKey("enum") || schema.containsKey("const")) {
            rewriting.refuse(at, "an enum or const of arrays is not supported: write out the alternatives");
        }
        Object items = schema.getOrDefault("items", Boolean.TRUE);
        boolean isTuple = items instanceof List || schema.containsKey("prefixItems");
        Set<String> kept =
                new HashSet<>(Set.of("type", "items", "title", "description", "nullable", "minItems", "maxItems"));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "array");
        if (schema.get("title") instanceof String title) {
            out.put("title", title);
        }
        Map<String, Object> bounds = new LinkedHashMap<>();
        for (String bound : BOUNDS) {
            Object count = schema.get(bound);
            if (count != null) {
                bounds.put(bound, count);
            }
        }
        Rewritten element = isTuple ? tuple(schema, bounds, at) : rewriting.rewrite(items, Pointer.child(at, "items"));
        out.put("items", element.schema());
        out.putAll(bounds);
        Restoring restoring =
                element.restoring() == Restoring.KEEP ? Restoring.KEEP : new Restoring.OfArray(element.restoring());
        return new Rewritten(out, restoring)
                .described(rewriting.remarks(schema, kept, at).description(schema));
    }

    /** What may stand at any position; which of it stands where is left to the description and the check. */
    private Rewritten tuple(Map<String, Object> schema, Map<String, Object> bounds, String at) {
        boolean isOld = schema.get("items") instanceof List;
        List<Object> positions = Tree.elements(schema.getOrDefault(isOld ? "items" : "prefixItems", ""));
        Object rest = schema.getOrDefault(isOld ? "additionalItems" : "items", Boolean.TRUE);
        List<Object> kinds = new ArrayList<>();
        for (Object position : positions) {
            if (kinds.stream().noneMatch(kind -> Tree.same(kind, position))) {
                kinds.add(position);
            }
        }
        if (rest instanceof Map) {
            kinds.add(rest);
        } else if (!bounds.containsKey("maxItems")) {
            // Positions that are not described would take anything.
            Object length = Json.trusted(String.valueOf(positions.size()));
            Object least = bounds.getOrDefault("minItems", length);
            if (Tree.number(least).compareTo(Tree.number(length)) > 0) {
                rewriting.refuse(at, "the array has more elements than are described");
            }
            bounds.put("minItems", least);
            bounds.put("maxItems", length);
        }
        if (isOld) {
            rewriting.onlyChecked(at, "items is said in the description");
        }
        return rewriting.unions().of(kinds, Pointer.child(at, "items"));
    }
}
