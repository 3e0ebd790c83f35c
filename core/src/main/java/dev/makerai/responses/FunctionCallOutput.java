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
 * @param output what to tell the model: text, and pictures or files where a function makes some
 * @param name the function's name, or null if the service does not say
 * @param namespace the namespace that the function was found in, or null if it is in none
 * @param caller the call's {@code caller}, or null if it has none
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record FunctionCallOutput(
        @Nullable String id,
        String callId,
        List<InputContent> output,
        @Nullable String name,
        @Nullable String namespace,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
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
     * Answers a call with text, pictures and files.
     *
     * @param callId the {@link FunctionCall#callId} to answer
     * @param output what to show the model
     */
    public static FunctionCallOutput of(String callId, List<? extends InputContent> output) {
        return new FunctionCallOutput(null, callId, List.copyOf(output), null, null, null, null, null, SourceText.NONE);
    }

    /**
     * The same answer to a call that a program of the model made.
     *
     * @param caller the {@link FunctionCall#caller}
     */
    public FunctionCallOutput withCaller(@Nullable ToolCaller caller) {
        return new FunctionCallOutput(id, callId, output, name, namespace, caller, status, createdBy, SourceText.NONE);
    }

    /** The texts of all parts, one behind the other; empty if there is none. */
    public String text() {
        return InputText.join(output);
    }
}
