package dev.makerai.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.errors.DecodeException;
import dev.makerai.internal.scan.JsonPath;
import dev.makerai.internal.scan.LongTokens;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that keeps its exact text: members, their order, white space and the digits of numbers stay as they
 * were read.
 *
 * <pre>{@code
 * Json part = Json.parse("{\"name\": \"bracket\", \"weight_g\": 41.50}");
 * part.get("weight_g").text();    // "41.50"
 * part.get("weight_g").number();  // BigDecimal 41.50
 * part.get("colour");             // null
 * }</pre>
 *
 * <p>Two values are equal when their texts are. Immutable.
 */
public final class Json {
    /** The JSON value {@code null}. */
    public static final Json NULL = new Json("null");

    private final String text;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads one JSON document.
     *
     * @param text the document; white space around it is left out
     * @throws DecodeException if the text is not exactly one JSON value, nests deeper than 255 levels, or holds a
     *     number of more than 1000 characters
     */
    public static Json parse(String text) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        int tooLong = LongTokens.find(document);
        if (tooLong >= 0) {
            throw new DecodeException(
                    LongTokens.problem(document, tooLong), JsonPath.at(document, tooLong), text, null, null);
        }
        return read(text, reader -> {
            checkForm(reader);
            JsonTokens.check(text);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new DecodeException("There is text behind the JSON value", "$", text, null, null);
            }
            // What else may stand around a value is white space, all of it below the first visible character.
            return new Json(text.trim());
        });
    }

    /**
     * Makes a JSON string.
     *
     * @param value the characters, not yet escaped
     */
    public static Json string(String value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
        return new Json(buffer.readUtf8());
    }

    /**
     * Takes a text that is known to be one well-formed JSON value, as one that a JSON reader or writer has just
     * produced; it is not checked again.
     */
    public static Json trusted(String wellFormed) {
        return new Json(wellFormed);
    }

    /** The exact text. */
    public String text() {
        return text;
    }

    /** What kind of value this is. */
    public Kind kind() {
        return switch (text.charAt(0)) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /**
     * The value of a member, or null if this is no object or has no such member; the last one wins where a name is
     * repeated.
     */
    public @Nullable Json get(String name) {
        return members().get(name);
    }

    /** The members in their order; empty if this is no object. */
    public Map<String, Json> members() {
        if (kind() != Kind.OBJECT) {
            return Map.of();
        }
        return read(text, reader -> {
            Map<String, Json> members = new LinkedHashMap<>();
            reader.beginObject();
            while (reader.hasNext()) {
                members.put(reader.nextName(), next(reader));
            }
            return Collections.unmodifiableMap(members);
        });
    }

    /** The elements in their order; empty if this is no array. */
    public List<Json> elements() {
        if (kind() != Kind.ARRAY) {
            return List.of();
        }
        return read(text, reader -> {
            List<Json> elements = new ArrayList<>();
            reader.beginArray();
            while (reader.hasNext()) {
                elements.add(next(reader));
            }
            return Collections.unmodifiableList(elements);
        });
    }

    /** The characters of a JSON string, unescaped; null if this is not a string. */
    public @Nullable String string() {
        return kind() == Kind.STRING ? read(text, JsonReader::nextString) : null;
    }

    /**
     * The exact value of a JSON number; null if this is not a number.
     *
     * @throws DecodeException if its exponent has more than ten digits
     */
    public @Nullable BigDecimal number() {
        try {
            return kind() == Kind.NUMBER ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            throw new DecodeException("The number's exponent is beyond all bounds", "$", text, null, e);
        }
    }

    /** The value of a JSON boolean; null if this is not a boolean. */
    public @Nullable Boolean bool() {
        return kind() == Kind.BOOLEAN ? Boolean.valueOf(text) : null;
    }

    /** The kinds of JSON value. */
    public enum Kind {
        /** Members in braces. */
        OBJECT,
        /** Elements in brackets. */
        ARRAY,
        /** Characters in quotes. */
        STRING,
        /** A decimal number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code null}. */
        NULL
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && json.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The exact text. */
    @Override
    public String toString() {
        return text;
    }

    private interface Reading<T> {
        T from(JsonReader reader) throws IOException;
    }

    private static <T> T read(String text, Reading<T> reading) {
        Buffer rest = new Buffer().writeUtf8(text);
        try {
            return reading.from(JsonReader.of(rest));
        } catch (EOFException e) {
            throw new DecodeException("The JSON ends too early", path(text, rest), text, null, e);
        } catch (IOException | JsonDataException e) {
            throw DecodeException.notJson(path(text, rest), text, null, e);
        }
    }

    private static String path(String text, Buffer rest) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        return JsonPath.at(document, document.length - (int) rest.size());
    }

    private static Json next(JsonReader reader) throws IOException {
        try (BufferedSource source = reader.nextSource()) {
            return new Json(source.readUtf8());
        }
    }

    private static void checkForm(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    String unusedName = reader.nextName();
                    checkForm(reader);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    checkForm(reader);
                }
                reader.endArray();
            }
            case STRING, NUMBER -> {
                String unusedValue = reader.nextString();
            }
            default -> reader.skipValue();
        }
    }
}
