package dev.makerai.strict;

import dev.makerai.json.Json;
import dev.makerai.strict.Restoring.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites objects: with named properties closed ones, with free names arrays of entries. */
final class ObjectRewriting {
    private static final Set<String> KEPT = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "title",
            "description",
            "nullable",
            "enum",
            "const");

    private final Rewriting rewriting;

    ObjectRewriting(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Rewritten rewrite(Map<String, Object> schema, String at) {
        if (schema.containsKey("enum") || schema.containsKey("const")) {
            rewriting.refuse(at, "an enum or const of objects is not supported: write out the alternatives");
        }
        boolean isNamed = schema.get("properties") instanceof Map<?, ?> named && !named.isEmpty();
        boolean isClosed = Boolean.FALSE.equals(schema.get("additionalProperties"));
        boolean isEmpty = schema.get("properties") instanceof Map && !schema.containsKey("additionalProperties");
        return isNamed || isClosed || isEmpty ? named(schema, at) : map(schema, at);
    }

    /** An object that has the members that it names. */
    Rewritten named(Map<String, Object> schema, String at) {
        Object others = schema.get("additionalProperties");
        if (!Boolean.FALSE.equals(others)) {
            rewriting.change(
                    at, "no member can be there but those that it names" + (others == null ? "" : ", unlike before"));
        }
        Map<String, Object> given = new LinkedHashMap<>(Tree.members(schema.getOrDefault("properties", "")));
        Set<Object> required = new LinkedHashSet<>(Tree.elements(schema.getOrDefault("required", "")));
        for (Object name : required) {
            if (given.containsKey(String.valueOf(name))) {
                continue;
            }
            if (Boolean.FALSE.equals(others)) {
                rewriting.refuse(at, "the property " + name + " is required, but may not be there");
            }
            given.put(String.valueOf(name), others == null ? Boolean.TRUE : others);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Member> members = new LinkedHashMap<>();
        String inside = Pointer.child(at, "properties");
        given.forEach((name, property) -> {
            String place = Pointer.child(inside, name);
            Rewritten rewritten = rewriting.rewrite(property, place);
            boolean isOptional = !required.contains(name);
            boolean tookNull = rewriting.took(property, Json.NULL);
            if (isOptional) {
                rewriting.change(place, tookNull ? "the property is always there" : "null stands for no such property");
            }
            properties.put(name, isOptional ? rewritten.orNull().schema() : rewritten.schema());
            boolean nullIsAbsent = isOptional && !tookNull;
            Object ifAbsent = Tree.members(property).get("default");
            if (!nullIsAbsent || ifAbsent == null || !rewriting.took(property, ifAbsent)) {
                ifAbsent = null;
            }
            members.put(name, new Member(rewritten.restoring(), nullIsAbsent, ifAbsent));
        });
        boolean isKept = members.values().stream()
                .allMatch(member -> member.restoring() == Restoring.KEEP && !member.nullIsAbsent());
        return closed(schema, properties, at, isKept ? Restoring.KEEP : new Restoring.OfObject(members));
    }

    private Rewritten closed(
            Map<String, Object> schema, Map<String, Object> properties, String at, Restoring restoring) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "object");
        if (schema.get("title") instanceof String title) {
            out.put("title", title);
        }
        out.put("properties", properties);
        out.put("required", new ArrayList<Object>(properties.keySet()));
        out.put("additionalProperties", false);
        return new Rewritten(out, restoring)
                .described(rewriting.remarks(schema, KEPT, at).description(schema));
    }

    /** An object that has members of free names. */
    private Rewritten map(Map<String, Object> schema, String at) {
        rewriting.change(at, "the object is an array of entries with a key and a value");
        Object others = schema.get("additionalProperties");
        List<Object> byPattern = List.copyOf(
                Tree.members(schema.getOrDefault("patternProperties", "")).values());
        Object element = others instanceof Map ? others : byPattern.size() == 1 ? byPattern.get(0) : Boolean.TRUE;
        Rewritten value = rewriting.rewrite(element, Pointer.child(at, "additionalProperties"));
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("key", new LinkedHashMap<>(Map.of("type", "string")));
        pair.put("value", value.schema());
        Map<String, Object> entry = closed(Map.of("additionalProperties", false), pair, at, Restoring.KEEP)
                .schema();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "array");
        out.put("items", entry);
        Map<String, Object> described = new LinkedHashMap<>(schema);
        Object required = described.get("required");
        if (required != null && !Tree.elements(required).isEmpty()) {
            rewriting.onlyChecked(at, "required is said in the description");
            described.merge(
                    "description", "Needs the keys " + Tree.text(required) + ".", (mine, more) -> mine + " " + more);
        }
        return new Rewritten(out, new Restoring.OfMap(value.restoring()))
                .described(rewriting.remarks(described, KEPT, at).description(described));
    }
}
