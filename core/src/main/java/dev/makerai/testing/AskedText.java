package dev.makerai.testing;

import dev.makerai.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the newest user message of a request's input. */
final class AskedText {
    private AskedText() {}

    static String of(@Nullable Json input) {
        if (input == null) {
            return "";
        }
        String whole = input.string();
        if (whole != null) {
            return whole;
        }
        List<Json> items = input.elements();
        for (int i = items.size() - 1; i >= 0; i--) {
            Json role = items.get(i).get("role");
            Json content = items.get(i).get("content");
            if (role != null && content != null && "user".equals(role.string())) {
                String text = content.string();
                return text != null
                        ? text
                        : content.elements().stream().map(AskedText::part).collect(Collectors.joining());
            }
        }
        return "";
    }

    private static String part(Json part) {
        Json text = part.get("text");
        String words = text == null ? null : text.string();
        return words == null ? "" : words;
    }
}
