package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The bounds that strict mode sets to a schema's size, as the service documents them. */
final class StrictLimits {
    private static final int MAX_PROPERTIES = 5_000;
    private static final int MAX_LEVELS = 10;
    private static final int MAX_ENUM_VALUES = 1_000;
    private static final int MAX_CHARACTERS = 120_000;
    /** An enum of more values than this may have 15 000 characters at most. */
    private static final int LARGE_ENUM_VALUES = 250;

    private static final int MAX_LARGE_ENUM_CHARACTERS = 15_000;
    private static final String FIX = "Split it into several smaller ones";

    private final Place place;
    private final Map<Plan, Integer> levels = new HashMap<>();
    private int properties;
    private int enumValues;
    private int characters;

    StrictLimits(Place place) {
        this.place = place;
    }

    void property(String name) {
        if (++properties > MAX_PROPERTIES) {
            throw place.refuse("its schema has more than 5000 properties, which strict mode refuses", FIX);
        }
        characters(name.length());
    }

    void enumValue(String value) {
        if (++enumValues > MAX_ENUM_VALUES) {
            throw place.refuse("its schema has more than 1000 enum values in all, which strict mode refuses", FIX);
        }
        characters(value.length());
    }

    void definition(String name) {
        characters(name.length());
    }

    /**
     * Counts objects and lists inside each other; what lies inside a recursive type counts once.
     *
     * @param places where plans stand, as far as that is known
     */
    void checkLevels(Plan root, Map<Plan, Place> places) {
        if (levels(root) > MAX_LEVELS) {
            throw tooDeep(root, places)
                    .refuse(
                            "its schema nests deeper than 10 levels of objects and lists, which strict mode refuses",
                            "Flatten it");
        }
    }

    /** The last known place on the way down to where it becomes too deep. */
    private Place tooDeep(Plan root, Map<Plan, Place> places) {
        Place last = place;
        Plan at = root;
        for (int level = at.levels(); level <= MAX_LEVELS && !at.parts().isEmpty(); level += at.levels()) {
            at = Collections.max(at.parts(), Comparator.comparingInt(this::levels));
            last = places.getOrDefault(at, last);
        }
        return last;
    }

    static void checkEnum(Class<?> type, int values, int characters, Place place) {
        if (values > LARGE_ENUM_VALUES && characters > MAX_LARGE_ENUM_CHARACTERS) {
            throw place.refuse(
                    type,
                    "it has " + values + " constants with " + characters
                            + " characters, but strict mode allows an enum of more than 250 only 15000 characters",
                    "Take a String and check it yourself");
        }
    }

    private void characters(int more) {
        characters += more;
        if (characters > MAX_CHARACTERS) {
            throw place.refuse(
                    "the names and enum values of its schema have more than 120000 characters, which strict mode"
                            + " refuses",
                    FIX);
        }
    }

    private int levels(Plan plan) {
        Integer known = levels.get(plan);
        if (known != null) {
            return known;
        }
        levels.put(plan, 0);
        int deepest = 0;
        for (Plan part : plan.parts()) {
            deepest = Math.max(deepest, levels(part));
        }
        int all = plan.levels() + deepest;
        levels.put(plan, all);
        return all;
    }
}
