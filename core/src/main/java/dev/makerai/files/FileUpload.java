package dev.makerai.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, and what for. Immutable.
 *
 * <pre>{@code
 * FileUpload upload = FileUpload.of(Path.of("bed.jpg"), FilePurpose.USER_DATA)
 *         .withExpiresAfter(Duration.ofDays(1));
 * }</pre>
 *
 * @param content what to upload
 * @param purpose what the file is for
 * @param expiresAfter how long the service keeps it; null to keep it until it is deleted (30 days for batches)
 */
public record FileUpload(
        FileContent content, FilePurpose purpose, @Nullable Duration expiresAfter) {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Needs the content and the purpose; the service keeps files for 1 hour to 30 days. */
    public FileUpload {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(purpose, "purpose");
        if (expiresAfter != null && (expiresAfter.compareTo(SHORTEST) < 0 || expiresAfter.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "A file expires after 1 hour to 30 days, not after " + expiresAfter + ": leave it out to keep it");
        }
    }

    /**
     * Uploads some content.
     *
     * @param content what to upload
     * @param purpose what the file is for
     */
    public static FileUpload of(FileContent content, FilePurpose purpose) {
        return new FileUpload(content, purpose, null);
    }

    /**
     * Uploads a file on disk.
     *
     * @see FileContent#of(Path)
     */
    public static FileUpload of(Path file, FilePurpose purpose) {
        return of(FileContent.of(file), purpose);
    }

    /**
     * Uploads bytes.
     *
     * @see FileContent#of(String, byte[])
     */
    public static FileUpload of(String name, byte[] content, FilePurpose purpose) {
        return of(FileContent.of(name, content), purpose);
    }

    /**
     * Uploads a stream.
     *
     * @see FileContent#of(String, InputStream)
     */
    public static FileUpload of(String name, InputStream content, FilePurpose purpose) {
        return of(FileContent.of(name, content), purpose);
    }

    /**
     * The same file, kept for a while only.
     *
     * @param time 1 hour to 30 days, counted from the upload
     */
    public FileUpload withExpiresAfter(@Nullable Duration time) {
        return new FileUpload(content, purpose, time);
    }
}
