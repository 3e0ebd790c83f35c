package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a screen.
 *
 * @param imageUrl a web address, or a {@code data:} address that holds the picture itself; null with a file id
 * @param fileId the id of an uploaded file; null with an address
 * @param detail how closely the model is to look, or null
 * @param promptCacheBreakpoint ends a beginning that is worth keeping in the cache, or null
 */
public record ComputerScreenshot(
        @Nullable String imageUrl,
        @Nullable String fileId,
        @Nullable ImageDetail detail,
        @Nullable PromptCacheBreakpoint promptCacheBreakpoint)
        implements InputContent {
    /**
     * Takes a picture from memory.
     *
     * @param bytes at most {@link InputImage#MAX_BYTES} of PNG, JPEG, GIF or WebP
     * @throws IllegalArgumentException if this is no such picture, or too large
     */
    public static ComputerScreenshot of(byte[] bytes) {
        return ofUrl(Objects.requireNonNull(InputImage.of(bytes).imageUrl()));
    }

    /**
     * Refers to a picture on the web, which the service fetches.
     *
     * @param url an address that the service can reach, or a {@code data:} address
     */
    public static ComputerScreenshot ofUrl(String url) {
        return new ComputerScreenshot(Objects.requireNonNull(url, "url"), null, null, null);
    }

    /**
     * Refers to a picture that was uploaded.
     *
     * @param fileId the uploaded file's id
     */
    public static ComputerScreenshot ofFileId(String fileId) {
        return new ComputerScreenshot(null, Objects.requireNonNull(fileId, "fileId"), null, null);
    }

    /** The members, with a long address cut: it may be the whole picture. */
    @Override
    public String toString() {
        return "ComputerScreenshot[imageUrl=" + DataUrl.shown(imageUrl) + ", fileId=" + fileId + ", detail=" + detail
                + ", promptCacheBreakpoint=" + promptCacheBreakpoint + "]";
    }
}
