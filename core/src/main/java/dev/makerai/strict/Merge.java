package dev.makerai.strict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one schema of two that a value has to fit both. */
final class Merge {
    private static final Set<String> LOWER_BOUNDS =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER_BOUNDS =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private Merge() {}

    /** The one schema, or null if there is no simple one. */
    static @Nullable Map<String, Object> of(Map<String, Object> one, Map<String, Object> other) {
        if (excludes(one, other) || excludes(other, one)) {
            return null;
        }
        Map<String, Object> merged = new LinkedHashMap<>(one);
        for (Map.Entry<String, Object> keyword : other.entrySet()) {
            String name = keyword.getKey();
            Object mine = merged.get(name);
            Object both = mine == null ? keyword.getValue() : both(name, mine, keyword.getValue());
            if (both == null) {
                return null;
            }
            merged.put(name, both);
        }
        return merged;
    }

    /** Whether a closed object leaves out what the other names, or free names have a schema that the other lacks. */
    private static boolean excludes(Map<String, Object> closed, Map<String, Object> other) {
        Object rest = closed.getOrDefault("additionalProperties", true);
        Set<String> names = Tree.members(other.getOrDefault("properties", "")).keySet();
        return !Boolean.TRUE.equals(rest)
                && !Tree.members(closed.getOrDefault("properties", "")).keySet().containsAll(names);
    }

    private static @Nullable Object both(String keyword, Object mine, Object yours) {
        if (Tree.same(mine, yours) || Keywords.ANNOTATIONS.contains(keyword)) {
            return mine;
        }
        if (LOWER_BOUNDS.contains(keyword) || UPPER_BOUNDS.contains(keyword)) {
            return narrower(keyword, mine, yours);
        }
        return switch (keyword) {
            case "properties" -> properties(Tree.members(mine), Tree.members(yours));
            case "items" -> mine instanceof List || yours instanceof List ? null : allOf(mine, yours);
            case "required" -> union(Tree.elements(mine), Tree.elements(yours));
            case "type" -> types(mine, yours);
            case "enum" -> common(Tree.elements(mine), Tree.elements(yours));
            case "additionalProperties" -> {
                if (Boolean.TRUE.equals(mine) || Boolean.FALSE.equals(yours)) {
                    yield yours;
                }
                yield Boolean.TRUE.equals(yours) || Boolean.FALSE.equals(mine) ? mine : null;
            }
            case "uniqueItems" -> true;
            default -> null;
        };
    }

    private static @Nullable Object narrower(String keyword, Object mine, Object yours) {
        if (!Tree.isNumber(mine) || !Tree.isNumber(yours)) {
            return null;
        }
        BigDecimal left = Tree.number(mine);
        BigDecimal right = Tree.number(yours);
        return left.compareTo(right) > 0 == LOWER_BOUNDS.contains(keyword) ? mine : yours;
    }

    private static Map<String, Object> properties(Map<String, Object> mine, Map<String, Object> yours) {
        Map<String, Object> all = new LinkedHashMap<>(mine);
        yours.forEach((name, property) -> all.merge(name, property, Merge::allOf));
        return all;
    }

    private static Object allOf(Object mine, Object yours) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("allOf", List.of(mine, yours));
        return Tree.same(mine, yours) ? mine : both;
    }

    private static List<Object> union(List<Object> mine, List<Object> yours) {
        Set<Object> all = new LinkedHashSet<>(mine);
        all.addAll(yours);
        return new ArrayList<>(all);
    }

    private static @Nullable Object common(List<Object> mine, List<Object> yours) {
        List<Object> common = mine.stream()
                .filter(each -> yours.stream().anyMatch(other -> Tree.same(each, other)))
                .toList();
        return common.isEmpty() ? null : common;
    }

    private static @Nullable Object types(Object mine, Object yours) {
        List<Object> left = mine instanceof List ? Tree.elements(mine) : List.of(mine);
        List<Object> right = yours instanceof List ? Tree.elements(yours) : List.of(yours);
        List<Object> common = new ArrayList<>();
        for (Object type : left) {
            if (right.contains(type) || (type.equals("integer") && right.contains("number"))) {
                common.add(type);
            } else if (type.equals("number") && right.contains("integer")) {
                common.add("integer");
            }
        }
        return common.isEmpty() ? null : common;
    }
}
