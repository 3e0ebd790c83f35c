package dev.makerai.responses;

import java.io.ByteArrayOutputStream;
import java.util.Objects;

/** Takes a picture's data about itself out of its file: EXIF, XMP, IPTC, comments and previews. */
final class PictureMetadata {
    private PictureMetadata() {}

    /**
     * The same picture without them, but with its orientation.
     *
     * @param bytes a PNG, JPEG, GIF or WebP
     * @throws IllegalArgumentException if it is none of these, or too broken to find the data
     */
    static byte[] without(byte[] bytes) {
        String type = ImageType.of(bytes, "of " + bytes.length + " bytes");
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        switch (Objects.requireNonNull(type)) {
            case "image/jpeg" -> JpegSegments.copy(bytes, out);
            case "image/png" -> PngChunks.copy(bytes, out);
            case "image/webp" -> WebpChunks.copy(bytes, out);
            default -> GifBlocks.copy(bytes, out);
        }
        return out.toByteArray();
    }

    /** Says that the data cannot be found. */
    static IllegalArgumentException broken(String kind, int at) {
        return new IllegalArgumentException("The " + kind + " picture is broken at byte " + at
                + ", so that its EXIF data cannot be found and removed: save it anew with another program");
    }
}
