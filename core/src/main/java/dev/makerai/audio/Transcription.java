package dev.makerai.audio;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Speech written down. What the service does not say, or not in the form that was asked for, is null or empty.
 *
 * @param text what was said; for {@code text}, {@code srt} and {@code vtt} the whole answer
 * @param language the language that was spoken
 * @param duration how long it is, in seconds
 * @param segments parts of it, with times and perhaps speakers
 * @param words its words, with times
 * @param usage what it took
 * @param source the exact text of the whole; none where the answer was not JSON
 */
public record Transcription(
        String text,
        @Nullable String language,
        @Nullable Double duration,
        List<Segment> segments,
        List<Word> words,
        @Nullable Usage usage,
        SourceText source) {
    /** Needs the text; lists that are missing become empty. */
    public Transcription(
            String text,
            @Nullable String language,
            @Nullable Double duration,
            @Nullable List<Segment> segments,
            @Nullable List<Word> words,
            @Nullable Usage usage,
            SourceText source) {
        this.text = Objects.requireNonNull(text, "text");
        this.language = language;
        this.duration = duration;
        this.segments = segments == null ? List.of() : List.copyOf(segments);
        this.words = words == null ? List.of() : List.copyOf(words);
        this.usage = usage;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a transcription, as a file holds it.
     *
     * @param json the whole of it
     * @throws DecodeException if this is not an object with a text
     */
    public static Transcription of(Json json) {
        return read(json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    static Transcription read(byte[] body, @Nullable String requestId) {
        return AudioWire.CODECS.decode(Transcription.class, body, requestId);
    }

    static Transcription ofText(String text) {
        return new Transcription(text, null, null, null, null, null, SourceText.NONE);
    }

    /** The whole of it as it was on the wire. */
    public Json toJson() {
        return AudioWire.CODECS.encode(this);
    }

    /**
     * A part of what was said.
     *
     * @param start when it begins, in seconds, or null
     * @param end when it ends, in seconds, or null
     * @param text what was said, or null
     * @param speaker who said it; null if the service does not say
     */
    public record Segment(
            @Nullable Double start,
            @Nullable Double end,
            @Nullable String text,
            @Nullable String speaker) {}

    /**
     * A word that was said.
     *
     * @param word the word, or null
     * @param start when it begins, in seconds, or null
     * @param end when it ends, in seconds, or null
     */
    public record Word(
            @Nullable String word,
            @Nullable Double start,
            @Nullable Double end) {}

    /**
     * What a transcription took: tokens of some models, seconds of others.
     *
     * @param type {@code tokens} or {@code duration} are known; null if the service does not say
     * @param inputTokens all tokens of the input, or null
     * @param inputTokenDetails what they were, or null
     * @param outputTokens all tokens of the output, or null
     * @param totalTokens both together, or null
     * @param seconds how long the speech is, or null
     */
    public record Usage(
            @Nullable String type,
            @Nullable Long inputTokens,
            @Nullable InputDetails inputTokenDetails,
            @Nullable Long outputTokens,
            @Nullable Long totalTokens,
            @Nullable Double seconds) {
        /**
         * What the tokens of the input were.
         *
         * @param audioTokens those of the speech, or null
         * @param textTokens those of the prompt, or null
         */
        public record InputDetails(
                @Nullable Long audioTokens, @Nullable Long textTokens) {}
    }
}
