package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a function gave back, for the model.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link FunctionCall#callId} it answers
 * @param output what to tell the model: text, and pictures where a function makes some
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record FunctionCallOutput(
        @Nullable String id,
        String callId,
        List<InputContent> output,
        @Nullable ItemStatus status,
        SourceText source) implements InputItem {
    /** Needs the call id. */
    public FunctionCallOutput {
        Objects.requireNonNull(callId, "call_id");
        output = List.copyOf(output);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a call with text.
     *
     * @param callId the {@link FunctionCall#callId} to answer
     * @param output what to tell the model, as plain text or JSON
     */
    public static FunctionCallOutput of(String callId, String output) {
        return of(callId, List.of(new InputText(output)));
    }

    /**
     * Answers a call with text and pictures.
     *
     * @param callId the {@link FunctionCall#callId} to answer
     * @param output what to show the model
     */
    public static FunctionCallOutput of(String callId, List<? extends InputContent> output) {
        return new FunctionCallOutput(null, callId, List.copyOf(output), null, SourceText.NONE);
    }

    /** The texts of all parts, one behind the other; empty if there is none. */
    public String text() {
        return InputText.join(output);
    }
}
