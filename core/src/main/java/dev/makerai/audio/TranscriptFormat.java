package dev.makerai.audio;

import java.util.Objects;

/**
 * In which form a transcript comes.
 *
 * @param value the name on the wire
 */
public record TranscriptFormat(String value) {
    /** The text and what it took, which is the service's default. */
    public static final TranscriptFormat JSON = new TranscriptFormat("json");

    /** The text alone. */
    public static final TranscriptFormat TEXT = new TranscriptFormat("text");

    /** Subtitles as SubRip; of older models. */
    public static final TranscriptFormat SRT = new TranscriptFormat("srt");

    /** Subtitles as WebVTT; of older models. */
    public static final TranscriptFormat VTT = new TranscriptFormat("vtt");

    /** With times of segments and words; of older models. */
    public static final TranscriptFormat VERBOSE_JSON = new TranscriptFormat("verbose_json");

    /** With who says what; of models that tell speakers apart. */
    public static final TranscriptFormat DIARIZED_JSON = new TranscriptFormat("diarized_json");

    /** Takes any name: the service may know more than the constants here. */
    public TranscriptFormat {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
