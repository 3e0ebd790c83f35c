package dev.makerai.vectorstores;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as a vector store has read it.
 *
 * @param data its parts, in their order
 * @param hasMore whether the service has more; null if it does not say
 * @param nextPage the service's mark of what follows, or null; it has no request for it yet
 * @param source the exact text of the whole
 */
public record FileContent(
        List<SearchResults.Chunk> data,
        @Nullable Boolean hasMore,
        @Nullable String nextPage,
        SourceText source) {
    /** A list that is missing becomes empty. */
    public FileContent(
            @Nullable List<SearchResults.Chunk> data,
            @Nullable Boolean hasMore,
            @Nullable String nextPage,
            SourceText source) {
        this.data = data == null ? List.of() : List.copyOf(data);
        this.hasMore = hasMore;
        this.nextPage = nextPage;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads the text of a file.
     *
     * @param json the whole of it
     * @throws DecodeException if this is not an object
     */
    public static FileContent of(Json json) {
        return VectorStoresWire.decode(FileContent.class, json);
    }

    /** The whole of it as it was on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }
}
