package dev.makerai.containers;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file in a container.
 *
 * @param id the service's id; empty if it gave none
 * @param containerId the id of its container; empty if the service does not say
 * @param path where it is in the container; empty if the service does not say
 * @param bytes how long it is; null if the service does not say
 * @param source where it comes from: {@code user} or {@code assistant}; empty if the service does not say
 * @param createdAt when it was made; null if the service does not say
 * @param sourceText the exact text it was read from
 */
public record ContainerFile(
        String id,
        String containerId,
        String path,
        @Nullable Long bytes,
        String source,
        @Nullable Instant createdAt,
        SourceText sourceText) {
    /** Takes missing texts as empty. */
    public ContainerFile(
            @Nullable String id,
            @Nullable String containerId,
            @Nullable String path,
            @Nullable Long bytes,
            @Nullable String source,
            @Nullable Instant createdAt,
            SourceText sourceText) {
        this.id = id == null ? "" : id;
        this.containerId = containerId == null ? "" : containerId;
        this.path = path == null ? "" : path;
        this.bytes = bytes;
        this.source = source == null ? "" : source;
        this.createdAt = createdAt;
        this.sourceText = Objects.requireNonNull(sourceText, "sourceText");
    }

    /**
     * Reads a file's description.
     *
     * @throws DecodeException if this is not an object
     */
    public static ContainerFile of(Json json) {
        return ContainersWire.decode(ContainerFile.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return ContainersWire.CODECS.encode(this);
    }
}
