package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/** The model says why it will not do what it was asked: {@code response.refusal.*}. */
public sealed interface RefusalEvent extends ResponseEvent {
    /** The id of the message; empty if the service gave none. */
    String itemId();

    /** Where the message stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /** Where the refusal stands in the message; -1 if the service does not say. */
    int contentIndex();

    /**
     * More of its words.
     *
     * @param itemId the id of the message
     * @param outputIndex where the message stands
     * @param contentIndex where the refusal stands
     * @param delta what to put behind the words so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record Delta(String itemId, int outputIndex, int contentIndex, String delta, long sequenceNumber, SourceText source)
            implements RefusalEvent {
        static final String TYPE = "response.refusal.delta";

        /** Needs the words. */
        public Delta {
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
     * The refusal is whole.
     *
     * @param itemId the id of the message
     * @param outputIndex where the message stands
     * @param contentIndex where the refusal stands
     * @param refusal all of its words
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Done(
            String itemId, int outputIndex, int contentIndex, String refusal, long sequenceNumber, SourceText source)
            implements RefusalEvent {
        static final String TYPE = "response.refusal.done";

        /** Needs the words. */
        public Done {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(refusal, "refusal");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
