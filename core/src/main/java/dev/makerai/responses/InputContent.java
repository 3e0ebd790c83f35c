package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/**
 * A part of what is sent to a model. Sound is none: have it transcribed first, or use the realtime module.
 */
public sealed interface InputContent
        permits InputText, InputImage, InputFile, ComputerScreenshot, OutputContent, InputContent.Unknown {
    /**
     * Takes a part of any kind as it is.
     *
     * @param json an object; nothing about it is checked
     */
    static InputContent of(Json json) {
        return new Unknown(ResponsesWire.typeOf(json), json);
    }

    /**
     * A part of a kind that this version does not model, or one whose members do not fit its kind.
     *
     * @param type the kind on the wire; empty if the part has none
     * @param raw the exact part
     */
    record Unknown(String type, Json raw) implements InputContent {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
