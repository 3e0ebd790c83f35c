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
 * @param namespace the namespace that the function was found in, or null if it is in none
 * @param async whether the model goes on without the output, which any later request may then bring; null means no
 * @param caller who called: the model, or a program of its; null if the service does not say
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record FunctionCall(
        String id,
        String callId,
        String name,
        String arguments,
        @Nullable String namespace,
        @Nullable Boolean async,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    /** Needs a call id and a name, without which a call cannot be answered; a missing id or argument text is empty. */
    public FunctionCall(
            @Nullable String id,
            String callId,
            String name,
            @Nullable String arguments,
            @Nullable String namespace,
            @Nullable Boolean async,
            @Nullable ToolCaller caller,
            @Nullable ItemStatus status,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.callId = Objects.requireNonNull(callId, "call_id");
        this.name = Objects.requireNonNull(name, "name");
        this.arguments = arguments == null ? "" : arguments;
        this.namespace = namespace;
        this.async = async;
        this.caller = caller;
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
        return new FunctionCall(id, callId, name, arguments, null, null, null, ItemStatus.COMPLETED, SourceText.NONE);
    }
}
