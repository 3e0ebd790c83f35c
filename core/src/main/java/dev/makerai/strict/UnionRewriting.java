package dev.makerai.strict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites a schema of alternatives. */
final class UnionRewriting {
    private final Rewriting rewriting;

    UnionRewriting(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Rewritten rewrite(Map<String, Object> schema, String at) {
        String keyword = schema.containsKey("anyOf") ? "anyOf" : "oneOf";
        if (keyword.equals("anyOf") && schema.containsKey("oneOf")) {
            return aside("oneOf", schema, at);
        }
        List<Object> alternatives = Tree.elements(schema.getOrDefault(keyword, ""));
        Map<String, Object> rest = rest(schema, keyword);
        if (alternatives.isEmpty()) {
            rewriting.refuse(at, "the " + keyword + " has no alternatives");
            return rewriting.rewrite(new LinkedHashMap<>(Map.of("type", "null")), at);
        }
        if (!rest.isEmpty()) {
            @Nullable List<Object> whole = whole(rest, alternatives, at);
            if (whole == null) {
                return aside(keyword, schema, at);
            }
            alternatives = whole;
        }
        if (keyword.equals("oneOf")) {
            exclusive(alternatives, at);
        }
        Set<String> kept = new HashSet<>(rest.keySet());
        kept.add(keyword);
        Remarks remarks = rewriting.remarks(schema, kept, at);
        return of(alternatives, Pointer.child(at, keyword)).described(remarks.description(schema));
    }

    /** Alternatives that are each written out. */
    Rewritten of(List<Object> alternatives, String at) {
        List<Rewritten> forms = new ArrayList<>();
        boolean takesNull = false;
        for (int i = 0; i < alternatives.size(); i++) {
            if ("null".equals(Tree.members(alternatives.get(i)).get("type"))) {
                takesNull = true;
            } else {
                forms.add(rewriting.rewrite(alternatives.get(i), Pointer.child(at, i)));
            }
        }
        if (forms.isEmpty()) {
            return new Rewritten(new LinkedHashMap<>(Map.of("type", "null")), Restoring.KEEP);
        }
        if (forms.size() == 1) {
            return takesNull ? forms.get(0).orNull() : forms.get(0);
        }
        List<Map<String, Object>> schemas =
                FirstKeys.apart(forms.stream().map(Rewritten::schema).toList());
        Map<String, Object> union = new LinkedHashMap<>();
        union.put("anyOf", new ArrayList<>(schemas));
        boolean isKept = forms.stream().allMatch(form -> form.restoring() == Restoring.KEEP);
        Restoring restoring = isKept ? Restoring.KEEP : new Restoring.OfUnion(rewriting::strict, forms);
        Rewritten rewritten = new Rewritten(union, restoring);
        return takesNull ? rewritten.orNull() : rewritten;
    }

    /** Leaves the alternatives to the check, where they only add to what the schema says by itself. */
    private Rewritten aside(String keyword, Map<String, Object> schema, String at) {
        Map<String, Object> rest = new LinkedHashMap<>(schema);
        Object alternatives = rest.remove(keyword);
        rewriting.onlyChecked(at, keyword + " is said in the description");
        String rules = "It also has to fit one of " + Words.shortened(alternatives == null ? "" : alternatives) + ".";
        rest.merge("description", rules, (mine, more) -> mine + " " + more);
        return rewriting.rewrite(rest, at);
    }

    private static Map<String, Object> rest(Map<String, Object> schema, String keyword) {
        Map<String, Object> rest = new LinkedHashMap<>(schema);
        rest.remove(keyword);
        rest.keySet().removeAll(Keywords.ANNOTATIONS);
        rest.keySet()
                .removeIf(each -> !Keywords.OF_ANY.contains(each)
                        && !Keywords.OF_TYPE.containsKey(each)
                        && !Keywords.REFUSED.containsKey(each));
        return rest;
    }

    /** Each alternative with what holds for all of them; null if they are no forms of their own. */
    private @Nullable List<Object> whole(Map<String, Object> rest, List<Object> alternatives, String at) {
        List<Object> whole = new ArrayList<>();
        for (Object each : alternatives) {
            Map<String, Object> written = rewriting.flattening().written(each, at);
            boolean isForm = written.containsKey("type")
                    || written.containsKey("properties")
                    || written.containsKey("enum")
                    || written.containsKey("const");
            @Nullable Map<String, Object> merged = isForm ? Merge.of(rest, written) : null;
            if (merged == null) {
                return null;
            }
            whole.add(merged);
        }
        return whole;
    }

    private void exclusive(List<Object> alternatives, String at) {
        List<Map<String, Object>> written = alternatives.stream()
                .map(each -> rewriting.flattening().written(each, at))
                .toList();
        for (int i = 0; i < written.size(); i++) {
            for (int k = i + 1; k < written.size(); k++) {
                if (!FirstKeys.areApart(written.get(i), written.get(k))) {
                    rewriting.onlyChecked(at, "oneOf is anyOf");
                    return;
                }
            }
        }
        rewriting.change(at, "oneOf is anyOf");
    }
}
