package dev.makerai.schema;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.naming.Place;
import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException.Problem;
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
            Problem problem = e.problems().get(0);
            String where = problem.path().equals("$") ? "" : " at " + problem.path();
            String expected = isJson() ? "" : "expected " + value().expected() + ", but ";
            throw place.refuse(
                    "its default " + json + " does not fit" + where + ": " + expected + problem.message(),
                    "Correct defaultValue");
        }
    }

    /** Whether the text has a value at all; if not, what is wrong with it does not tell what was expected. */
    private boolean isJson() {
        try {
            Json unused = Json.parse(json);
            return true;
        } catch (DecodeException e) {
            return false;
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
