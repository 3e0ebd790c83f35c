package dev.makerai.vectorstores;

import dev.makerai.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a vector store is made with, or changed to. What is not set is not sent: the service's default holds, or what was
 * there before. Immutable.
 *
 * <pre>{@code
 * VectorStoreRequest request = VectorStoreRequest.named("Filament data sheets")
 *         .fileIds(List.of("file-1", "file-2"))
 *         .expiresAfterUnusedDays(30);
 * }</pre>
 */
public final class VectorStoreRequest {
    private static final int MOST_FILES = 500;

    private final Map<String, Object> members;

    private VectorStoreRequest(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** Without anything set. */
    public static VectorStoreRequest create() {
        return new VectorStoreRequest(Map.of());
    }

    /**
     * With a name.
     *
     * @param name one's own name for the store
     */
    public static VectorStoreRequest named(String name) {
        return create().name(name);
    }

    /**
     * With another name.
     *
     * @param name one's own name for the store
     */
    public VectorStoreRequest name(String name) {
        return with("name", Objects.requireNonNull(name, "name"));
    }

    /**
     * With words on what it holds; for a new store only.
     *
     * @param description in one's own words
     */
    public VectorStoreRequest description(String description) {
        return with("description", Objects.requireNonNull(description, "description"));
    }

    /**
     * With files; for a new store only.
     *
     * @param ids the files, at most 500
     */
    public VectorStoreRequest fileIds(List<String> ids) {
        if (ids.size() > MOST_FILES) {
            throw new IllegalArgumentException("A vector store can be made with at most " + MOST_FILES
                    + " files, but these are " + ids.size() + ": attach the others in batches");
        }
        return with("file_ids", List.copyOf(ids));
    }

    /**
     * With a way to cut its files; for a new store with files only.
     *
     * @param strategy {@link ChunkingStrategy#AUTO} by default
     */
    public VectorStoreRequest chunkingStrategy(ChunkingStrategy strategy) {
        return with("chunking_strategy", Objects.requireNonNull(strategy, "strategy"));
    }

    /**
     * With an end: it is deleted when nobody has used it for some days.
     *
     * @param days 1 to 365
     */
    public VectorStoreRequest expiresAfterUnusedDays(int days) {
        return with("expires_after", VectorStore.ExpiresAfter.unused(days));
    }

    /** Without an end, where a change is to take it away. */
    public VectorStoreRequest expiresNever() {
        return with("expires_after", Json.NULL);
    }

    /**
     * With marks of one's own, in place of those before.
     *
     * @param metadata at most 16 pairs, names of at most 64 characters and values of at most 512
     */
    public VectorStoreRequest metadata(Map<String, String> metadata) {
        return with("metadata", Collections.unmodifiableMap(new LinkedHashMap<>(metadata)));
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(members);
    }

    /** What a new store is made with; null would mean nothing there. */
    Map<String, Object> forCreation() {
        Map<String, Object> set = new LinkedHashMap<>(members);
        set.values().removeIf(Json.NULL::equals);
        return set;
    }

    /** What a store can be changed to. */
    Map<String, Object> forChange() {
        for (String member : List.of("description", "file_ids", "chunking_strategy")) {
            if (members.containsKey(member)) {
                throw new IllegalArgumentException("A vector store that is there cannot be given another " + member
                        + ": make a new one, or attach the files");
            }
        }
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VectorStoreRequest request && request.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members. */
    @Override
    public String toString() {
        return "VectorStoreRequest" + members;
    }

    private VectorStoreRequest with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(member, value);
        return new VectorStoreRequest(all);
    }
}
