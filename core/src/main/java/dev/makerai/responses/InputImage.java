package dev.makerai.responses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
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
 */
public record InputImage(
        @Nullable String imageUrl, @Nullable String fileId, ImageDetail detail) implements InputContent {
    /** The largest picture that is taken from bytes or a file: 20 MiB, 28 MB on the wire. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final int SHOWN_CHARACTERS = 60;

    /** Needs an address or a file id; without a detail the model decides. */
    public InputImage(@Nullable String imageUrl, @Nullable String fileId, @Nullable ImageDetail detail) {
        if (imageUrl == null && fileId == null) {
            throw new IllegalArgumentException("An image needs image_url or file_id");
        }
        this.imageUrl = imageUrl;
        this.fileId = fileId;
        this.detail = detail == null ? ImageDetail.AUTO : detail;
    }

    /**
     * Takes a picture from a file.
     *
     * @param file of at most {@link #MAX_BYTES}; its name does not matter, its first bytes say what it is
     * @throws IllegalArgumentException if the file is no such picture, or too large
     * @throws UncheckedIOException if the file cannot be read
     */
    public static InputImage of(Path file) {
        // A named pipe or a device might never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The image " + file + " is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(MAX_BYTES + 1), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The image " + file + " cannot be read", e);
        }
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
     * @param url an address that the service can reach, or a {@code data:} address
     */
    public static InputImage ofUrl(String url) {
        return new InputImage(Objects.requireNonNull(url, "url"), null, ImageDetail.AUTO);
    }

    /**
     * Refers to a picture that was uploaded.
     *
     * @param fileId the uploaded file's id
     */
    public static InputImage ofFileId(String fileId) {
        return new InputImage(null, Objects.requireNonNull(fileId, "fileId"), ImageDetail.AUTO);
    }

    /**
     * The same picture, to be looked at more or less closely.
     *
     * @param detail how closely
     */
    public InputImage withDetail(ImageDetail detail) {
        return new InputImage(imageUrl, fileId, detail);
    }

    /** The members, with a long address cut: it may be the whole picture. */
    @Override
    public String toString() {
        String shown = imageUrl != null && imageUrl.length() > SHOWN_CHARACTERS
                ? imageUrl.substring(0, SHOWN_CHARACTERS) + "… (" + imageUrl.length() + " characters)"
                : imageUrl;
        return "InputImage[imageUrl=" + shown + ", fileId=" + fileId + ", detail=" + detail + "]";
    }

    private static InputImage of(byte[] bytes, String what) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("The image " + what + " is larger than " + MAX_BYTES
                    + " bytes: scale it down, or upload it and use its file id");
        }
        String url = "data:" + ImageType.of(bytes, what) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
        return new InputImage(url, null, ImageDetail.AUTO);
    }
}
