package dev.makerai.vectorstores;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file in a vector store. What the service does not say is null.
 *
 * @param id the id of the file itself
 * @param usageBytes how much it takes in the store
 * @param createdAt when it was attached
 * @param vectorStoreId the store
 * @param status how far it has come; empty if the service does not say
 * @param lastError why it failed
 * @param chunkingStrategy how it was cut
 * @param attributes what a search can choose it by
 * @param source the exact text of the whole
 */
public record VectorStoreFile(
        String id,
        @Nullable Long usageBytes,
        @Nullable Instant createdAt,
        @Nullable String vectorStoreId,
        VectorStoreStatus status,
        @Nullable LastError lastError,
        @Nullable ChunkingStrategy chunkingStrategy,
        Attributes attributes,
        SourceText source) {
    /** What is missing becomes empty. */
    public VectorStoreFile(
            @Nullable String id,
            @Nullable Long usageBytes,
            @Nullable Instant createdAt,
            @Nullable String vectorStoreId,
            @Nullable VectorStoreStatus status,
            @Nullable LastError lastError,
            @Nullable ChunkingStrategy chunkingStrategy,
            @Nullable Attributes attributes,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.usageBytes = usageBytes;
        this.createdAt = createdAt;
        this.vectorStoreId = vectorStoreId;
        this.status = status == null ? new VectorStoreStatus("") : status;
        this.lastError = lastError;
        this.chunkingStrategy = chunkingStrategy;
        this.attributes = attributes == null ? Attributes.NONE : attributes;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a file of a vector store.
     *
     * @param json the whole of it
     * @throws DecodeException if this is not an object
     */
    public static VectorStoreFile of(Json json) {
        return VectorStoresWire.decode(VectorStoreFile.class, json);
    }

    /**
     * This file, which can be searched.
     *
     * @throws FileProcessingException if it cannot be
     */
    public VectorStoreFile requireCompleted() {
        if (!status.equals(VectorStoreStatus.COMPLETED)) {
            throw new FileProcessingException(this);
        }
        return this;
    }

    /** The whole of it as it was on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }

    /**
     * Why a file failed.
     *
     * @param code the service's short code: {@code server_error}, {@code unsupported_file} and {@code invalid_file} are
     *     known; null if it gave none
     * @param message the service's own words, or null
     */
    public record LastError(@Nullable String code, @Nullable String message) {}
}
