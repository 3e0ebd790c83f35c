package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/** A part of a message from the model, or of its thinking; it may be sent back as it is. */
public sealed interface OutputContent extends InputContent
        permits OutputText, Refusal, Reasoning.SummaryText, Reasoning.ReasoningText, OutputContent.Unknown {
    /**
     * A part of a kind that this version does not model, or one whose members do not fit its kind.
     *
     * @param type the kind on the wire; empty if the part has none
     * @param raw the exact part
     */
    record Unknown(String type, Json raw) implements OutputContent {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
