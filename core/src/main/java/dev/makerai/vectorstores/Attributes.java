package dev.makerai.vectorstores;

import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search can choose files by: at most 16 texts, numbers and truth values by name. Immutable.
 *
 * <pre>{@code
 * Attributes attributes = Attributes.NONE.with("material", "PETG").with("year", 2026).with("tested", true);
 * }</pre>
 *
 * @param value as it is on the wire: an object
 */
public record Attributes(Json value) {
    /** Without any. */
    public static final Attributes NONE = new Attributes(Json.parse("{}"));

    private static final int MOST = 16;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 512;

    /** Needs an object; what is in it is not checked. */
    public Attributes {
        if (value.kind() != Json.Kind.OBJECT) {
            throw new IllegalArgumentException("Attributes are a JSON object, but this is " + value.kind());
        }
    }

    /**
     * With a text.
     *
     * @param name at most 64 characters
     * @param text at most 512 characters
     */
    public Attributes with(String name, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new IllegalArgumentException("The attribute \"" + name + "\" has " + text.length()
                    + " characters, but can have at most " + LONGEST_TEXT);
        }
        return with(name, Json.string(text));
    }

    /**
     * With a number.
     *
     * @param name at most 64 characters
     * @param number must be finite
     */
    public Attributes with(String name, Number number) {
        if (!Double.isFinite(number.doubleValue()) && !(number instanceof BigDecimal)) {
            throw new IllegalArgumentException(
                    "The attribute \"" + name + "\" has to be a finite number, but is " + number);
        }
        return with(name, Json.parse(number.toString()));
    }

    /**
     * With a truth value.
     *
     * @param name at most 64 characters
     */
    public Attributes with(String name, boolean flag) {
        return with(name, Json.parse(String.valueOf(flag)));
    }

    /** The value of a text; null if there is none of the name, or it is no text. */
    public @Nullable String text(String name) {
        Json found = value.get(name);
        return found == null ? null : found.string();
    }

    /** The value of a number; null if there is none of the name, or it is no number. */
    public @Nullable BigDecimal number(String name) {
        Json found = value.get(name);
        return found == null ? null : found.number();
    }

    /** A truth value; null if there is none of the name, or it is another kind of value. */
    public @Nullable Boolean flag(String name) {
        Json found = value.get(name);
        return found == null ? null : found.bool();
    }

    /** As it is on the wire. */
    @Override
    public String toString() {
        return value.text();
    }

    private Attributes with(String name, Json attribute) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The name of an attribute has 1 to " + LONGEST_NAME + " characters, but this has " + name.length());
        }
        Map<String, Json> all = new LinkedHashMap<>(value.members());
        all.put(name, attribute);
        if (all.size() > MOST) {
            throw new IllegalArgumentException(
                    "A file can have at most " + MOST + " attributes, and \"" + name + "\" is one more");
        }
        return new Attributes(VectorStoresWire.CODECS.encode(all));
    }
}
