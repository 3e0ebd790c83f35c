package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a program of the model gave back.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId the {@link Program#callId} it answers
 * @param result what it gave back; empty if nothing
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record ProgramOutput(
        @Nullable String id,
        String callId,
        String result,
        @Nullable ItemStatus status,
        SourceText source) implements OutputItem {
    /** Needs the call id; a missing result is empty. */
    public ProgramOutput(
            @Nullable String id,
            String callId,
            @Nullable String result,
            @Nullable ItemStatus status,
            SourceText source) {
        this.id = id;
        this.callId = Objects.requireNonNull(callId, "call_id");
        this.result = result == null ? "" : result;
        this.status = status;
        this.source = Objects.requireNonNull(source, "source");
    }
}
