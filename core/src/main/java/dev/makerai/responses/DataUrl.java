package dev.makerai.responses;

import dev.makerai.internal.naming.Shown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of files, which may hold a whole file themselves. */
final class DataUrl {
    private static final int SHOWN_CHARACTERS = 60;

    private DataUrl() {}

    /**
     * An address that the service can fetch.
     *
     * @param alsoTaken how other addresses may begin, or null
     * @throws IllegalArgumentException if it is something else
     */
    static String requireWeb(String url, @Nullable String alsoTaken) {
        String lower =
                url.substring(0, Math.min(url.length(), SHOWN_CHARACTERS)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")
                || lower.startsWith("http://")
                || alsoTaken != null && lower.startsWith(alsoTaken)) {
            return url;
        }
        if (lower.startsWith("data:audio/")) {
            throw new IllegalArgumentException(
                    "Models of the Responses API do not hear: have the sound transcribed first with ai.audio()");
        }
        throw new IllegalArgumentException("The service fetches addresses with http or https"
                + (alsoTaken == null ? "" : ", or takes " + alsoTaken + "…") + ", but this is " + Shown.quoted(url)
                + ": give files of your own by their path");
    }

    /**
     * The id of an uploaded file.
     *
     * @throws IllegalArgumentException if it is blank
     */
    static String requireId(String fileId) {
        if (fileId.isBlank()) {
            throw new IllegalArgumentException("The id of the file is blank: take that of the FileObject");
        }
        return fileId;
    }

    /** An address, cut if it is long. */
    static @Nullable String shown(@Nullable String url) {
        return url != null && url.length() > SHOWN_CHARACTERS
                ? url.substring(0, SHOWN_CHARACTERS) + "… (" + url.length() + " characters)"
                : url;
    }
}
