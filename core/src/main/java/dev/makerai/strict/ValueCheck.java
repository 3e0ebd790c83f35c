package dev.makerai.strict;

import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value by a JSON schema as it was written (draft 2020-12, with the older forms of tuples, definitions,
 * dependencies and exclusive bounds). Used once.
 */
final class ValueCheck {
    private static final int MAX_PROBLEMS = 10;
    /** Schemas that branch into themselves could be applied without end to a value that is made for it. */
    private static final int MAX_STEPS = 500_000;
    /** Text nests less deep than this; a chain of references could be as long as the schema. */
    private static final int MAX_DEPTH = 600;

    private static final String TOO_LONG = "it takes too long to check this by its schema";

    private final Object root;
    /** Whether a member that can be null may also be absent. */
    private final boolean nullMayBeAbsent;

    private int stepsLeft = MAX_STEPS;
    private int depth;
    private boolean isGivenUp;

    private ValueCheck(Object root, boolean nullMayBeAbsent) {
        this.root = root;
        this.nullMayBeAbsent = nullMayBeAbsent;
    }

    /**
     * What does not fit.
     *
     * @param root the schema, in which references are looked up
     * @param nullMayBeAbsent whether a required member that can be null may be missing
     * @return at most ten problems; empty if the value fits
     */
    static List<Problem> problems(Object root, Object value, boolean nullMayBeAbsent) {
        List<Problem> problems = new ArrayList<>();
        ValueCheck check = new ValueCheck(root, nullMayBeAbsent);
        boolean unused = check.check(root, value, "$", new Problems(problems));
        if (check.isGivenUp && problems.isEmpty()) {
            // Under a "not" what could not be checked would count as fitting.
            problems.add(new Problem("$", TOO_LONG));
        }
        return problems;
    }

    /**
     * Whether a value fits a part of a schema.
     *
     * @param root in which references are looked up
     */
    static boolean fits(Object root, Object schema, Object value, boolean nullMayBeAbsent) {
        ValueCheck check = new ValueCheck(root, nullMayBeAbsent);
        return check.fits(schema, value) && !check.isGivenUp;
    }

    /** Where problems go; nowhere if only the answer counts. */
    static final class Problems {
        private final @Nullable List<Problem> list;

        Problems(@Nullable List<Problem> list) {
            this.list = list;
        }

        /** Takes one, for an answer of false. */
        boolean add(String path, String message) {
            if (list != null && list.size() < MAX_PROBLEMS) {
                list.add(new Problem(path, message));
            }
            return false;
        }

        /** Whether to go on after a problem. */
        boolean wantsMore() {
            return list != null && list.size() < MAX_PROBLEMS;
        }
    }

    boolean mayBeAbsent(Map<String, Object> object, Object name) {
        Object property = Tree.members(object.getOrDefault("properties", "")).get(name);
        return nullMayBeAbsent && property != null && fits(property, Json.NULL);
    }

    boolean fits(Object schema, Object value) {
        return check(schema, value, "$", new Problems(null));
    }

    boolean check(Object schema, Object value, String path, Problems problems) {
        if (schema instanceof Boolean allowed) {
            return allowed || problems.add(path, "nothing is allowed here");
        }
        if (--stepsLeft < 0 || depth >= MAX_DEPTH) {
            isGivenUp = true;
            return problems.add(path, TOO_LONG);
        }
        depth++;
        boolean fits = checked(Tree.members(schema), value, path, problems);
        depth--;
        return fits;
    }

    private boolean checked(Map<String, Object> schema, Object value, String path, Problems problems) {
        if (!type(schema, value, path, problems)) {
            // What else is wrong follows from this.
            return false;
        }
        if (Boolean.TRUE.equals(schema.get("nullable")) && Tree.type(value).equals("null")) {
            return true;
        }
        boolean fits = values(schema, value, path, problems);
        fits &= (fits || problems.wantsMore()) && reference(schema, value, path, problems);
        fits &= (fits || problems.wantsMore()) && ScalarCheck.check(schema, value, path, problems);
        if (value instanceof Map) {
            fits &= (fits || problems.wantsMore())
                    && new ObjectCheck(this, schema, Tree.members(value), path, problems).check();
        } else if (value instanceof List) {
            fits &= (fits || problems.wantsMore())
                    && new ArrayCheck(this, schema, Tree.elements(value), path, problems).check();
        }
        return fits && combined(schema, value, path, problems);
    }

    private static boolean type(Map<String, Object> schema, Object value, String path, Problems problems) {
        Object type = schema.get("type");
        if (type == null) {
            return true;
        }
        List<Object> types = type instanceof List ? Tree.elements(type) : List.of(type);
        boolean fits = types.stream().anyMatch(each -> LintValues.isOf(String.valueOf(each), value))
                || (Boolean.TRUE.equals(schema.get("nullable"))
                        && Tree.type(value).equals("null"));
        return fits || problems.add(path, "expected " + Words.types(types) + ", found " + Words.found(value));
    }

    private static boolean values(Map<String, Object> schema, Object value, String path, Problems problems) {
        Object constant = schema.get("const");
        if (constant != null && !Tree.same(constant, value)) {
            return problems.add(path, "expected " + Tree.text(constant) + ", found " + Words.found(value));
        }
        Object values = schema.get("enum");
        boolean fits = values == null || Tree.elements(values).stream().anyMatch(each -> Tree.same(each, value));
        return fits || problems.add(path, "expected " + Words.oneOf(values) + ", found " + Words.found(value));
    }

    private boolean reference(Map<String, Object> schema, Object value, String path, Problems problems) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return true;
        }
        Object target = Pointer.resolve(root, reference);
        return target == null
                ? problems.add(path, "its schema refers to " + Shown.quoted(reference) + ", which is not there")
                : check(target, value, path, problems);
    }

    private boolean combined(Map<String, Object> schema, Object value, String path, Problems problems) {
        for (Object each : Tree.elements(schema.getOrDefault("allOf", ""))) {
            if (!check(each, value, path, problems)) {
                return false;
            }
        }
        Object not = schema.get("not");
        if (not != null && fits(not, value)) {
            return problems.add(path, "this is what its schema excludes: " + Words.shortened(not));
        }
        Object condition = schema.get("if");
        if (condition != null) {
            Object then = schema.get(fits(condition, value) ? "then" : "else");
            if (then != null && !check(then, value, path, problems)) {
                return false;
            }
        }
        return alternatives(schema, "anyOf", value, path, problems)
                && alternatives(schema, "oneOf", value, path, problems);
    }

    private boolean alternatives(
            Map<String, Object> schema, String keyword, Object value, String path, Problems problems) {
        if (!schema.containsKey(keyword)) {
            return true;
        }
        List<Object> alternatives = Tree.elements(schema.getOrDefault(keyword, ""));
        int fitting = 0;
        for (Object each : alternatives) {
            fitting += fits(each, value) ? 1 : 0;
            if (fitting > 0 && keyword.equals("anyOf")) {
                return true;
            }
        }
        if (fitting == 1) {
            return true;
        }
        if (fitting > 1) {
            return problems.add(path, "this fits " + fitting + " alternatives, but has to fit exactly one");
        }
        return explain(alternatives, value, path, problems);
    }

    /** Says what is wrong by the one alternative that the value seems to be meant for, if there is one. */
    private boolean explain(List<Object> alternatives, Object value, String path, Problems problems) {
        List<Object> meant = alternatives.stream()
                .filter(each -> type(resolved(each), value, path, new Problems(null)))
                .toList();
        if (meant.size() == 1 && problems.wantsMore()) {
            return check(meant.get(0), value, path, problems);
        }
        return problems.add(path, Words.found(value) + " fits none of the " + alternatives.size() + " alternatives");
    }

    private Map<String, Object> resolved(Object schema) {
        Object target = Tree.members(schema).get("$ref") instanceof String text ? Pointer.resolve(root, text) : null;
        return Tree.members(target == null ? schema : target);
    }
}
