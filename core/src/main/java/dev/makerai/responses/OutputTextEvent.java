package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;

/** The text of a message: {@code response.output_text.*}. */
public sealed interface OutputTextEvent extends ResponseEvent {
    /** The id of the message; empty if the service gave none. */
    String itemId();

    /** Where the message stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /** Where the text's part stands in the message; -1 if the service does not say. */
    int contentIndex();

    /**
     * More text.
     *
     * @param itemId the id of the message
     * @param outputIndex where the message stands
     * @param contentIndex where the part stands
     * @param delta what to put behind the text so far
     * @param logprobs how likely its tokens were; empty unless that was asked for
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from; none for an event that has nothing but these members
     */
    record Delta(
            String itemId,
            int outputIndex,
            int contentIndex,
            String delta,
            List<Logprob> logprobs,
            long sequenceNumber,
            SourceText source)
            implements OutputTextEvent {
        static final String TYPE = "response.output_text.delta";

        /** Needs the text. */
        public Delta {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(delta, "delta");
            logprobs = ResponseEvents.orNone(logprobs);
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The text is whole.
     *
     * @param itemId the id of the message
     * @param outputIndex where the message stands
     * @param contentIndex where the part stands
     * @param text all of it
     * @param logprobs how likely its tokens were; empty unless that was asked for
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Done(
            String itemId,
            int outputIndex,
            int contentIndex,
            String text,
            List<Logprob> logprobs,
            long sequenceNumber,
            SourceText source)
            implements OutputTextEvent {
        static final String TYPE = "response.output_text.done";

        /** Needs the text. */
        public Done {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(text, "text");
            logprobs = ResponseEvents.orNone(logprobs);
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The text got a citation or a file path.
     *
     * @param itemId the id of the message
     * @param outputIndex where the message stands
     * @param contentIndex where the part stands
     * @param annotationIndex where the annotation stands in the part; -1 if the service does not say
     * @param annotation the citation or path
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record AnnotationAdded(
            String itemId,
            int outputIndex,
            int contentIndex,
            int annotationIndex,
            Annotation annotation,
            long sequenceNumber,
            SourceText source)
            implements OutputTextEvent {
        static final String TYPE = "response.output_text.annotation.added";

        /** Needs the annotation. */
        public AnnotationAdded {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(annotation, "annotation");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
