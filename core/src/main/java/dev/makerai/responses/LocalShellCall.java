package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have a command run on the application's own computer. It waits for a {@link LocalShellCallOutput}.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to
 * @param action the command
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record LocalShellCall(
        @Nullable String id,
        String callId,
        Action action,
        @Nullable ItemStatus status,
        SourceText source) implements OutputItem {
    /** Needs the call id and the command. */
    public LocalShellCall {
        Objects.requireNonNull(callId, "call_id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(source, "source");
    }

    /**
     * A command.
     *
     * @param command the program and its arguments
     * @param env the variables to set
     * @param timeoutMs how long it may take, in milliseconds, or null
     * @param user who is to run it, or null
     * @param workingDirectory where to run it, or null
     */
    public record Action(
            List<String> command,
            Map<String, String> env,
            @Nullable Long timeoutMs,
            @Nullable String user,
            @Nullable String workingDirectory) {
        /** Takes a missing list or map as empty. */
        public Action {
            command = List.copyOf(command);
            Objects.requireNonNull(env, "env");
        }
    }
}
