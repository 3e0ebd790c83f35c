package dev.makerai.testing;

import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole response as the events in which a service would stream it: texts word by word. */
final class ScriptedStream {
    private static final Pattern PIECE = Pattern.compile("\\s*\\S+|\\s+$");

    private final Json response;
    private final StringBuilder stream = new StringBuilder();
    private int number;

    private ScriptedStream(Json response) {
        this.response = response;
    }

    /**
     * The stream of a response.
     *
     * @param response completed or incomplete
     */
    static String of(Json response) {
        return new ScriptedStream(response).write();
    }

    private String write() {
        Map<String, Object> begun = new LinkedHashMap<>(response.members());
        begun.put("status", "in_progress");
        begun.put("output", List.of());
        begun.put("incomplete_details", null);
        event("response.created", Map.of("response", begun));
        event("response.in_progress", Map.of("response", begun));
        List<Json> items = elements(response, "output");
        for (int i = 0; i < items.size(); i++) {
            item(i, items.get(i));
        }
        String status = text(response, "status");
        event("response." + (status.equals("incomplete") ? "incomplete" : "completed"), Map.of("response", response));
        return stream.toString();
    }

    private void item(int index, Json item) {
        Map<String, Object> begun = new LinkedHashMap<>(item.members());
        begun.put("status", "in_progress");
        boolean isCall = text(item, "type").equals("function_call");
        begun.put(isCall ? "arguments" : "content", isCall ? "" : List.of());
        event("response.output_item.added", members("output_index", index, "item", begun));
        if (isCall) {
            arguments(index, item);
        } else {
            List<Json> parts = elements(item, "content");
            for (int i = 0; i < parts.size(); i++) {
                part(index, text(item, "id"), i, parts.get(i));
            }
        }
        event("response.output_item.done", members("output_index", index, "item", item));
    }

    private void arguments(int index, Json call) {
        String arguments = text(call, "arguments");
        for (String piece : pieces(arguments)) {
            event(
                    "response.function_call_arguments.delta",
                    members("item_id", text(call, "id"), "output_index", index, "delta", piece));
        }
        event(
                "response.function_call_arguments.done",
                members("item_id", text(call, "id"), "output_index", index, "arguments", arguments));
    }

    private void part(int index, String itemId, int contentIndex, Json part) {
        String type = text(part, "type");
        String member = type.equals("refusal") ? "refusal" : "text";
        Map<String, Object> begun = new LinkedHashMap<>(part.members());
        begun.put(member, "");
        Object[] place = {"item_id", itemId, "output_index", index, "content_index", contentIndex};
        event("response.content_part.added", members(place, "part", begun));
        String whole = text(part, member);
        boolean isText = type.equals("output_text");
        for (String piece : pieces(whole)) {
            event(
                    "response." + type + ".delta",
                    isText ? members(place, "delta", piece, "logprobs", List.of()) : members(place, "delta", piece));
        }
        event(
                "response." + type + ".done",
                isText ? members(place, member, whole, "logprobs", List.of()) : members(place, member, whole));
        event("response.content_part.done", members(place, "part", part));
    }

    private void event(String type, Map<String, ?> members) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.putAll(members);
        event.put("sequence_number", number++);
        stream.append("event: ")
                .append(type)
                .append("\ndata: ")
                .append(Schema.toJson(event).text())
                .append("\n\n");
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    private static List<Json> elements(Json object, String member) {
        Json value = object.get(member);
        return value == null ? List.of() : value.elements();
    }

    private static String text(Json object, String member) {
        Json value = object.get(member);
        String text = value == null ? null : value.string();
        return text == null ? "" : text;
    }

    private static Map<String, Object> members(Object[] first, Object... more) {
        Map<String, Object> members = members(first);
        members.putAll(members(more));
        return members;
    }

    private static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
