package dev.makerai.files;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to the service in parts.
 *
 * @param id the service's id; empty if it gave none
 * @param filename what the file will be called; empty if the service does not say
 * @param bytes how long the whole file is; null if the service does not say
 * @param purpose what the file is for; empty if the service does not say
 * @param status how far it has come; empty if the service does not say
 * @param createdAt when it was begun; null if the service does not say
 * @param expiresAt until when it has to be completed; null if the service does not say
 * @param file the file, once the upload is completed; null until then
 * @param source the exact text it was read from
 */
public record Upload(
        String id,
        String filename,
        @Nullable Long bytes,
        FilePurpose purpose,
        Status status,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable FileObject file,
        SourceText source) {
    /** Takes missing texts as empty. */
    public Upload(
            @Nullable String id,
            @Nullable String filename,
            @Nullable Long bytes,
            @Nullable FilePurpose purpose,
            @Nullable Status status,
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable FileObject file,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.filename = filename == null ? "" : filename;
        this.bytes = bytes;
        this.purpose = purpose == null ? new FilePurpose("") : purpose;
        this.status = status == null ? new Status("") : status;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.file = file;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads an upload.
     *
     * @throws DecodeException if this is not an object
     */
    public static Upload of(Json json) {
        return FilesWire.decode(Upload.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return FilesWire.CODECS.encode(this);
    }

    /**
     * How far an upload has come.
     *
     * @param value the name on the wire
     */
    public record Status(String value) {
        /** Takes parts. */
        public static final Status PENDING = new Status("pending");

        /** The file is there. */
        public static final Status COMPLETED = new Status("completed");

        /** Was given up. */
        public static final Status CANCELLED = new Status("cancelled");

        /** Was not completed in time. */
        public static final Status EXPIRED = new Status("expired");

        /** Takes any name: the service may know more than the constants here. */
        public Status {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A part that the service has taken.
     *
     * @param id the service's id; empty if it gave none
     * @param uploadId the id of the upload it belongs to; empty if the service does not say
     * @param createdAt when it was taken; null if the service does not say
     * @param source the exact text it was read from
     */
    public record Part(String id, String uploadId, @Nullable Instant createdAt, SourceText source) {
        /** Takes missing texts as empty. */
        public Part(@Nullable String id, @Nullable String uploadId, @Nullable Instant createdAt, SourceText source) {
            this.id = id == null ? "" : id;
            this.uploadId = uploadId == null ? "" : uploadId;
            this.createdAt = createdAt;
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * Reads a part.
         *
         * @throws DecodeException if this is not an object
         */
        public static Part of(Json json) {
            return FilesWire.decode(Part.class, json);
        }

        /** As it is on the wire: the exact text if it was read from there. */
        public Json toJson() {
            return FilesWire.CODECS.encode(this);
        }
    }
}
