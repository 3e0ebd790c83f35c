package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.json.Json;
import org.jspecify.annotations.Nullable;

/** A value that has a default, which null and a missing member stand for. */
final class DefaultPlan extends NullablePlan {
    private final String json;
    private final Place place;

    private DefaultPlan(Plan value, String json, Place place) {
        super(value);
        this.json = json;
        this.place = place;
    }

    /** @param text the default as JSON, or as plain text where a value is a JSON string */
    static DefaultPlan of(Plan value, String text, Place place) {
        boolean isPlain = value.isText() && !isQuoted(text);
        return new DefaultPlan(value, isPlain ? Json.string(text).text() : text.strip(), place);
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    }

    /**
     * Reads the default once, when all plans under this one are complete.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    void check() {
        try {
            whenNull();
        } catch (InvalidValueException e) {
            throw place.refuse(
                    "its default " + json + " does not fit: "
                            + e.problems().get(0).message(),
                    "Correct defaultValue");
        }
    }

    /** For the description, such as "Default: true." */
    String text() {
        String plain = value().isText() ? Json.parse(json).string() : null;
        return "Default: " + (plain == null || plain.isBlank() ? json : plain) + ".";
    }

    @Override
    @Nullable
    Object whenNull() {
        // Read anew each time: it could be an array, which the one who gets it may change.
        return ValueReader.read(value(), "default", json);
    }
}
