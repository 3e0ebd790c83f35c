package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have a custom tool called, which takes a text. It waits for a {@link CustomToolCallOutput} with
 * the same call id.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to
 * @param name the tool's name
 * @param input the text that the model wrote for the tool; it may not follow the tool's grammar
 * @param namespace the namespace that the tool was found in, or null if it is in none
 * @param async whether the model goes on without the output, which any later request may then bring; null means no
 * @param caller who called: the model, or a program of its; null if the service does not say
 * @param source the exact text it was read from
 */
public record CustomToolCall(
        @Nullable String id,
        String callId,
        String name,
        String input,
        @Nullable String namespace,
        @Nullable Boolean async,
        @Nullable ToolCaller caller,
        SourceText source)
        implements OutputItem {
    /** Needs a call id and a name, without which a call cannot be answered; a missing input is empty. */
    public CustomToolCall(
            @Nullable String id,
            String callId,
            String name,
            @Nullable String input,
            @Nullable String namespace,
            @Nullable Boolean async,
            @Nullable ToolCaller caller,
            SourceText source) {
        this.id = id;
        this.callId = Objects.requireNonNull(callId, "call_id");
        this.name = Objects.requireNonNull(name, "name");
        this.input = input == null ? "" : input;
        this.namespace = namespace;
        this.async = async;
        this.caller = caller;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a call, as a model would send it.
     *
     * @param callId what the output has to refer to
     * @param name the tool's name
     * @param input the text for the tool
     */
    public static CustomToolCall of(String callId, String name, String input) {
        return new CustomToolCall(null, callId, name, input, null, null, null, SourceText.NONE);
    }
}
