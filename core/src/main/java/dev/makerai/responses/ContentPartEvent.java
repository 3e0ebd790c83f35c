package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/** A part of a message or of the model's thinking begins or is whole: {@code response.content_part.*}. */
public sealed interface ContentPartEvent extends ResponseEvent {
    /** The id of the item that the part belongs to; empty if the service gave none. */
    String itemId();

    /** Where the item stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /** Where the part stands in the item; -1 if the service does not say. */
    int contentIndex();

    /** The part as far as it has come. */
    OutputContent part();

    /**
     * The part begins; its text is still empty.
     *
     * @param itemId the id of its item
     * @param outputIndex where the item stands
     * @param contentIndex where the part stands
     * @param part the part
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Added(
            String itemId,
            int outputIndex,
            int contentIndex,
            OutputContent part,
            long sequenceNumber,
            SourceText source)
            implements ContentPartEvent {
        static final String TYPE = "response.content_part.added";

        /** Needs the part. */
        public Added {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The part is whole.
     *
     * @param itemId the id of its item
     * @param outputIndex where the item stands
     * @param contentIndex where the part stands
     * @param part the part
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Done(
            String itemId,
            int outputIndex,
            int contentIndex,
            OutputContent part,
            long sequenceNumber,
            SourceText source)
            implements ContentPartEvent {
        static final String TYPE = "response.content_part.done";

        /** Needs the part. */
        public Done {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
