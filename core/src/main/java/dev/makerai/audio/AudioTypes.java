package dev.makerai.audio;

import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** The media types of the files that the service takes. */
final class AudioTypes {
    private static final Map<String, String> BY_END = Map.of(
            "flac", "audio/flac",
            "m4a", "audio/mp4",
            "mp3", "audio/mpeg",
            "mp4", "audio/mp4",
            "mpeg", "audio/mpeg",
            "mpga", "audio/mpeg",
            "ogg", "audio/ogg",
            "wav", "audio/wav",
            "webm", "audio/webm");

    private AudioTypes() {}

    /** The type by the end of a file's name; null for an end that is not known, which the service then judges. */
    static @Nullable MediaType of(String fileName) {
        String end = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = BY_END.get(end);
        return type == null ? null : MediaType.get(type);
    }
}
