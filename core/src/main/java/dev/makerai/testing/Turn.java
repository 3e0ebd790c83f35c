package dev.makerai.testing;

import dev.makerai.json.Json;
import dev.makerai.responses.Usage;
import dev.makerai.schema.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a {@link ScriptedModel}: sees what the program sent and says what the model answers. A turn may call
 * several tools; otherwise it gives one answer.
 */
public final class Turn {
    private final int number;
    private final Json request;
    private final Map<String, List<Json>> outputs;
    private final List<Object> items = new ArrayList<>();
    private final Map<String, String> calls = new LinkedHashMap<>();
    private String id;
    private String status = "completed";
    private @Nullable String incompleteReason;
    private @Nullable Usage usage;
    private @Nullable Reply error;

    /**
     * @param number the turn's place in the script, from 1; ids are made of it
     */
    Turn(int number, Json request, Map<String, List<Json>> outputs) {
        this.number = number;
        this.id = "resp_scripted_" + number;
        this.request = request;
        this.outputs = outputs;
    }

    /** What the person, or the program for them, said last: the text of the newest user message; empty if there is none. */
    public String asked() {
        return AskedText.of(request.get("input"));
    }

    /**
     * Expects something of the request, before the answer to it.
     *
     * @param holds whether it is so
     * @param what is expected, for the message
     * @return this turn
     * @throws AssertionError if it is not so; the message has the request's input
     */
    public Turn expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(
                    "Turn " + number + " of the script expects " + what + ", but this came: " + request.get("input"));
        }
        return this;
    }

    /** The body of the request that this turn answers. */
    public Json request() {
        return request;
    }

    /**
     * The newest output of a tool in this script: what it answered as JSON, or its text as a JSON string.
     *
     * @param tool the tool's name
     * @throws IllegalStateException if no output of such a tool has come
     */
    public Json output(String tool) {
        List<Json> all = outputs(tool);
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "No output of '" + tool + "' has come; there are outputs of " + outputs.keySet());
        }
        return all.get(all.size() - 1);
    }

    /**
     * All outputs of a tool in this script, in the order of its calls.
     *
     * @param tool the tool's name
     * @return empty if none has come
     */
    public List<Json> outputs(String tool) {
        return outputs.getOrDefault(tool, List.of());
    }

    /**
     * Calls a tool.
     *
     * @param tool the tool's name; it need not exist
     * @param arguments a record or a map, written as JSON
     */
    public Turn call(String tool, Object arguments) {
        return callWithText(tool, Schema.toJson(arguments).text());
    }

    /**
     * Calls a tool with arguments that may be broken.
     *
     * @param tool the tool's name
     * @param arguments the exact text, which need not be JSON
     */
    public Turn callWithText(String tool, String arguments) {
        return callWithId("call_" + number + "_" + (calls.size() + 1), tool, arguments);
    }

    /**
     * Calls a tool under an id of the test's own, which another call may have too.
     *
     * @param callId the id that the output refers to
     * @param tool the tool's name; it need not exist
     * @param arguments the exact text, which need not be JSON
     */
    public Turn callWithId(String callId, String tool, String arguments) {
        calls.put(callId, tool);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "function_call");
        item.put("id", "fc_" + number + "_" + (items.size() + 1));
        item.put("call_id", callId);
        item.put("name", tool);
        item.put("arguments", arguments);
        item.put("status", "completed");
        if (isAsync(tool)) {
            item.put("async", true);
        }
        items.add(item);
        return this;
    }

    /** Whether the request offers the tool as one that the model does not wait for. */
    private boolean isAsync(String tool) {
        Json tools = request.get("tools");
        for (Json each : tools == null ? List.<Json>of() : tools.elements()) {
            Json name = each.get("name");
            Json async = each.get("async");
            if (name != null && tool.equals(name.string()) && async != null) {
                return Boolean.TRUE.equals(async.bool());
            }
        }
        return false;
    }

    /** Answers with text. */
    public Turn say(String text) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "output_text");
        part.put("text", text);
        part.put("annotations", List.of());
        return message(part);
    }

    /**
     * Answers with structured output.
     *
     * @param value a record or a map, written as JSON
     */
    public Turn answer(Object value) {
        return say(Schema.toJson(value).text());
    }

    /** Declines to answer. */
    public Turn refuse(String refusal) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "refusal");
        part.put("refusal", refusal);
        return message(part);
    }

    /**
     * Reasons before what follows. The model's thoughts are encrypted, as for a history that the client keeps.
     *
     * @param summary what it tells of them
     */
    public Turn think(String summary) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "reasoning");
        item.put("id", "rs_" + number + "_" + (items.size() + 1));
        item.put("summary", List.of(Map.of("type", "summary_text", "text", summary)));
        item.put("encrypted_content", "scripted");
        items.add(item);
        return this;
    }

    /**
     * Gives the response an id of the test's own; otherwise it has one by its number.
     *
     * @param id such as {@code resp_1}
     */
    public Turn responseId(String id) {
        this.id = id;
        return this;
    }

    /**
     * Reports tokens; a turn that does not say how many reports none.
     *
     * @param usage what the response is to have taken
     */
    public Turn usage(Usage usage) {
        this.usage = usage;
        return this;
    }

    /**
     * Ends the response before it is complete.
     *
     * @param reason such as {@code max_output_tokens} or {@code content_filter}
     */
    public Turn cutOff(String reason) {
        status = "incomplete";
        incompleteReason = reason;
        return this;
    }

    /**
     * Fails the request.
     *
     * @param httpStatus 400 or more
     * @param code the service's error code, such as {@code rate_limit_exceeded}
     * @param message what the service says
     */
    public Turn fail(int httpStatus, String code, String message) {
        error = Reply.error(httpStatus, "scripted_error", code, message);
        return this;
    }

    Reply reply() {
        if (error != null) {
            return error;
        }
        if (items.isEmpty() && incompleteReason == null) {
            throw new IllegalStateException("A turn of the script answers nothing: call a tool or say something");
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("id", id);
        response.put("object", "response");
        response.put("created_at", Instant.now().getEpochSecond());
        response.put("status", status);
        response.put("error", null);
        response.put("incomplete_details", incompleteReason == null ? null : Map.of("reason", incompleteReason));
        response.put("model", request.get("model"));
        response.put("output", items);
        // A script counts no tokens, and an invented number would look like one.
        response.put("usage", usage == null ? null : written(usage));
        return new Reply(200, Schema.toJson(response), id, Map.copyOf(calls));
    }

    private static Map<String, Object> written(Usage usage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("input_tokens", usage.inputTokens());
        members.put(
                "input_tokens_details",
                Map.of("cached_tokens", usage.cachedTokens(), "cache_write_tokens", usage.cacheWriteTokens()));
        members.put("output_tokens", usage.outputTokens());
        members.put("output_tokens_details", Map.of("reasoning_tokens", usage.reasoningTokens()));
        members.put("total_tokens", usage.totalTokens());
        return members;
    }

    private Turn message(Map<String, Object> part) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "message");
        item.put("id", "msg_" + number + "_" + (items.size() + 1));
        item.put("status", "completed");
        item.put("role", "assistant");
        item.put("content", List.of(part));
        items.add(item);
        return this;
    }
}
