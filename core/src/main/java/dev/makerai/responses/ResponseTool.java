package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/** Something that a model may use while it answers. */
public sealed interface ResponseTool permits FunctionTool, ResponseTool.Unknown {
    /**
     * Takes a tool of any kind as it is, such as one that the service runs itself.
     *
     * @param json an object; nothing about it is checked
     */
    static ResponseTool of(Json json) {
        return new Unknown(ResponsesWire.typeOf(json), json);
    }

    /**
     * A tool of a kind that this version does not model.
     *
     * @param type the kind on the wire; empty if the tool has none
     * @param raw the exact tool
     */
    record Unknown(String type, Json raw) implements ResponseTool {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
