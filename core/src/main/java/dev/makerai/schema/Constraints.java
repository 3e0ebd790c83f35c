package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The annotations that narrow a value, as they stand at a parameter or component. */
record Constraints(
        @Nullable Range range,
        @Nullable Pattern pattern,
        @Nullable Size size) {
    static final Constraints NONE = new Constraints(null, null, null);

    static Constraints of(Annotation[] annotations) {
        Range range = null;
        Pattern pattern = null;
        Size size = null;
        for (Annotation annotation : annotations) {
            if (annotation instanceof Range found) {
                range = found;
            } else if (annotation instanceof Pattern found) {
                pattern = found;
            } else if (annotation instanceof Size found) {
                size = found;
            }
        }
        return range == null && pattern == null && size == null ? NONE : new Constraints(range, pattern, size);
    }

    /** What is left for the elements once a collection has taken its size. */
    Constraints ofElements() {
        return size == null ? this : new Constraints(range, pattern, null);
    }

    void refuseRange(Place place, Type type) {
        if (range != null) {
            throw place.refuse(type, "@Range fits numbers only", "Take @Range away");
        }
    }

    void refuseText(Place place, Type type) {
        if (pattern != null) {
            throw place.refuse(type, "@Pattern fits String only", "Take @Pattern away");
        }
        if (size != null) {
            throw place.refuse(type, "@Size fits String, collections, arrays and maps only", "Take @Size away");
        }
    }

    void refuseAll(Place place, Type type) {
        refuseRange(place, type);
        refuseText(place, type);
    }
}
