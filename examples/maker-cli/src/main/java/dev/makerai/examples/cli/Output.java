package dev.makerai.examples.cli;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The forms in which the command writes things for other programs. */
final class Output {
    private Output() {}

    /** One line of JSON, whatever is in it. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> Json.string(String.valueOf(member.getKey())) + ":" + json(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Output::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String text) {
            return Json.string(text).text();
        }
        return onOneLine((value instanceof Json json ? json : Schema.toJson(value)).text());
    }

    /** JSON without the white space between its tokens; inside strings there are no line breaks. */
    private static String onOneLine(String json) {
        StringBuilder line = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                line.append(c).append(json.charAt(++i));
            } else if (inString || " \t\r\n".indexOf(c) < 0) {
                line.append(c);
                inString ^= c == '"';
            }
        }
        return line.toString();
    }

    /** Text whose control characters cannot steer a terminal. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless =
                    c == '\n' || c == '\t' || !(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
            shown.append(harmless ? Character.toString(c) : String.format("\\u%04x", c));
        });
        return shown.toString();
    }

    /** {@code LimitReached} as {@code limit_reached}. */
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The JSON value that the text is, or the text itself. */
    static Object jsonOrText(String text) {
        try {
            return Json.parse(text);
        } catch (DecodeException notJson) {
            return text;
        }
    }

    /** For people: numbers with six digits that mean something, lists and members side by side. */
    static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> member.getKey() + " " + plain(member.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Output::plain).collect(Collectors.joining(" "));
        }
        return value instanceof Double number
                ? String.valueOf(new BigDecimal(number, new MathContext(6)).doubleValue())
                        .replaceFirst("\\.0$", "")
                : String.valueOf(value);
    }

    static Map<String, Object> error(Exception e) {
        return error(code(e), String.valueOf(e.getMessage()));
    }

    static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return error;
    }

    /** The service's own code where there is one, else the kind of error. */
    private static String code(Exception e) {
        if (e instanceof ApiException api && api.code() != null) {
            return api.code();
        }
        return snakeCase(e.getClass().getSimpleName().replaceFirst("Exception$", ""));
    }
}
