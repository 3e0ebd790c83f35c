package dev.makerai.audio;

import dev.makerai.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text to be spoken.
 *
 * <pre>{@code
 * SpeechRequest request = SpeechRequest.of("gpt-4o-mini-tts", Voice.CORAL, "Your print is done.")
 *         .instructions("Calm and friendly.")
 *         .format(SpeechRequest.Format.WAV);
 * }</pre>
 *
 * <p>What is not set is not sent, so the service's own default holds. Immutable.
 */
public final class SpeechRequest {
    private static final int LONGEST_TEXT = 4096;
    private static final double SLOWEST = 0.25;
    private static final double QUICKEST = 4;

    private final Map<String, Object> members;

    private SpeechRequest(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * Starts a request.
     *
     * @param model a model that speaks; the service announced to switch off {@code gpt-4o-mini-tts}, {@code tts-1} and
     *     {@code tts-1-hd} in January 2027 in favour of realtime sessions
     * @param voice who speaks
     * @param text what to say, at most 4096 characters
     */
    public static SpeechRequest of(String model, Voice voice, String text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("model", Objects.requireNonNull(model, "model"));
        members.put("input", requireLength("text", text));
        members.put("voice", Objects.requireNonNull(voice, "voice"));
        return new SpeechRequest(members);
    }

    /**
     * With words on how to say it; the oldest models do not heed them.
     *
     * @param instructions such as {@code calm and slow}, at most 4096 characters
     */
    public SpeechRequest instructions(String instructions) {
        return with("instructions", requireLength("instructions", instructions));
    }

    /**
     * In another form.
     *
     * @param format {@link Format#MP3} by default
     */
    public SpeechRequest format(Format format) {
        return with("response_format", Objects.requireNonNull(format, "format"));
    }

    /**
     * Quicker or slower.
     *
     * @param speed 0.25 to 4, by default 1
     */
    public SpeechRequest speed(double speed) {
        if (!(speed >= SLOWEST && speed <= QUICKEST)) {
            throw new IllegalArgumentException(
                    "The speed must be from " + SLOWEST + " to " + QUICKEST + ", but is " + speed);
        }
        return with("speed", speed);
    }

    /**
     * With a member that this version does not model, or in another form than it does, such as a voice of one's own.
     *
     * @param member the name on the wire
     * @param value the exact value
     */
    public SpeechRequest extra(String member, Json value) {
        return with(member, Objects.requireNonNull(value, "value"));
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return AudioWire.CODECS.encode(members);
    }

    Map<String, Object> members() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpeechRequest request && request.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members. */
    @Override
    public String toString() {
        return "SpeechRequest" + members;
    }

    private static String requireLength(String name, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("The " + name + " can have at most " + LONGEST_TEXT
                    + " characters, but has " + length + ": speak it in several parts");
        }
        return text;
    }

    private SpeechRequest with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(member, value);
        return new SpeechRequest(all);
    }

    /**
     * In which form speech comes.
     *
     * @param value the name on the wire
     */
    public record Format(String value) {
        /** MP3, which is the service's default. */
        public static final Format MP3 = new Format("mp3");

        /** Opus in Ogg: small and quick, for the network. */
        public static final Format OPUS = new Format("opus");

        /** AAC. */
        public static final Format AAC = new Format("aac");

        /** FLAC, without loss. */
        public static final Format FLAC = new Format("flac");

        /** WAV, which needs no decoding. */
        public static final Format WAV = new Format("wav");

        /** Bare samples: 24 kHz, 16 bits with sign, the low byte first, one channel. */
        public static final Format PCM = new Format("pcm");

        /** Takes any name: the service may know more than the constants here. */
        public Format {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
