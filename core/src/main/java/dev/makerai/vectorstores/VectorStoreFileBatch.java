package dev.makerai.vectorstores;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that are attached to a vector store together. What the service does not say is null.
 *
 * @param id the service's id
 * @param createdAt when it was begun
 * @param vectorStoreId the store
 * @param status how far it has come, also completed where single files failed; empty if the service does not say
 * @param fileCounts how far its files have come
 * @param source the exact text of the whole
 */
public record VectorStoreFileBatch(
        String id,
        @Nullable Instant createdAt,
        @Nullable String vectorStoreId,
        VectorStoreStatus status,
        VectorStore.@Nullable FileCounts fileCounts,
        SourceText source) {
    /** Texts that are missing become empty. */
    public VectorStoreFileBatch(
            @Nullable String id,
            @Nullable Instant createdAt,
            @Nullable String vectorStoreId,
            @Nullable VectorStoreStatus status,
            VectorStore.@Nullable FileCounts fileCounts,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.createdAt = createdAt;
        this.vectorStoreId = vectorStoreId;
        this.status = status == null ? new VectorStoreStatus("") : status;
        this.fileCounts = fileCounts;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a batch of files.
     *
     * @param json the whole of it
     * @throws DecodeException if this is not an object
     */
    public static VectorStoreFileBatch of(Json json) {
        return VectorStoresWire.decode(VectorStoreFileBatch.class, json);
    }

    /**
     * This batch, all of whose files can be searched.
     *
     * @throws FileProcessingException if one of them cannot be
     */
    public VectorStoreFileBatch requireCompleted() {
        boolean all = fileCounts == null || fileCounts.failed() + fileCounts.cancelled() == 0;
        if (!all || !status.equals(VectorStoreStatus.COMPLETED)) {
            throw new FileProcessingException(this);
        }
        return this;
    }

    /** The whole of it as it was on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }
}
