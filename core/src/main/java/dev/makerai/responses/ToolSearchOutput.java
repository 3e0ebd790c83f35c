package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a search has found; the model may use them from here on.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link ToolSearchCall#callId} it answers; null where the service has searched
 * @param tools what was found
 * @param execution who searched: {@code server} or {@code client}; null if the service does not say
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ToolSearchOutput(
        @Nullable String id,
        @Nullable String callId,
        List<ResponseTool> tools,
        @Nullable String execution,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Takes a missing list as empty. */
    public ToolSearchOutput {
        tools = List.copyOf(tools);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a search that is the application's.
     *
     * @param callId the {@link ToolSearchCall#callId} to answer
     * @param tools what was found
     */
    public static ToolSearchOutput of(String callId, List<? extends ResponseTool> tools) {
        return new ToolSearchOutput(
                null,
                Objects.requireNonNull(callId, "callId"),
                List.copyOf(tools),
                "client",
                null,
                null,
                SourceText.NONE);
    }
}
