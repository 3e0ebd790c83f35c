package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/**
 * Something that a model may use while it answers: a function of the application, or something that the service runs.
 *
 * <pre>{@code
 * .tools(List.of(
 *         FunctionTool.of("calculate_print_cost", "Calculates what a print costs", schema),
 *         WebSearchTool.of(),
 *         FileSearchTool.of("vs_datasheets")))
 * }</pre>
 *
 * <p>A tool that was read is written again as the exact text it was read from; a changed copy of it has only the
 * members that this version models.
 */
public sealed interface ResponseTool
        permits FunctionTool,
                CustomTool,
                NamespaceTool,
                ToolSearchTool,
                ProgrammaticToolCallingTool,
                FileSearchTool,
                WebSearchTool,
                WebSearchTool.Preview,
                CodeInterpreterTool,
                ImageGenerationTool,
                McpTool,
                ComputerTool,
                ComputerTool.Preview,
                ShellTool,
                ApplyPatchTool,
                LocalShellTool,
                ResponseTool.Unknown {
    /**
     * Takes a tool of any kind, which is then sent as this very text.
     *
     * @param json an object; what does not fit a known kind becomes {@link Unknown}, and nothing about it is checked
     */
    static ResponseTool of(Json json) {
        return ResponsesWire.decode(ResponseTool.class, json);
    }

    /** The tool as it goes on the wire, secrets included: the exact text if it was read from there. */
    default Json toJson() {
        return ResponsesWire.CODECS.encode(this);
    }

    /**
     * Who may call a tool.
     *
     * @param value the name on the wire
     */
    record Caller(String value) {
        /** The model itself. */
        public static final Caller DIRECT = new Caller("direct");

        /** A program that the model wrote: see {@link ProgrammaticToolCallingTool}. */
        public static final Caller PROGRAMMATIC = new Caller("programmatic");

        /** Takes any name: the service may know more than the constants here. */
        public Caller {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A tool of a kind that this version does not model, or one whose members do not fit its kind.
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

        /** The kind and the length, not the text: it may hold a secret. */
        @Override
        public String toString() {
            return "Unknown[type=" + type + ", raw=" + raw.text().length() + " characters]";
        }
    }
}
