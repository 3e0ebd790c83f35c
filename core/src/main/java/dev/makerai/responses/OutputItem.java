package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/**
 * What a model or the service sent, and what answers it. Every item may be sent back as input, and then goes as the
 * exact text it was read from.
 *
 * <pre>{@code
 * List<InputItem> answers = new ArrayList<>();
 * for (OutputItem item : response.output()) {
 *     if (item instanceof FunctionCall call) {
 *         answers.add(FunctionCallOutput.of(call.callId(), answer(call)));
 *     }
 * }
 * }</pre>
 */
public sealed interface OutputItem extends InputItem
        permits OutputMessage,
                Reasoning,
                FunctionCall,
                FunctionCallOutput,
                CustomToolCall,
                CustomToolCallOutput,
                FileSearchCall,
                WebSearchCall,
                ComputerCall,
                ComputerCallOutput,
                CodeInterpreterCall,
                ImageGenerationCall,
                LocalShellCall,
                LocalShellCallOutput,
                ShellCall,
                ShellCallOutput,
                ApplyPatchCall,
                ApplyPatchCallOutput,
                McpListTools,
                McpCall,
                McpApprovalRequest,
                McpApprovalResponse,
                ToolSearchCall,
                ToolSearchOutput,
                AdditionalTools,
                Program,
                ProgramOutput,
                Compaction,
                OutputItem.Unknown {
    /**
     * Reads an item as a model sends it.
     *
     * @param json an object; what does not fit a known kind becomes {@link Unknown}
     */
    static OutputItem of(Json json) {
        return ResponsesWire.decode(OutputItem.class, json);
    }

    /**
     * An item of a kind that this version does not model, or one whose members do not fit its kind.
     *
     * @param type the kind on the wire; empty if the item has none
     * @param raw the exact item
     */
    record Unknown(String type, Json raw) implements OutputItem {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
