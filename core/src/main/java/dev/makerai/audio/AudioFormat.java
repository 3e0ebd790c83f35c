package dev.makerai.audio;

import java.util.Objects;

/**
 * In which form speech comes.
 *
 * @param value the name on the wire
 */
public record AudioFormat(String value) {
    /** MP3, which is the service's default. */
    public static final AudioFormat MP3 = new AudioFormat("mp3");

    /** Opus in Ogg: small and quick, for the network. */
    public static final AudioFormat OPUS = new AudioFormat("opus");

    /** AAC. */
    public static final AudioFormat AAC = new AudioFormat("aac");

    /** FLAC, without loss. */
    public static final AudioFormat FLAC = new AudioFormat("flac");

    /** WAV, which needs no decoding. */
    public static final AudioFormat WAV = new AudioFormat("wav");

    /** Bare samples: 24 kHz, 16 bits with sign, the low byte first, one channel. */
    public static final AudioFormat PCM = new AudioFormat("pcm");

    /** Takes any name: the service may know more than the constants here. */
    public AudioFormat {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
