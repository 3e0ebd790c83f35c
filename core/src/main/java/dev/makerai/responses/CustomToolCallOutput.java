package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a custom tool gave back, for the model.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link CustomToolCall#callId} it answers
 * @param output what to tell the model: text, and pictures or files where a tool makes some
 * @param caller the call's {@code caller}, or null if it has none
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record CustomToolCallOutput(
        @Nullable String id,
        String callId,
        List<InputContent> output,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id. */
    public CustomToolCallOutput {
        Objects.requireNonNull(callId, "call_id");
        output = List.copyOf(output);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a call with text.
     *
     * @param callId the {@link CustomToolCall#callId} to answer
     * @param output what to tell the model
     */
    public static CustomToolCallOutput of(String callId, String output) {
        return of(callId, List.of(new InputText(output)));
    }

    /**
     * Answers a call with text, pictures and files.
     *
     * @param callId the {@link CustomToolCall#callId} to answer
     * @param output what to show the model
     */
    public static CustomToolCallOutput of(String callId, List<? extends InputContent> output) {
        return new CustomToolCallOutput(null, callId, List.copyOf(output), null, null, null, SourceText.NONE);
    }

    /** The texts of all parts, one behind the other; empty if there is none. */
    public String text() {
        return InputText.join(output);
    }
}
