package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/** An item of the output begins or is whole: {@code response.output_item.*}. */
public sealed interface OutputItemEvent extends ResponseEvent {
    /** The item as far as it has come. */
    OutputItem item();

    /** Where the item stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /**
     * The item begins; its texts and arguments are still empty.
     *
     * @param item the item
     * @param outputIndex where it stands
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Added(OutputItem item, int outputIndex, long sequenceNumber, SourceText source) implements OutputItemEvent {
        static final String TYPE = "response.output_item.added";

        /** Needs the item. */
        public Added {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The item is whole.
     *
     * @param item the item, as it will stand in the response
     * @param outputIndex where it stands
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Done(OutputItem item, int outputIndex, long sequenceNumber, SourceText source) implements OutputItemEvent {
        static final String TYPE = "response.output_item.done";

        /** Needs the item. */
        public Done {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
