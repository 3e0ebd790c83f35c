package dev.makerai.files;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document that begins an upload in parts.
 *
 * @param filename what the file will be called
 * @param purpose what it is for
 * @param bytes how long it is
 * @param mimeType what it is
 * @param expiresAfter how long it is kept, or null
 */
record UploadRequest(
        String filename,
        FilePurpose purpose,
        long bytes,
        String mimeType,
        @Nullable ExpiresAfter expiresAfter) {
    static UploadRequest of(FileUpload upload) {
        FileContent content = upload.content();
        return new UploadRequest(
                content.name(),
                upload.purpose(),
                content.length(),
                content.mediaType(),
                ExpiresAfter.of(upload.expiresAfter()));
    }

    /**
     * When the service deletes a file.
     *
     * @param anchor from when it is counted
     * @param seconds how long
     */
    record ExpiresAfter(String anchor, long seconds) {
        static final String CREATED_AT = "created_at";

        static @Nullable ExpiresAfter of(@Nullable Duration time) {
            return time == null ? null : new ExpiresAfter(CREATED_AT, time.toSeconds());
        }
    }

    /** What ends an upload: the parts in the order of the file, and its MD5 sum, or null. */
    record Completion(List<String> partIds, @Nullable String md5) {}
}
