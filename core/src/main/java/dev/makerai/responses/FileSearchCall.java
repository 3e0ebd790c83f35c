package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search of the service in uploaded files.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param queries what was searched for
 * @param results what was found; empty unless {@link Include#FILE_SEARCH_RESULTS} was asked for
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record FileSearchCall(
        @Nullable String id,
        List<String> queries,
        List<Result> results,
        @Nullable ItemStatus status,
        SourceText source) implements OutputItem {
    /** Takes missing lists as empty. */
    public FileSearchCall {
        queries = List.copyOf(queries);
        results = List.copyOf(results);
        Objects.requireNonNull(source, "source");
    }

    /**
     * A piece of a file.
     *
     * @param fileId the id of the uploaded file, or null if the service does not say
     * @param filename its name, or null if the service does not say
     * @param score how well the piece fits, from 0 to 1, or null if the service does not say
     * @param text the piece, or null if the service does not say
     * @param attributes the file's own marks, an object of strings, numbers and booleans; null if it has none
     */
    public record Result(
            @Nullable String fileId,
            @Nullable String filename,
            @Nullable Double score,
            @Nullable String text,
            @Nullable Json attributes) {}
}
