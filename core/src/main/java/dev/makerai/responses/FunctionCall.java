package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have a function called. It waits for a {@link FunctionCallOutput} with the same call id.
 *
 * @param id the service's id of the item; empty if it gave none
 * @param callId what the output has to refer to
 * @param name the function's name, as it was in {@link FunctionTool#name}
 * @param arguments the arguments as JSON text that the model wrote: it may be broken, or not fit the schema
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record FunctionCall(
        String id,
        String callId,
        String name,
        String arguments,
        @Nullable ItemStatus status,
        SourceText source) implements OutputItem {
    /** Needs a call id and a name, without which a call cannot be answered; a missing id or argument text is empty. */
    public FunctionCall(
            @Nullable String id,
            String callId,
            String name,
            @Nullable String arguments,
            @Nullable ItemStatus status,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.callId = Objects.requireNonNull(callId, "call_id");
        this.name = Objects.requireNonNull(name, "name");
        this.arguments = arguments == null ? "" : arguments;
        this.status = status;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a completed call, as a model would send it.
     *
     * @param id the service's id of the item; empty if it gave none
     * @param callId what the output has to refer to
     * @param name the function's name
     * @param arguments the arguments as JSON text
     */
    public static FunctionCall of(String id, String callId, String name, String arguments) {
        return new FunctionCall(id, callId, name, arguments, ItemStatus.COMPLETED, SourceText.NONE);
    }
}
