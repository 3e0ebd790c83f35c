package dev.makerai.run;

import dev.makerai.json.Json;
import dev.makerai.tools.ToolPolicy;
import java.util.Map;

/**
 * A tool call that waits for a decision.
 *
 * @param runId the run's id
 * @param callId the id that the model gave the call
 * @param tool the tool's name
 * @param policy how the tool's calls are treated, its effect first of all
 * @param arguments the arguments by their wire names
 * @param preview what would be done, in one line for people; words of the model stand in it in double quotes, with
 *     their own quotes escaped
 */
public record PendingCall(
        String runId, String callId, String tool, ToolPolicy policy, Map<String, Json> arguments, String preview) {
    /** Copies nothing: the map cannot change. */
    public PendingCall {}
}
