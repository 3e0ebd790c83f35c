package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/** Who called a tool; its output says the same. */
public sealed interface ToolCaller {
    /** The model itself. */
    ToolCaller DIRECT = new Direct();

    /** The model itself. */
    record Direct() implements ToolCaller {}

    /**
     * A program that the model wrote.
     *
     * @param callerId the {@link dev.makerai.responses.Program#callId} of that program
     */
    record Program(String callerId) implements ToolCaller {
        /** Needs the id. */
        public Program {
            Objects.requireNonNull(callerId, "caller_id");
        }
    }

    /**
     * A kind that this version does not model, or one whose members do not fit it.
     *
     * @param type the kind on the wire; empty if there is none
     * @param raw the exact caller
     */
    record Unknown(String type, Json raw) implements ToolCaller {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
