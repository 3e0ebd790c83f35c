package dev.makerai.responses;

import dev.makerai.json.Json;

/**
 * What can be sent to a model: a message, the output of a tool that it called, a reference, or any item that it sent
 * before. An item that was read is sent again as the exact text it was read from.
 */
public sealed interface InputItem
        permits InputMessage, ItemReference, CompactionTrigger, ConfigurationUpdate, OutputItem {
    /**
     * Reads an item of any kind, which is then sent as this very text. One without a type is a message if it has a
     * role, and else a reference if it has an id.
     *
     * @param json an object; what does not fit a known kind becomes {@link OutputItem.Unknown}
     */
    static InputItem of(Json json) {
        return ResponsesWire.decode(InputItem.class, json);
    }

    /** The item as it goes on the wire: the exact text if it was read from there. */
    default Json toJson() {
        return ResponsesWire.CODECS.encode(this);
    }
}
