package dev.makerai.files;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that the service keeps.
 *
 * @param id the service's id; empty if it gave none
 * @param filename its name; empty if the service does not say
 * @param bytes how long it is; null if the service does not say
 * @param purpose what it is for; empty if the service does not say
 * @param createdAt when it was uploaded; null if the service does not say
 * @param expiresAt when the service deletes it; null if it does not
 * @param status whether it was taken, such as {@code processed}; null if the service does not say. No longer of use
 * @param statusDetails what is wrong with it, or null. No longer of use
 * @param source the exact text it was read from
 */
public record FileObject(
        String id,
        String filename,
        @Nullable Long bytes,
        FilePurpose purpose,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String status,
        @Nullable String statusDetails,
        SourceText source) {
    /** Takes missing texts as empty. */
    public FileObject(
            @Nullable String id,
            @Nullable String filename,
            @Nullable Long bytes,
            @Nullable FilePurpose purpose,
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable String status,
            @Nullable String statusDetails,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.filename = filename == null ? "" : filename;
        this.bytes = bytes;
        this.purpose = purpose == null ? new FilePurpose("") : purpose;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.status = status;
        this.statusDetails = statusDetails;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a file's description.
     *
     * @throws DecodeException if this is not an object
     */
    public static FileObject of(Json json) {
        return FilesWire.decode(FileObject.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return FilesWire.CODECS.encode(this);
    }
}
