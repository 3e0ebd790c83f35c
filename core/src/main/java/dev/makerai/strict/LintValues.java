package dev.makerai.strict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the keywords of a schema that take values: enums, bounds, formats and patterns. */
final class LintValues {
    private static final List<String> BOUNDS =
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    private static final List<String> COUNTS = List.of("minItems", "maxItems", "minLength", "maxLength");

    private final Map<String, Object> schema;
    private final Set<String> types;
    private final String at;
    private final List<SchemaFinding> findings;

    private LintValues(Map<String, Object> schema, Set<String> types, String at, List<SchemaFinding> findings) {
        this.schema = schema;
        this.types = types;
        this.at = at;
        this.findings = findings;
    }

    static void check(Map<String, Object> schema, Set<String> types, String at, List<SchemaFinding> findings) {
        LintValues values = new LintValues(schema, types, at, findings);
        values.enumValues();
        values.numbers();
        values.text();
    }

    private void enumValues() {
        Object values = schema.get("enum");
        if (values != null) {
            List<Object> list = Tree.elements(values);
            if (list.isEmpty()) {
                find(SchemaRule.ENUM_VALUES, "the enum has no values", "List the values");
            }
            Map<String, Object> seen = new LinkedHashMap<>();
            for (Object value : list) {
                ofType(value);
                if (seen.put(Tree.text(value), value) != null) {
                    find(SchemaRule.ENUM_VALUES, "the enum says " + LintWalk.shown(value) + " twice", "Keep one");
                }
            }
        }
        Object constant = schema.get("const");
        if (constant != null) {
            ofType(constant);
        }
    }

    private void ofType(Object value) {
        if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
            find(
                    SchemaRule.ENUM_VALUES,
                    "the value " + LintWalk.shown(value) + " is none of the type " + String.join(", ", types),
                    "Correct the value or the type");
        }
    }

    static boolean isOf(String type, Object value) {
        return type.equals("integer") ? Tree.isWhole(value) : type.equals(Tree.type(value));
    }

    private void numbers() {
        for (String keyword : BOUNDS) {
            Object bound = schema.get(keyword);
            if (bound instanceof Boolean && keyword.startsWith("exclusive")) {
                find(
                        SchemaRule.UNSUPPORTED_KEYWORD,
                        keyword + " is " + bound + ", as in older drafts",
                        "Give the bound itself");
            } else if (bound != null && !Tree.isNumber(bound)) {
                wrong(keyword, bound, "Give a number");
            } else if (keyword.equals("multipleOf")
                    && bound != null
                    && Tree.number(bound).signum() <= 0) {
                wrong(keyword, bound, "Give a number above 0");
            }
        }
        for (String keyword : COUNTS) {
            Object count = schema.get(keyword);
            if (count != null && !(Tree.isWhole(count) && Tree.number(count).signum() >= 0)) {
                wrong(keyword, count, "Give a whole number from 0");
            }
        }
    }

    private void text() {
        Object format = schema.get("format");
        if (format != null && types.contains("string") && !Keywords.FORMATS.contains(format)) {
            find(
                    SchemaRule.UNSUPPORTED_FORMAT,
                    "the format is " + LintWalk.shown(format),
                    "Leave it out, and say in the description what the text looks like");
        }
        Object pattern = schema.get("pattern");
        if (pattern instanceof String text) {
            @Nullable String problem = EcmaPattern.problem(text);
            if (problem != null) {
                find(SchemaRule.PATTERN, "the pattern " + LintWalk.shown(text) + " " + problem, "Simplify it");
            }
        } else if (pattern != null) {
            wrong("pattern", pattern, "Give a regular expression");
        }
    }

    private void wrong(String keyword, Object value, String fix) {
        find(SchemaRule.WRONG_KEYWORD_VALUE, keyword + " is " + LintWalk.shown(value), fix);
    }

    private void find(SchemaRule rule, String problem, String fix) {
        findings.add(new SchemaFinding(rule, at, problem, fix));
    }
}
