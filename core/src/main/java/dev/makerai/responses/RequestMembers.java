package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of a request, those that it is asked about into the types that its builder takes. */
final class RequestMembers {
    private RequestMembers() {}

    static Map<String, Object> of(Json json) {
        Map<String, Object> members = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (value.kind() != Json.Kind.NULL) {
                members.put(name, of(name, value));
            }
        });
        if (!(members.get("model") instanceof String)) {
            throw new DecodeException("A request needs a model", "$.model", json.text(), null, null);
        }
        return members;
    }

    private static Object of(String name, Json value) {
        return switch (name) {
            case "model", "previous_response_id", "instructions" -> typed(name, value, value.string());
            case "input" ->
                value.kind() == Json.Kind.STRING
                        ? typed(name, value, value.string())
                        : list(name, value).stream().map(InputItem::of).toList();
            case "store" -> typed(name, value, value.bool());
            case "include" ->
                list(name, value).stream()
                        .map(each -> new Include(typed(name, each, each.string())))
                        .toList();
            case "tool_choice" -> new ToolChoice(value);
            case "tools" -> list(name, value).stream().map(ResponseTool::of).toList();
            case "max_output_tokens" -> typed(name, value, number(value));
            case "service_tier" -> new ServiceTier(typed(name, value, value.string()));
            case "text" -> ResponsesWire.decode(TextOptions.class, value);
            case "reasoning" -> ResponsesWire.decode(ReasoningOptions.class, value);
            default -> value;
        };
    }

    private static @Nullable Long number(Json value) {
        BigDecimal number = value.number();
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : Long.valueOf(number.longValue());
    }

    private static List<Json> list(String name, Json value) {
        return typed(name, value, value.kind() == Json.Kind.ARRAY ? value.elements() : null);
    }

    private static <T> T typed(String name, Json value, @Nullable T read) {
        if (read == null) {
            throw new DecodeException(
                    "This member has another form than it should", "$." + name, value.text(), null, null);
        }
        return read;
    }
}
