package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.OutputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of a response, also where their members have other types than they should, as some compatible servers
 * write them.
 */
final class CallItems {
    private static final Set<String> OPTIONAL = Set.of("id", "status");

    private CallItems() {}

    /**
     * The calls in their order.
     *
     * @throws DecodeException if one has no call id, so that it cannot be answered
     */
    static List<FunctionCall> of(Response response) {
        List<FunctionCall> calls = new ArrayList<>();
        for (OutputItem item : response.output()) {
            if (item instanceof FunctionCall call) {
                calls.add(call);
            } else if (isOdd(item)) {
                calls.add(oddCall(item.toJson(), response));
            }
        }
        return calls;
    }

    /**
     * The calls that are to be carried out: none of a response that was cut off or failed, since they may not be whole.
     *
     * @throws DecodeException if one has no call id, so that it cannot be answered
     */
    static List<FunctionCall> executable(Response response) {
        return isWhole(response) ? of(response) : List.of();
    }

    /** Whether the model goes on without the output of a call. */
    static boolean isAsync(FunctionCall call) {
        return Boolean.TRUE.equals(call.async());
    }

    /** Whether the response has ended well. Some compatible servers leave the status out. */
    static boolean isWhole(Response response) {
        return response.status().value().isEmpty() || response.status().equals(ResponseStatus.COMPLETED);
    }

    /**
     * The items of a response as they may be sent again: unchanged, but for calls that do not have the form of one, which
     * get it, and calls whose id another one before them has, which are left out. So every call has one output.
     */
    static List<InputItem> sendable(Response response) {
        List<InputItem> items = new ArrayList<>();
        Set<String> callIds = new HashSet<>();
        for (OutputItem item : response.output()) {
            if (item instanceof FunctionCall || isOdd(item)) {
                Map<String, Json> call = item.toJson().members();
                if (callIds.add(textOf(call.get("call_id")))) {
                    items.add(hasForm(call) ? item : InputItem.of(mended(call)));
                }
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private static boolean isOdd(OutputItem item) {
        return item instanceof OutputItem.Unknown unknown && unknown.type().equals("function_call");
    }

    private static FunctionCall oddCall(Json call, Response response) {
        String callId = textOf(call.get("call_id"));
        if (callId.isEmpty()) {
            throw new DecodeException(
                    "A tool call without a call id cannot be answered",
                    "$.output",
                    call.text(),
                    response.requestId(),
                    null);
        }
        return FunctionCall.of("", callId, textOf(call.get("name")), textOf(call.get("arguments")));
    }

    private static boolean hasForm(Map<String, Json> call) {
        return isString(call.get("call_id"))
                && isString(call.get("name"))
                && isString(call.get("arguments"))
                && OPTIONAL.stream().allMatch(member -> !call.containsKey(member) || isString(call.get(member)));
    }

    /** With strings where there have to be some, and without the members that may be missing. */
    private static Json mended(Map<String, Json> call) {
        Map<String, Json> members = new LinkedHashMap<>(call);
        members.entrySet().removeIf(member -> OPTIONAL.contains(member.getKey()) && !isString(member.getValue()));
        String arguments = textOf(call.get("arguments"));
        members.put("call_id", Json.string(textOf(call.get("call_id"))));
        members.put("name", Json.string(textOf(call.get("name"))));
        members.put("arguments", Json.string(arguments.isEmpty() ? "{}" : arguments));
        return Json.trusted(members.entrySet().stream()
                .map(member -> Json.string(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static boolean isString(@Nullable Json value) {
        return value != null && value.kind() == Json.Kind.STRING;
    }

    private static String textOf(@Nullable Json value) {
        if (value == null || value.kind() == Json.Kind.NULL) {
            return "";
        }
        String string = value.string();
        return string == null ? value.text() : string;
    }
}
