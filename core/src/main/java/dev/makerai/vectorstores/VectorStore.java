package dev.makerai.vectorstores;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that can be searched by meaning. What the service does not say is null.
 *
 * @param id the service's id
 * @param createdAt when it was made
 * @param name one's own name for it
 * @param description what it holds, in one's own words
 * @param usageBytes how much it holds, which is what it costs
 * @param fileCounts how many files it has
 * @param status how far it has come; empty if the service does not say
 * @param expiresAfter how long it is kept without use
 * @param expiresAt when that time will be over
 * @param lastActiveAt when it was last used
 * @param metadata one's own marks
 * @param source the exact text of the whole
 */
public record VectorStore(
        String id,
        @Nullable Instant createdAt,
        @Nullable String name,
        @Nullable String description,
        @Nullable Long usageBytes,
        @Nullable FileCounts fileCounts,
        VectorStoreStatus status,
        @Nullable ExpiresAfter expiresAfter,
        @Nullable Instant expiresAt,
        @Nullable Instant lastActiveAt,
        Map<String, String> metadata,
        SourceText source) {
    /** Texts that are missing become empty. */
    public VectorStore(
            @Nullable String id,
            @Nullable Instant createdAt,
            @Nullable String name,
            @Nullable String description,
            @Nullable Long usageBytes,
            @Nullable FileCounts fileCounts,
            @Nullable VectorStoreStatus status,
            @Nullable ExpiresAfter expiresAfter,
            @Nullable Instant expiresAt,
            @Nullable Instant lastActiveAt,
            @Nullable Map<String, String> metadata,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.createdAt = createdAt;
        this.name = name;
        this.description = description;
        this.usageBytes = usageBytes;
        this.fileCounts = fileCounts;
        this.status = status == null ? new VectorStoreStatus("") : status;
        this.expiresAfter = expiresAfter;
        this.expiresAt = expiresAt;
        this.lastActiveAt = lastActiveAt;
        this.metadata = metadata == null ? Map.of() : metadata;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a vector store, as a file holds it.
     *
     * @param json the whole store
     * @throws DecodeException if this is not an object
     */
    public static VectorStore of(Json json) {
        return VectorStoresWire.decode(VectorStore.class, json);
    }

    /** The whole store as it was on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }

    /**
     * How many files a vector store or a batch has, by how far they have come.
     *
     * @param inProgress those that are being worked on
     * @param completed those that can be searched
     * @param failed those that went wrong
     * @param cancelled those that were stopped
     * @param total all of them
     */
    public record FileCounts(long inProgress, long completed, long failed, long cancelled, long total) {}

    /**
     * When a vector store is deleted.
     *
     * @param anchor from when the days count; the service knows {@code last_active_at} alone
     * @param days how many, 1 to 365
     */
    public record ExpiresAfter(String anchor, int days) {
        private static final int MOST = 365;

        /** Needs the anchor. */
        public ExpiresAfter {
            Objects.requireNonNull(anchor, "anchor");
        }

        /**
         * Days without use.
         *
         * @param days 1 to 365
         */
        static ExpiresAfter unused(int days) {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException(
                        "A vector store can be kept for 1 to " + MOST + " days without use, but not for " + days);
            }
            return new ExpiresAfter("last_active_at", days);
        }
    }
}
