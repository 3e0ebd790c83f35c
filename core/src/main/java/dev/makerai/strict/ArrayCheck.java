package dev.makerai.strict;

import dev.makerai.strict.ValueCheck.Problems;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an array by a schema. */
final class ArrayCheck {
    private final ValueCheck check;
    private final Map<String, Object> schema;
    private final List<Object> elements;
    private final String path;
    private final Problems problems;
    private boolean fits = true;

    ArrayCheck(ValueCheck check, Map<String, Object> schema, List<Object> elements, String path, Problems problems) {
        this.check = check;
        this.schema = schema;
        this.elements = elements;
        this.path = path;
        this.problems = problems;
    }

    boolean check() {
        size("minItems", "at least", -1, elements.size());
        size("maxItems", "at most", 1, elements.size());
        elements();
        contains();
        if (fits && Boolean.TRUE.equals(schema.get("uniqueItems"))) {
            unique();
        }
        return fits;
    }

    /** @param sign of a comparison that does not fit */
    private void size(String keyword, String words, int sign, int size) {
        Object bound = schema.getOrDefault(keyword, "");
        if (Tree.isNumber(bound) && Integer.signum(BigDecimal.valueOf(size).compareTo(Tree.number(bound))) == sign) {
            fits = problems.add(path, "expected " + words + " " + Tree.text(bound) + " elements, found " + size);
        }
    }

    private void elements() {
        Object items = schema.get("items");
        boolean isOldTuple = items instanceof List;
        List<Object> first = Tree.elements(schema.getOrDefault(isOldTuple ? "items" : "prefixItems", ""));
        @Nullable Object rest = isOldTuple ? schema.get("additionalItems") : items;
        for (int i = 0; i < elements.size() && (fits || problems.wantsMore()); i++) {
            @Nullable Object element = i < first.size() ? first.get(i) : rest;
            if (element != null) {
                fits &= check.check(element, elements.get(i), path + "[" + i + "]", problems);
            }
        }
    }

    private void contains() {
        Object contained = schema.get("contains");
        if (contained == null) {
            return;
        }
        int count = 0;
        for (Object element : elements) {
            count += check.fits(contained, element) ? 1 : 0;
        }
        Object least = schema.getOrDefault("minContains", "");
        BigDecimal atLeast = Tree.isNumber(least) ? Tree.number(least) : BigDecimal.ONE;
        Object most = schema.getOrDefault("maxContains", "");
        if (BigDecimal.valueOf(count).compareTo(atLeast) < 0
                || (Tree.isNumber(most) && BigDecimal.valueOf(count).compareTo(Tree.number(most)) > 0)) {
            fits = problems.add(
                    path,
                    "there are " + count + " elements of the kind that it has to contain: "
                            + Words.shortened(contained));
        }
    }

    private void unique() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            Integer before = seen.put(Words.canonical(elements.get(i)), i);
            if (before != null) {
                fits = problems.add(path + "[" + i + "]", "this is the same as element " + before);
                return;
            }
        }
    }
}
