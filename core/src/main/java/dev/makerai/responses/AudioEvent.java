package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.SourceText;
import java.util.Objects;

/** Speech and its words, which stand in no item: {@code response.audio.*} and {@code response.audio.transcript.*}. */
public sealed interface AudioEvent extends ResponseEvent {
    /**
     * More speech.
     *
     * @param delta the sound in base64; {@link #bytes} decodes it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Delta(String delta, long sequenceNumber, SourceText source) implements AudioEvent {
        static final String TYPE = "response.audio.delta";

        /** Needs the sound. */
        public Delta {
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }

        /**
         * The sound, to put behind the bytes so far.
         *
         * @throws DecodeException if it is not base64
         */
        public byte[] bytes() {
            return ResponseEvents.base64("$.delta", delta);
        }
    }

    /**
     * The speech is whole.
     *
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Done(long sequenceNumber, SourceText source) implements AudioEvent {
        static final String TYPE = "response.audio.done";

        /** Keeps both as they are. */
        public Done {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * More of the words that are spoken.
     *
     * @param delta what to put behind the text so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record TranscriptDelta(String delta, long sequenceNumber, SourceText source) implements AudioEvent {
        static final String TYPE = "response.audio.transcript.delta";

        /** Needs the text. */
        public TranscriptDelta {
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The words that are spoken are whole.
     *
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record TranscriptDone(long sequenceNumber, SourceText source) implements AudioEvent {
        static final String TYPE = "response.audio.transcript.done";

        /** Keeps both as they are. */
        public TranscriptDone {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
