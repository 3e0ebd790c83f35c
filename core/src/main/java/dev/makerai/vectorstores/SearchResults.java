package dev.makerai.vectorstores;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found, the best first.
 *
 * @param searchQuery what was looked for in the end, which a rewriting may have changed; empty if the service does not
 *     say
 * @param data the files with the chunks that fit
 * @param hasMore whether the service has more; null if it does not say
 * @param nextPage the service's mark of what follows, or null; it has no request for it yet
 * @param source the exact text of the whole
 */
public record SearchResults(
        List<String> searchQuery,
        List<Hit> data,
        @Nullable Boolean hasMore,
        @Nullable String nextPage,
        SourceText source) {
    /** Lists that are missing become empty. */
    public SearchResults(
            @Nullable List<String> searchQuery,
            @Nullable List<Hit> data,
            @Nullable Boolean hasMore,
            @Nullable String nextPage,
            SourceText source) {
        this.searchQuery = searchQuery == null ? List.of() : List.copyOf(searchQuery);
        this.data = data == null ? List.of() : List.copyOf(data);
        this.hasMore = hasMore;
        this.nextPage = nextPage;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads results, as a file holds them.
     *
     * @param json the whole of them
     * @throws DecodeException if this is not an object
     */
    public static SearchResults of(Json json) {
        return VectorStoresWire.decode(SearchResults.class, json);
    }

    /** The whole of them as they were on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(this);
    }

    /**
     * A file with chunks that fit.
     *
     * @param fileId the file; null if the service does not say
     * @param filename its name, or null
     * @param score how well it fits, 0 to 1, or null
     * @param attributes what a search can choose it by
     * @param content the chunks
     */
    public record Hit(
            @Nullable String fileId,
            @Nullable String filename,
            @Nullable Double score,
            Attributes attributes,
            List<Chunk> content) {
        /** What is missing becomes empty. */
        public Hit(
                @Nullable String fileId,
                @Nullable String filename,
                @Nullable Double score,
                @Nullable Attributes attributes,
                @Nullable List<Chunk> content) {
            this.fileId = fileId;
            this.filename = filename;
            this.score = score;
            this.attributes = attributes == null ? Attributes.NONE : attributes;
            this.content = content == null ? List.of() : List.copyOf(content);
        }

        /** The texts of the chunks, one below the other. */
        public String text() {
            List<String> texts = new ArrayList<>();
            for (Chunk chunk : content) {
                if (chunk.text() != null) {
                    texts.add(chunk.text());
                }
            }
            return String.join("\n", texts);
        }
    }

    /**
     * A part of a file.
     *
     * @param type what it is, such as {@code text}; null if the service does not say
     * @param text its text, or null
     */
    public record Chunk(@Nullable String type, @Nullable String text) {}
}
