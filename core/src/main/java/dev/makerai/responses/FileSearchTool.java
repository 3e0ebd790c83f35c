package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model search files that were put into vector stores.
 *
 * <pre>{@code
 * FileSearchTool.of("vs_datasheets").withFilter(SearchFilter.eq("material", "PETG")).withMaxResults(5)
 * }</pre>
 *
 * @param vectorStoreIds where to search
 * @param filters which files to look into; null for all
 * @param maxNumResults the most passages to find, 1 to 50; null for the service's default
 * @param rankingOptions how the passages are ordered; null for the service's default
 * @param source the exact text it was read from
 */
public record FileSearchTool(
        List<String> vectorStoreIds,
        @Nullable SearchFilter filters,
        @Nullable Integer maxNumResults,
        @Nullable Ranking rankingOptions,
        SourceText source)
        implements ResponseTool {
    private static final int MOST_RESULTS = 50;

    /** Needs at least one vector store. */
    public FileSearchTool {
        vectorStoreIds = List.copyOf(vectorStoreIds);
        Objects.requireNonNull(source, "source");
        if (vectorStoreIds.isEmpty()) {
            throw new IllegalArgumentException("A file search needs the id of at least one vector store");
        }
    }

    /**
     * Searches all files of some stores.
     *
     * @param vectorStoreIds at least one id
     */
    public static FileSearchTool of(String... vectorStoreIds) {
        return new FileSearchTool(List.of(vectorStoreIds), null, null, null, SourceText.NONE);
    }

    /**
     * The same tool, looking into some files only.
     *
     * @param filter which files; null for all
     */
    public FileSearchTool withFilter(@Nullable SearchFilter filter) {
        return new FileSearchTool(vectorStoreIds, filter, maxNumResults, rankingOptions, SourceText.NONE);
    }

    /**
     * The same tool with a limit on what it finds.
     *
     * @param results the most passages, 1 to 50
     */
    public FileSearchTool withMaxResults(int results) {
        if (results < 1 || results > MOST_RESULTS) {
            throw new IllegalArgumentException(
                    "A file search finds 1 to " + MOST_RESULTS + " passages, but the limit is " + results);
        }
        return new FileSearchTool(vectorStoreIds, filters, results, rankingOptions, SourceText.NONE);
    }

    /**
     * The same tool with another order of what it finds.
     *
     * @param ranking the service's own if null
     */
    public FileSearchTool withRanking(@Nullable Ranking ranking) {
        return new FileSearchTool(vectorStoreIds, filters, maxNumResults, ranking, SourceText.NONE);
    }

    /**
     * How what was found is ordered, and what is left out.
     *
     * @param ranker who orders it, such as {@code auto}; null for the service's default
     * @param scoreThreshold from which score on a passage counts, 0 to 1; null for the service's default
     * @param hybridSearch how much meaning and words count; null for the service's default
     */
    public record Ranking(
            @Nullable String ranker,
            @Nullable Double scoreThreshold,
            @Nullable HybridSearch hybridSearch) {
        /**
         * Leaves out what does not fit well.
         *
         * @param scoreThreshold from which score on a passage counts, 0 to 1
         */
        public static Ranking above(double scoreThreshold) {
            if (!(scoreThreshold >= 0 && scoreThreshold <= 1)) {
                throw new IllegalArgumentException("A score is from 0 to 1, but the threshold is " + scoreThreshold);
            }
            return new Ranking(null, scoreThreshold, null);
        }

        /**
         * Weighs meaning against words.
         *
         * @param embeddingWeight how much the meaning counts, not negative
         * @param textWeight how much the words themselves count, not negative; one of both is above 0
         */
        public static Ranking hybrid(double embeddingWeight, double textWeight) {
            if (!(embeddingWeight >= 0 && textWeight >= 0 && embeddingWeight + textWeight > 0)) {
                throw new IllegalArgumentException(
                        "The weights of a search must not be negative, and not both 0, but are " + embeddingWeight
                                + " and " + textWeight);
            }
            return new Ranking(null, null, new HybridSearch(embeddingWeight, textWeight));
        }

        /**
         * The same order by another ranker.
         *
         * @param ranker such as {@code default-2024-11-15}; null for the service's default
         */
        public Ranking withRanker(@Nullable String ranker) {
            return new Ranking(ranker, scoreThreshold, hybridSearch);
        }
    }

    /**
     * How much meaning and words count.
     *
     * @param embeddingWeight how much the meaning counts
     * @param textWeight how much the words themselves count
     */
    public record HybridSearch(double embeddingWeight, double textWeight) {}
}
