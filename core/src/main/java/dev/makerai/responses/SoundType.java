package dev.makerai.responses;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises sound, which models do not take in a prompt. */
final class SoundType {
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("wav", "WAV"),
            Map.entry("mp3", "MP3"),
            Map.entry("mpga", "MP3"),
            Map.entry("m4a", "M4A"),
            Map.entry("aac", "AAC"),
            Map.entry("ogg", "Ogg"),
            Map.entry("oga", "Ogg"),
            Map.entry("opus", "Ogg"),
            Map.entry("flac", "FLAC"),
            Map.entry("aif", "AIFF"),
            Map.entry("aiff", "AIFF"),
            Map.entry("webm", "WebM"),
            Map.entry("weba", "WebM"));

    private SoundType() {}

    /**
     * Refuses sound, and says where to go with it.
     *
     * @param bytes the file
     * @param filename says what it is where the bytes do not; empty if there is none
     * @param kind what it was passed as, such as "image"
     * @param what names it in the error
     * @throws IllegalArgumentException if it is sound
     */
    static void refuse(byte[] bytes, String filename, String kind, String what) {
        String sound = of(bytes);
        if (sound == null) {
            String extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            sound = filename.indexOf('.') < 0 ? null : EXTENSIONS.get(extension);
        }
        if (sound != null) {
            throw new IllegalArgumentException("The " + kind + " " + what + " is sound (" + sound + "), which models do"
                    + " not take in a prompt: have it transcribed first with ai.audio().transcribe(…) and send the"
                    + " text");
        }
    }

    private static @Nullable String of(byte[] bytes) {
        if (Magic.at(bytes, 0, "RIFF") && Magic.at(bytes, 8, "WAVE")) {
            return "WAV";
        } else if (Magic.at(bytes, 0, "ID3")) {
            return "MP3";
        } else if (isFrame(bytes)) {
            // Both begin with eleven set bits; the layer is 0 in AAC alone.
            return (bytes[1] & 0x06) == 0 ? "AAC" : "MP3";
        } else if (Magic.at(bytes, 4, "ftypM4A") || Magic.at(bytes, 4, "ftypM4B")) {
            return "M4A";
        } else if (Magic.at(bytes, 0, "OggS")) {
            return "Ogg";
        } else if (Magic.at(bytes, 0, "fLaC")) {
            return "FLAC";
        } else if (Magic.at(bytes, 0, 0x1a, 0x45, 0xdf, 0xa3)) {
            return "WebM";
        } else if (Magic.at(bytes, 0, "FORM") && Magic.at(bytes, 8, "AIFF")) {
            return "AIFF";
        }
        return null;
    }

    /** Eleven set bits, then a version and a rate that are in use; UTF-16 begins with FF FE, which has neither. */
    private static boolean isFrame(byte[] bytes) {
        return bytes.length >= 4
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xe0) == 0xe0
                && (bytes[1] & 0x18) != 0x08
                && (bytes[1] & 0xff) != 0xfe
                && (bytes[1] & 0xff) != 0xff
                && (bytes[2] & 0x0c) != 0x0c;
    }
}
