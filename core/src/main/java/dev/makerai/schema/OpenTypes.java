package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import java.util.ArrayList;
import java.util.List;

/** The types whose plans are being derived, each inside the one before; bounds how deep that goes. */
final class OpenTypes {
    /** Twice what strict mode's ten levels need when each level is nullable and has a default. */
    private static final int MAX_DEPTH = 64;

    /**
     * A type that is inside itself, each time with larger arguments, this often has no end, or else nests deeper than
     * strict mode allows.
     */
    private static final int MAX_GROWTH = 5;

    private final List<TypeUse> open = new ArrayList<>();

    /** @throws IllegalArgumentException if the types lie too deep inside each other */
    void enter(TypeUse use, Place place) {
        refuseGrowth(use, place);
        if (open.size() >= MAX_DEPTH) {
            throw place.refuse(
                    "its schema nests deeper than 10 levels of objects and lists, which strict mode refuses",
                    "Flatten it");
        }
        open.add(use);
    }

    void leave() {
        open.remove(open.size() - 1);
    }

    private void refuseGrowth(TypeUse use, Place place) {
        if (!use.raw().isRecord() && !use.raw().isSealed()) {
            return;
        }
        int growth = 0;
        int nesting = nesting(use);
        for (int i = open.size() - 1; i >= 0; i--) {
            TypeUse outer = open.get(i);
            if (outer.raw() == use.raw() && nesting(outer) < nesting) {
                growth++;
                nesting = nesting(outer);
            }
        }
        if (growth >= MAX_GROWTH) {
            String name = use.raw().getSimpleName();
            throw place.refuse(
                    "the type grows without end, since each " + name + " holds a " + name + " of larger type arguments",
                    "Give the inner " + name + " the same type arguments as the outer one");
        }
    }

    private static int nesting(TypeUse use) {
        int deepest = 0;
        for (TypeUse argument : use.arguments()) {
            deepest = Math.max(deepest, nesting(argument));
        }
        return deepest + 1;
    }
}
