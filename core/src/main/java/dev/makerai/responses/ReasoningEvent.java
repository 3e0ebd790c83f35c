package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's thinking: {@code response.reasoning_text.*}, and what it tells of it:
 * {@code response.reasoning_summary_part.*} and {@code response.reasoning_summary_text.*}.
 */
public sealed interface ReasoningEvent extends ResponseEvent {
    /** The id of the {@link Reasoning}; empty if the service gave none. */
    String itemId();

    /** Where the item stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /**
     * More of the thinking itself, from a model that shows it.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param contentIndex where the part stands in the item; -1 if the service does not say
     * @param delta what to put behind the text so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record TextDelta(
            String itemId, int outputIndex, int contentIndex, String delta, long sequenceNumber, SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_text.delta";

        /** Needs the text. */
        public TextDelta {
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
     * A part of the thinking is whole.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param contentIndex where the part stands in the item; -1 if the service does not say
     * @param text all of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record TextDone(
            String itemId, int outputIndex, int contentIndex, String text, long sequenceNumber, SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_text.done";

        /** Needs the text. */
        public TextDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A paragraph of the summary begins.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param summaryIndex where the paragraph stands in the summary; -1 if the service does not say
     * @param part the paragraph, still empty
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record SummaryPartAdded(
            String itemId,
            int outputIndex,
            int summaryIndex,
            Reasoning.SummaryText part,
            long sequenceNumber,
            SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_summary_part.added";

        /** Needs the paragraph. */
        public SummaryPartAdded {
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
     * A paragraph of the summary is whole.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param summaryIndex where the paragraph stands in the summary; -1 if the service does not say
     * @param part the paragraph
     * @param status {@link ItemStatus#INCOMPLETE} if it was cut off, or null
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record SummaryPartDone(
            String itemId,
            int outputIndex,
            int summaryIndex,
            Reasoning.SummaryText part,
            @Nullable ItemStatus status,
            long sequenceNumber,
            SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_summary_part.done";

        /** Needs the paragraph. */
        public SummaryPartDone {
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
     * More of a paragraph of the summary.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param summaryIndex where the paragraph stands in the summary; -1 if the service does not say
     * @param delta what to put behind the paragraph so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record SummaryTextDelta(
            String itemId, int outputIndex, int summaryIndex, String delta, long sequenceNumber, SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_summary_text.delta";

        /** Needs the text. */
        public SummaryTextDelta {
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
     * The text of a paragraph of the summary is whole.
     *
     * @param itemId the id of the item
     * @param outputIndex where the item stands
     * @param summaryIndex where the paragraph stands in the summary; -1 if the service does not say
     * @param text all of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record SummaryTextDone(
            String itemId, int outputIndex, int summaryIndex, String text, long sequenceNumber, SourceText source)
            implements ReasoningEvent {
        static final String TYPE = "response.reasoning_summary_text.done";

        /** Needs the text. */
        public SummaryTextDone {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
