package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/** Shows addresses that may hold a whole file. */
final class DataUrl {
    private static final int SHOWN_CHARACTERS = 60;

    private DataUrl() {}

    /** An address, cut if it is long. */
    static @Nullable String shown(@Nullable String url) {
        return url != null && url.length() > SHOWN_CHARACTERS
                ? url.substring(0, SHOWN_CHARACTERS) + "… (" + url.length() + " characters)"
                : url;
    }
}
