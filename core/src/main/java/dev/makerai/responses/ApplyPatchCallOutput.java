package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change to a file, for the model.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link ApplyPatchCall#callId} it answers
 * @param status {@link ItemStatus#COMPLETED} or {@link ItemStatus#FAILED}, or null if the service does not say
 * @param output what there is to say, such as why it failed, or null
 * @param caller the call's {@code caller}, or null if it has none
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ApplyPatchCallOutput(
        @Nullable String id,
        String callId,
        @Nullable ItemStatus status,
        @Nullable String output,
        @Nullable ToolCaller caller,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id. */
    public ApplyPatchCallOutput {
        Objects.requireNonNull(callId, "call_id");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Says that the change was made.
     *
     * @param callId the {@link ApplyPatchCall#callId} to answer
     */
    public static ApplyPatchCallOutput completed(String callId) {
        return new ApplyPatchCallOutput(null, callId, ItemStatus.COMPLETED, null, null, null, SourceText.NONE);
    }

    /**
     * Says that the change was not made.
     *
     * @param callId the {@link ApplyPatchCall#callId} to answer
     * @param reason why, for the model to do better
     */
    public static ApplyPatchCallOutput failed(String callId, String reason) {
        return new ApplyPatchCallOutput(null, callId, ItemStatus.FAILED, reason, null, null, SourceText.NONE);
    }
}
