package dev.makerai.responses;

import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which files a search looks into, by the attributes they were stored with.
 *
 * <pre>{@code
 * SearchFilter.and(
 *         SearchFilter.in("material", List.of("PETG", "ASA")),
 *         SearchFilter.gte("year", 2024))
 * }</pre>
 *
 * @param value as it is on the wire: an object
 */
public record SearchFilter(Json value) {
    /** Needs an object; what is in it is not checked. */
    public SearchFilter {
        if (value.kind() != Json.Kind.OBJECT) {
            throw new IllegalArgumentException("A search filter is a JSON object, but this is " + value.kind());
        }
    }

    /**
     * Files whose attribute is a text.
     *
     * @param key the attribute
     * @param value the text
     */
    public static SearchFilter eq(String key, String value) {
        return compare("eq", key, Objects.requireNonNull(value, "value"));
    }

    /**
     * Files whose attribute is a number.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter eq(String key, Number value) {
        return compare("eq", key, number(value));
    }

    /**
     * Files whose attribute is true, or false.
     *
     * @param key the attribute
     * @param value what it is to be
     */
    public static SearchFilter eq(String key, boolean value) {
        return compare("eq", key, value);
    }

    /**
     * Files whose attribute is not a text.
     *
     * @param key the attribute
     * @param value the text
     */
    public static SearchFilter ne(String key, String value) {
        return compare("ne", key, Objects.requireNonNull(value, "value"));
    }

    /**
     * Files whose attribute is not a number.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter ne(String key, Number value) {
        return compare("ne", key, number(value));
    }

    /**
     * Files whose attribute is not true, or not false.
     *
     * @param key the attribute
     * @param value what it is not to be
     */
    public static SearchFilter ne(String key, boolean value) {
        return compare("ne", key, value);
    }

    /**
     * Files whose attribute is above a number.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter gt(String key, Number value) {
        return compare("gt", key, number(value));
    }

    /**
     * Files whose attribute is a number or above it.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter gte(String key, Number value) {
        return compare("gte", key, number(value));
    }

    /**
     * Files whose attribute is below a number.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter lt(String key, Number value) {
        return compare("lt", key, number(value));
    }

    /**
     * Files whose attribute is a number or below it.
     *
     * @param key the attribute
     * @param value the number, which must be finite
     */
    public static SearchFilter lte(String key, Number value) {
        return compare("lte", key, number(value));
    }

    /**
     * Files whose attribute is one of several values.
     *
     * @param key the attribute
     * @param values texts or numbers
     */
    public static SearchFilter in(String key, List<?> values) {
        return compare("in", key, list(values));
    }

    /**
     * Files whose attribute is none of several values.
     *
     * @param key the attribute
     * @param values texts or numbers
     */
    public static SearchFilter nin(String key, List<?> values) {
        return compare("nin", key, list(values));
    }

    /**
     * Files that pass every filter.
     *
     * @param filters at least one
     */
    public static SearchFilter and(SearchFilter... filters) {
        return join("and", filters);
    }

    /**
     * Files that pass at least one filter.
     *
     * @param filters at least one
     */
    public static SearchFilter or(SearchFilter... filters) {
        return join("or", filters);
    }

    private static SearchFilter compare(String type, String key, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("key", Objects.requireNonNull(key, "key"));
        members.put("value", value);
        return new SearchFilter(ResponsesWire.CODECS.encode(members));
    }

    private static SearchFilter join(String type, SearchFilter... filters) {
        if (filters.length == 0) {
            throw new IllegalArgumentException("\"" + type + "\" needs at least one filter");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("filters", List.of(filters));
        return new SearchFilter(ResponsesWire.CODECS.encode(members));
    }

    private static List<Object> list(List<?> values) {
        List<Object> checked = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Number number) {
                checked.add(number(number));
            } else if (value instanceof String text) {
                checked.add(text);
            } else {
                throw new IllegalArgumentException("A list to compare with holds texts or numbers, but has " + value);
            }
        }
        return checked;
    }

    private static Number number(Number value) {
        boolean exact = value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigDecimal
                || value instanceof BigInteger;
        if (!exact && !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("A number to compare with must be finite, but is " + value);
        }
        return exact || value instanceof Float ? value : (Number) value.doubleValue();
    }
}
