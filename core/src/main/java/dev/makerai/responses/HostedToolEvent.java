package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tool that the service runs itself: how far its call has come, and what it does. */
public sealed interface HostedToolEvent extends ResponseEvent {
    /** The id of the call's item; empty if the service gave none. */
    String itemId();

    /** Where the call stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /**
     * A call has come further, such as {@code response.web_search_call.searching}. The tools are
     * {@code file_search_call}, {@code web_search_call}, {@code code_interpreter_call}, {@code image_generation_call},
     * {@code mcp_call}, {@code mcp_list_tools} and {@code compaction}.
     *
     * @param type {@code response.TOOL.STATE}
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Progress(String type, String itemId, int outputIndex, long sequenceNumber, SourceText source)
            implements HostedToolEvent {
        private static final String PREFIX = "response.";

        /** Needs a type of three parts. */
        public Progress {
            if (!type.startsWith(PREFIX) || type.lastIndexOf('.') <= PREFIX.length()) {
                throw new IllegalArgumentException("The type has to be response.TOOL.STATE, but is " + type);
            }
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(source, "source");
        }

        /** The kind of item that the call is, such as {@code web_search_call}. */
        public String tool() {
            return type.substring(PREFIX.length(), type.lastIndexOf('.'));
        }

        /** How far the call has come, such as {@code in_progress}, {@code searching} or {@code completed}. */
        public ItemStatus state() {
            return new ItemStatus(type.substring(type.lastIndexOf('.') + 1));
        }
    }

    /**
     * More of the arguments of a call to an MCP server: {@code response.mcp_call_arguments.delta}.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param delta what to put behind the JSON text so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record McpArgumentsDelta(String itemId, int outputIndex, String delta, long sequenceNumber, SourceText source)
            implements HostedToolEvent {
        static final String TYPE = "response.mcp_call_arguments.delta";

        /** Needs the text. */
        public McpArgumentsDelta {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The arguments of a call to an MCP server are whole: {@code response.mcp_call_arguments.done}.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param arguments all of them, as JSON text that the model wrote
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record McpArgumentsDone(String itemId, int outputIndex, String arguments, long sequenceNumber, SourceText source)
            implements HostedToolEvent {
        static final String TYPE = "response.mcp_call_arguments.done";

        /** Needs the arguments. */
        public McpArgumentsDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(arguments, "arguments");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * More of the code that the interpreter is to run: {@code response.code_interpreter_call_code.delta}.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param delta what to put behind the code so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record CodeDelta(String itemId, int outputIndex, String delta, long sequenceNumber, SourceText source)
            implements HostedToolEvent {
        static final String TYPE = "response.code_interpreter_call_code.delta";

        /** Needs the code. */
        public CodeDelta {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The code that the interpreter is to run is whole: {@code response.code_interpreter_call_code.done}.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param code all of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record CodeDone(String itemId, int outputIndex, String code, long sequenceNumber, SourceText source)
            implements HostedToolEvent {
        static final String TYPE = "response.code_interpreter_call_code.done";

        /** Needs the code. */
        public CodeDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A picture as it looks so far: {@code response.image_generation_call.partial_image}.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param partialImageIndex the picture's number, from 0 on; -1 if the service does not say
     * @param partialImageB64 the picture in base64; {@link #bytes} decodes it
     * @param background what is behind the picture, such as {@code transparent}, or null
     * @param outputFormat such as {@code png}, or null
     * @param quality such as {@code high}, or null
     * @param size such as {@code 1024x1024} in pixels, or null
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record PartialImage(
            String itemId,
            int outputIndex,
            int partialImageIndex,
            String partialImageB64,
            @Nullable String background,
            @Nullable String outputFormat,
            @Nullable String quality,
            @Nullable String size,
            long sequenceNumber,
            SourceText source)
            implements HostedToolEvent {
        static final String TYPE = "response.image_generation_call.partial_image";

        /** Needs the picture. */
        public PartialImage {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(partialImageB64, "partial_image_b64");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }

        /**
         * The picture as a file would hold it.
         *
         * @throws DecodeException if it is not base64
         */
        public byte[] bytes() {
            return ResponseEvents.base64("$.partial_image_b64", partialImageB64);
        }
    }
}
