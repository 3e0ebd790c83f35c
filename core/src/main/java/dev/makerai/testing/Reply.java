package dev.makerai.testing;

import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param body the JSON body
 * @param id the response's id; empty for an error
 * @param calls the tool calls in it: tool name by call id
 */
record Reply(int status, Json body, String id, Map<String, String> calls) {
    static Reply error(int status, String type, String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", null);
        error.put("code", code);
        return new Reply(status, Schema.toJson(Map.of("error", error)), "", Map.of());
    }
}
