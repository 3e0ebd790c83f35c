package dev.makerai.strict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells alternatives apart, for whoever reads them from the start. */
final class FirstKeys {
    private FirstKeys() {}

    /** The same alternatives; if objects begin alike, with a property first that has another value in each. */
    static List<Map<String, Object>> apart(List<Map<String, Object>> alternatives) {
        List<Map<String, Object>> objects = alternatives.stream()
                .filter(each -> !properties(each).isEmpty())
                .toList();
        Set<String> firsts = new LinkedHashSet<>();
        boolean beginAlike = !objects.stream()
                .allMatch(
                        each -> firsts.add(properties(each).keySet().iterator().next()));
        if (!beginAlike) {
            return alternatives;
        }
        for (String name : properties(objects.get(0)).keySet()) {
            Set<String> values = new LinkedHashSet<>();
            boolean tellsApart = objects.stream().allMatch(each -> {
                String value = constant(properties(each).get(name));
                return !value.isEmpty() && values.add(value);
            });
            if (tellsApart) {
                return alternatives.stream().map(each -> first(name, each)).toList();
            }
        }
        return alternatives;
    }

    /** Whether no value can fit both; false if that is not plain to see. */
    static boolean areApart(Map<String, Object> one, Map<String, Object> other) {
        List<String> left = types(one);
        List<String> right = types(other);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        boolean haveCommon = left.stream()
                .anyMatch(type -> right.contains(type)
                        || (type.equals("integer") && right.contains("number"))
                        || (type.equals("number") && right.contains("integer")));
        if (!haveCommon) {
            return true;
        }
        if (haveNoCommonValue(one, other)) {
            return true;
        }
        List<Object> required = new ArrayList<>(Tree.elements(one.getOrDefault("required", "")));
        required.retainAll(Tree.elements(other.getOrDefault("required", "")));
        return left.equals(List.of("object"))
                && right.equals(List.of("object"))
                && required.stream()
                        .anyMatch(name -> haveNoCommonValue(
                                Tree.members(properties(one).getOrDefault(String.valueOf(name), "")),
                                Tree.members(properties(other).getOrDefault(String.valueOf(name), ""))));
    }

    private static boolean haveNoCommonValue(Map<String, Object> one, Map<String, Object> other) {
        List<Object> mine = MeantType.values(one);
        List<Object> yours = MeantType.values(other);
        return !mine.isEmpty()
                && !yours.isEmpty()
                && mine.stream().noneMatch(each -> yours.stream().anyMatch(value -> Tree.same(each, value)));
    }

    private static List<String> types(Map<String, Object> schema) {
        Object type = schema.get("type");
        if (type == null) {
            String meant = MeantType.values(schema).isEmpty() ? null : MeantType.of(schema);
            return meant == null ? List.of() : List.of(meant);
        }
        return (type instanceof List ? Tree.elements(type) : List.of(type))
                .stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return Tree.members(schema.getOrDefault("properties", ""));
    }

    private static String constant(@Nullable Object property) {
        List<Object> values = property == null ? List.of() : MeantType.values(Tree.members(property));
        return values.size() == 1 ? Tree.text(values.get(0)) : "";
    }

    private static Map<String, Object> first(String name, Map<String, Object> object) {
        Map<String, Object> all = properties(object);
        Object property = all.get(name);
        if (property == null) {
            return object;
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(name, property);
        all.forEach(ordered::putIfAbsent);
        Map<String, Object> copy = new LinkedHashMap<>(object);
        copy.put("properties", ordered);
        copy.put("required", new ArrayList<Object>(ordered.keySet()));
        return copy;
    }
}
