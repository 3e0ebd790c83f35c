package dev.makerai.examples.cli;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which the command writes things for other programs. */
final class Output {
    private Output() {}

    static String json(Map<String, Object> object) {
        return Schema.toJson(object).text();
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

    /** A number without a row of meaningless digits, anything else as it is. */
    static String plain(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : String.valueOf(value);
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
