package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/** The input of a custom tool's call, which is free text: {@code response.custom_tool_call_input.*}. */
public sealed interface CustomToolCallEvent extends ResponseEvent {
    /** The id of the call's item; empty if the service gave none. */
    String itemId();

    /** Where the call stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /**
     * More of the input.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param delta what to put behind the text so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record InputDelta(String itemId, int outputIndex, String delta, long sequenceNumber, SourceText source)
            implements CustomToolCallEvent {
        static final String TYPE = "response.custom_tool_call_input.delta";

        /** Needs the text. */
        public InputDelta {
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
     * The input is whole.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param input all of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record InputDone(String itemId, int outputIndex, String input, long sequenceNumber, SourceText source)
            implements CustomToolCallEvent {
        static final String TYPE = "response.custom_tool_call_input.done";

        /** Needs the text. */
        public InputDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
