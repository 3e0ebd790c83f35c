package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import dev.makerai.strict.ValueCheck.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Checks an object by a schema. */
final class ObjectCheck {
    private final ValueCheck check;
    private final Map<String, Object> schema;
    private final Map<String, Object> members;
    private final String path;
    private final Problems problems;
    private boolean fits = true;

    ObjectCheck(
            ValueCheck check, Map<String, Object> schema, Map<String, Object> members, String path, Problems problems) {
        this.check = check;
        this.schema = schema;
        this.members = members;
        this.path = path;
        this.problems = problems;
    }

    boolean check() {
        required(schema.getOrDefault("required", ""), "");
        members.forEach(this::member);
        size();
        dependencies();
        return fits;
    }

    private void required(Object names, String because) {
        for (Object name : Tree.elements(names)) {
            if (!members.containsKey(name) && !check.mayBeAbsent(schema, name)) {
                fits = problems.add(Words.member(path, String.valueOf(name)), "missing" + because);
            }
        }
    }

    private void member(String name, Object value) {
        if (!fits && !problems.wantsMore()) {
            return;
        }
        String at = Words.member(path, name);
        boolean isKnown = false;
        Object property = Tree.members(schema.getOrDefault("properties", "")).get(name);
        if (property != null) {
            isKnown = true;
            fits &= check.check(property, value, at, problems);
        }
        for (Map.Entry<String, Object> each :
                Tree.members(schema.getOrDefault("patternProperties", "")).entrySet()) {
            if (EcmaPattern.of(each.getKey()).isIn(name)) {
                isKnown = true;
                fits &= check.check(each.getValue(), value, at, problems);
            }
        }
        Object others = schema.get("additionalProperties");
        if (!isKnown && Boolean.FALSE.equals(others)) {
            fits = problems.add(at, "there is no such member here");
        } else if (!isKnown && others != null) {
            fits &= check.check(others, value, at, problems);
        }
        Object names = schema.get("propertyNames");
        if (names != null && !check.fits(names, name)) {
            fits = problems.add(at, "the name " + Shown.quoted(name) + " is not allowed");
        }
    }

    private void size() {
        int size = members.size();
        Object least = schema.getOrDefault("minProperties", "");
        if (Tree.isNumber(least) && BigDecimal.valueOf(size).compareTo(Tree.number(least)) < 0) {
            fits = problems.add(path, "expected at least " + Tree.text(least) + " members, found " + size);
        }
        Object most = schema.getOrDefault("maxProperties", "");
        if (Tree.isNumber(most) && BigDecimal.valueOf(size).compareTo(Tree.number(most)) > 0) {
            fits = problems.add(path, "expected at most " + Tree.text(most) + " members, found " + size);
        }
    }

    private void dependencies() {
        for (String keyword : List.of("dependentRequired", "dependentSchemas", "dependencies")) {
            Tree.members(schema.getOrDefault(keyword, "")).forEach((name, needed) -> {
                if (!members.containsKey(name)) {
                    return;
                }
                if (needed instanceof List) {
                    required(needed, ", but needed with " + name);
                } else {
                    fits &= check.check(needed, members, path, problems);
                }
            });
        }
    }
}
