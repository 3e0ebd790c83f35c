package dev.makerai.responses;

import dev.makerai.json.Json;

/**
 * What can be sent to a model: a message, the output of a tool that it called, a reference, or any item that it sent
 * before. An item that was read is sent again as the exact text it was read from.
 */
public sealed interface InputItem permits InputMessage, FunctionCallOutput, ItemReference, OutputItem {
    /**
     * Takes an item of any kind as it is.
     *
     * @param json an object; nothing about it is checked
     */
    static InputItem of(Json json) {
        return OutputItem.Unknown.of(json);
    }

    /** The item as it goes on the wire: the exact text if it was read from there. */
    default Json toJson() {
        return ResponsesWire.CODECS.encode(this);
    }
}
