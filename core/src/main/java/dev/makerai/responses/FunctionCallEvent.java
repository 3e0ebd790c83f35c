package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a {@link FunctionCall}: {@code response.function_call_arguments.*}. Which function is called stands
 * in the {@link OutputItemEvent.Added} before them.
 */
public sealed interface FunctionCallEvent extends ResponseEvent {
    /** The id of the call's item; empty if the service gave none. */
    String itemId();

    /** Where the call stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /**
     * More of the arguments.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param delta what to put behind the JSON text so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record ArgumentsDelta(String itemId, int outputIndex, String delta, long sequenceNumber, SourceText source)
            implements FunctionCallEvent {
        static final String TYPE = "response.function_call_arguments.delta";

        /** Needs the text. */
        public ArgumentsDelta {
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
     * The arguments are whole.
     *
     * @param itemId the id of the call's item
     * @param outputIndex where the call stands
     * @param name the function's name; null from services that give it with the item only
     * @param arguments all of them, as JSON text that the model wrote
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record ArgumentsDone(
            String itemId,
            int outputIndex,
            @Nullable String name,
            String arguments,
            long sequenceNumber,
            SourceText source)
            implements FunctionCallEvent {
        static final String TYPE = "response.function_call_arguments.done";

        /** Needs the arguments. */
        public ArgumentsDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(arguments, "arguments");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
