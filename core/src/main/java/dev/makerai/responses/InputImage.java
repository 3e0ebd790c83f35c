package dev.makerai.responses;

import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A picture for the model: PNG, JPEG, GIF or WebP.
 *
 * <pre>{@code
 * InputImage.of(Path.of("bed.jpg")).withDetail(ImageDetail.HIGH)
 * }</pre>
 *
 * @param imageUrl a web address, or a {@code data:} address that holds the picture itself; null with a file id
 * @param fileId the id of an uploaded file; null with an address
 * @param detail how closely the model is to look
 * @param promptCacheBreakpoint ends a beginning that is worth keeping in the cache, or null
 */
public record InputImage(
        @Nullable String imageUrl,
        @Nullable String fileId,
        ImageDetail detail,
        @Nullable PromptCacheBreakpoint promptCacheBreakpoint)
        implements InputContent {
    /** The largest picture that is taken from bytes or a file: 20 MiB, 28 MB on the wire. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Needs an address or a file id; without a detail the model decides. */
    public InputImage(
            @Nullable String imageUrl,
            @Nullable String fileId,
            @Nullable ImageDetail detail,
            @Nullable PromptCacheBreakpoint promptCacheBreakpoint) {
        if (imageUrl == null && fileId == null) {
            throw new IllegalArgumentException("An image needs image_url or file_id");
        }
        this.imageUrl = imageUrl;
        this.fileId = fileId;
        this.detail = detail == null ? ImageDetail.AUTO : detail;
        this.promptCacheBreakpoint = promptCacheBreakpoint;
    }

    /**
     * Takes a picture from a file.
     *
     * @param file of at most {@link #MAX_BYTES}; its name does not matter, its first bytes say what it is
     * @throws IllegalArgumentException if the file is no such picture, or too large
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static InputImage of(Path file) {
        return of(LocalFile.read("image", file, MAX_BYTES), file.toString());
    }

    /**
     * Takes a picture from memory.
     *
     * @param bytes at most {@link #MAX_BYTES}; the first ones say what it is
     * @throws IllegalArgumentException if this is no such picture, or too large
     */
    public static InputImage of(byte[] bytes) {
        return of(bytes, "of " + bytes.length + " bytes");
    }

    /**
     * Refers to a picture on the web, which the service fetches.
     *
     * @param url an address that the service can reach, or a {@code data:image/} address
     * @throws IllegalArgumentException if it is neither
     */
    public static InputImage ofUrl(String url) {
        return new InputImage(DataUrl.requireWeb(url, "data:image/"), null, ImageDetail.AUTO, null);
    }

    /**
     * Refers to a picture that was uploaded.
     *
     * @param fileId the uploaded file's id
     */
    public static InputImage ofFileId(String fileId) {
        return new InputImage(null, DataUrl.requireId(fileId), ImageDetail.AUTO, null);
    }

    /**
     * The same picture, to be looked at more or less closely.
     *
     * @param detail how closely
     */
    public InputImage withDetail(ImageDetail detail) {
        return new InputImage(imageUrl, fileId, detail, promptCacheBreakpoint);
    }

    /**
     * The same picture, as the end of a beginning that is worth keeping in the cache.
     *
     * @param breakpoint how to keep it; null for no such end
     */
    public InputImage withCacheBreakpoint(@Nullable PromptCacheBreakpoint breakpoint) {
        return new InputImage(imageUrl, fileId, detail, breakpoint);
    }

    /**
     * The same picture without what cameras and programs write beside it: where and when it was taken, with which
     * device, by whom, small previews, comments. Only the orientation stays, which keeps it the right side up, and the
     * colour profile; the picture itself is not touched.
     *
     * @throws IllegalStateException if the picture is not here, but on the web or uploaded
     * @throws IllegalArgumentException if it is too broken to find these data, so that they might stay in it
     */
    public InputImage withoutExif() {
        int comma =
                imageUrl == null || !imageUrl.regionMatches(true, 0, "data:", 0, 5) ? -1 : imageUrl.indexOf(";base64,");
        if (imageUrl == null || comma < 0) {
            throw new IllegalStateException("The image is not here, so that its EXIF data cannot be removed: take it"
                    + " from a file or from memory");
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(imageUrl.substring(comma + ";base64,".length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("What stands behind base64 in the image's address is not base64", e);
        }
        byte[] bare = PictureMetadata.without(bytes);
        String url = "data:" + ImageType.of(bare, "") + ";base64,"
                + Base64.getEncoder().encodeToString(bare);
        return new InputImage(url, fileId, detail, promptCacheBreakpoint);
    }

    /** The members, with a long address cut: it may be the whole picture. */
    @Override
    public String toString() {
        return "InputImage[imageUrl=" + DataUrl.shown(imageUrl) + ", fileId=" + fileId + ", detail=" + detail
                + ", promptCacheBreakpoint=" + promptCacheBreakpoint + "]";
    }

    private static InputImage of(byte[] bytes, String what) {
        if (bytes.length > MAX_BYTES) {
            throw LocalFile.tooLarge("image", what, MAX_BYTES);
        }
        String url = "data:" + ImageType.of(bytes, what) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
        return new InputImage(url, null, ImageDetail.AUTO, null);
    }
}
