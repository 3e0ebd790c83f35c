package dev.makerai.testing;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the service would remember: which calls each response made and which outputs came back. It refuses what the
 * service refuses, so that a script cannot pass over a broken loop.
 */
final class ScriptedHistory {
    private final Map<String, Set<String>> openCalls = new HashMap<>();
    /** The calls whose output any later request may bring, and those of them that have none. */
    private final Set<String> async = new HashSet<>();

    private final Set<String> unanswered = new HashSet<>();
    private final Map<String, String> toolOfCall = new HashMap<>();
    private final Map<String, List<Json>> outputs = new LinkedHashMap<>();

    /** The outputs of each tool in their order, by the tool's name. */
    Map<String, List<Json>> outputs() {
        Map<String, List<Json>> copy = new LinkedHashMap<>();
        outputs.forEach((tool, all) -> copy.put(tool, List.copyOf(all)));
        return copy;
    }

    /** Remembers what was given to a request. */
    void gave(Json request, Reply reply) {
        toolOfCall.putAll(reply.calls());
        Json output = reply.body().get("output");
        for (Json item : output == null ? List.<Json>of() : output.elements()) {
            if (isTrue(item.get("async"))) {
                async.add(textOf(item, "call_id"));
                unanswered.add(textOf(item, "call_id"));
            }
        }
        if (!reply.id().isEmpty()) {
            openCalls.put(reply.id(), Set.copyOf(reply.calls().keySet()));
            openCalls.put(conversation(request), Set.copyOf(reply.calls().keySet()));
        }
    }

    /** The conversation that a request goes on with; empty if it is none. */
    private static String conversation(Json request) {
        Json conversation = request.get("conversation");
        if (conversation == null) {
            return "";
        }
        String id = conversation.string();
        return id == null ? textOf(conversation, "id") : id;
    }

    /** Takes a request's tool outputs in; answers the error that the service would give, or null if all is well. */
    @Nullable
    Reply refusalOf(Json request) {
        Set<String> awaited = new HashSet<>();
        Json previous = request.get("previous_response_id");
        if (previous != null && previous.string() != null) {
            Set<String> open = openCalls.get(previous.string());
            if (open == null) {
                return invalid(
                        "previous_response_not_found",
                        "Previous response with id '" + previous.string() + "' not found.");
            }
            awaited.addAll(open);
        }
        awaited.removeAll(async);
        String conversation = conversation(request);
        if (!conversation.isEmpty()) {
            awaited.addAll(openCalls.getOrDefault(conversation, Set.of()));
        }
        Json input = request.get("input");
        for (Json item : input == null ? List.<Json>of() : input.elements()) {
            Reply refusal = take(item, awaited);
            if (refusal != null) {
                return refusal;
            }
        }
        awaited.removeAll(async);
        return awaited.isEmpty()
                ? null
                : invalid(
                        "invalid_value",
                        "No tool output found for function call "
                                + awaited.iterator().next() + ".");
    }

    private @Nullable Reply take(Json item, Set<String> awaited) {
        String type = textOf(item, "type");
        String callId = textOf(item, "call_id");
        if (type.equals("function_call")) {
            awaited.add(callId);
            if (isTrue(item.get("async"))) {
                async.add(callId);
            }
        } else if (type.equals("function_call_output")) {
            if (!awaited.remove(callId) && !unanswered.remove(callId)) {
                return invalid(
                        "invalid_value", "No tool call found for function call output with call_id " + callId + ".");
            }
            outputs.computeIfAbsent(toolOfCall.getOrDefault(callId, callId), tool -> new ArrayList<>())
                    .add(outputOf(item));
        }
        return null;
    }

    private static boolean isTrue(@Nullable Json value) {
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    /** Tools answer with JSON or with plain text. */
    private static Json outputOf(Json item) {
        String output = textOf(item, "output");
        try {
            return Json.parse(output);
        } catch (DecodeException notJson) {
            return Json.string(output);
        }
    }

    private static String textOf(Json item, String member) {
        Json value = item.get(member);
        String text = value == null ? null : value.string();
        return text == null ? "" : text;
    }

    private static Reply invalid(String code, String message) {
        return Reply.error(400, "invalid_request_error", code, message);
    }
}
