package dev.makerai.testing;

import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two JSON values; the order of members does not count. */
final class JsonDifference {
    private static final int MAX_SHOWN = 80;

    private JsonDifference() {}

    /**
     * The first difference in words, such as "$.input[0].role was \"user\" and is \"developer\"".
     *
     * @param ignored names of members that may differ
     * @return empty if there is none
     */
    static String first(Json before, Json now, Set<String> ignored) {
        return first(before, now, ignored, "$");
    }

    private static String first(Json before, Json now, Set<String> ignored, String at) {
        if (before.equals(now)) {
            return "";
        }
        if (before.kind() != now.kind()) {
            return changed(before, now, at);
        }
        return switch (before.kind()) {
            case OBJECT -> members(before.members(), now.members(), ignored, at);
            case ARRAY -> elements(before.elements(), now.elements(), ignored, at);
            case STRING -> text(before).equals(text(now)) ? "" : changed(before, now, at);
            case NUMBER -> number(before).compareTo(number(now)) == 0 ? "" : changed(before, now, at);
            case BOOLEAN, NULL -> changed(before, now, at);
        };
    }

    private static String members(Map<String, Json> before, Map<String, Json> now, Set<String> ignored, String at) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeAll(ignored);
        for (String name : names) {
            Json old = before.get(name);
            Json value = now.get(name);
            String place = at + "." + name;
            String difference;
            if (old == null) {
                difference = place + " is new: " + shown(value == null ? Json.NULL : value);
            } else if (value == null) {
                difference = place + " is gone, which was " + shown(old);
            } else {
                difference = first(old, value, ignored, place);
            }
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static String elements(List<Json> before, List<Json> now, Set<String> ignored, String at) {
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            String difference = first(before.get(i), now.get(i), ignored, at + "[" + i + "]");
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return before.size() == now.size() ? "" : at + " had " + before.size() + " elements and has " + now.size();
    }

    private static String changed(Json before, Json now, String at) {
        return at + " was " + shown(before) + " and is " + shown(now);
    }

    private static String text(Json json) {
        return String.valueOf(json.string());
    }

    private static BigDecimal number(Json json) {
        return new BigDecimal(json.text());
    }

    private static String shown(Json json) {
        String text = json.text();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
