package dev.makerai.vectorstores;

import dev.makerai.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to attach to a vector store.
 *
 * <pre>{@code
 * AttachRequest request = AttachRequest.of("file-1")
 *         .attributes(Attributes.NONE.with("material", "PETG"))
 *         .chunkingStrategy(ChunkingStrategy.of(400, 100));
 * }</pre>
 *
 * @param fileId the file, which has been uploaded
 * @param attributes what a search can choose it by, or null
 * @param chunkingStrategy how to cut it; null for {@link ChunkingStrategy#AUTO}
 */
public record AttachRequest(
        String fileId,
        @Nullable Attributes attributes,
        @Nullable ChunkingStrategy chunkingStrategy) {
    /** Needs the file. */
    public AttachRequest {
        Objects.requireNonNull(fileId, "fileId");
    }

    /**
     * A file without attributes.
     *
     * @param fileId the file, which has been uploaded
     */
    public static AttachRequest of(String fileId) {
        return new AttachRequest(fileId, null, null);
    }

    /** With attributes. */
    public AttachRequest attributes(Attributes attributes) {
        return new AttachRequest(fileId, attributes, chunkingStrategy);
    }

    /** With a way to cut it. */
    public AttachRequest chunkingStrategy(ChunkingStrategy strategy) {
        return new AttachRequest(fileId, attributes, strategy);
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }
}
