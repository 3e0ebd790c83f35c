package dev.makerai.vectorstores;

import dev.makerai.json.Json;
import dev.makerai.responses.SearchFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a vector store.
 *
 * <pre>{@code
 * SearchRequest request = SearchRequest.of("How hot may PETG get?")
 *         .filters(SearchFilter.eq("material", "PETG"))
 *         .maxNumResults(5)
 *         .scoreThreshold(0.4);
 * }</pre>
 *
 * @param query one question or several, in words
 * @param filters which files to look into; null for all
 * @param maxNumResults the most chunks to find, 1 to 50; null for the service's default, which is 10
 * @param rankingOptions how to rank them, or null
 * @param rewriteQuery whether the service may put the question into words that find more; null if it may not
 */
public record SearchRequest(
        List<String> query,
        @Nullable SearchFilter filters,
        @Nullable Integer maxNumResults,
        @Nullable RankingOptions rankingOptions,
        @Nullable Boolean rewriteQuery) {
    private static final int MOST_RESULTS = 50;

    /** Needs a question, and numbers that the service takes. */
    public SearchRequest {
        query = List.copyOf(query);
        if (query.isEmpty()) {
            throw new IllegalArgumentException("A search needs at least one question");
        }
        if (maxNumResults != null && (maxNumResults < 1 || maxNumResults > MOST_RESULTS)) {
            throw new IllegalArgumentException(
                    "A search can find 1 to " + MOST_RESULTS + " chunks, but not " + maxNumResults);
        }
    }

    /**
     * Looks into all files.
     *
     * @param queries at least one question
     */
    public static SearchRequest of(String... queries) {
        return new SearchRequest(List.of(queries), null, null, null, null);
    }

    /**
     * Looks into some files only.
     *
     * @param filters which
     */
    public SearchRequest filters(SearchFilter filters) {
        return new SearchRequest(query, filters, maxNumResults, rankingOptions, rewriteQuery);
    }

    /**
     * Finds more or fewer chunks.
     *
     * @param most 1 to 50
     */
    public SearchRequest maxNumResults(int most) {
        return new SearchRequest(query, filters, most, rankingOptions, rewriteQuery);
    }

    /**
     * Ranks the chunks in another way.
     *
     * @param ranker {@link Ranker#AUTO} by default
     */
    public SearchRequest ranker(Ranker ranker) {
        Double threshold = rankingOptions == null ? null : rankingOptions.scoreThreshold();
        return new SearchRequest(query, filters, maxNumResults, new RankingOptions(ranker, threshold), rewriteQuery);
    }

    /**
     * Leaves out what fits badly.
     *
     * @param least the least score that a chunk has to have, 0 to 1
     */
    public SearchRequest scoreThreshold(double least) {
        Ranker ranker = rankingOptions == null ? null : rankingOptions.ranker();
        return new SearchRequest(query, filters, maxNumResults, new RankingOptions(ranker, least), rewriteQuery);
    }

    /** Lets the service put the question into words that find more. */
    public SearchRequest rewriteQuery(boolean rewrite) {
        return new SearchRequest(query, filters, maxNumResults, rankingOptions, rewrite);
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return VectorStoresWire.CODECS.encode(members());
    }

    /** One question goes without brackets. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("query", query.size() == 1 ? query.get(0) : query);
        putUnlessNull(members, "filters", filters);
        putUnlessNull(members, "max_num_results", maxNumResults);
        putUnlessNull(members, "ranking_options", rankingOptions);
        putUnlessNull(members, "rewrite_query", rewriteQuery);
        return members;
    }

    private static void putUnlessNull(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /**
     * How chunks are ranked.
     *
     * @param ranker by which measure, or null
     * @param scoreThreshold the least score that a chunk has to have, 0 to 1, or null
     */
    public record RankingOptions(
            @Nullable Ranker ranker, @Nullable Double scoreThreshold) {
        /** Needs a score that there is. */
        public RankingOptions {
            if (scoreThreshold != null && !(scoreThreshold >= 0 && scoreThreshold <= 1)) {
                throw new IllegalArgumentException("A score is from 0 to 1, but this is " + scoreThreshold);
            }
        }
    }

    /**
     * By which measure chunks are ranked.
     *
     * @param value the name on the wire
     */
    public record Ranker(String value) {
        /** The best that the service has. */
        public static final Ranker AUTO = new Ranker("auto");

        /** None: in the order of how near they are. */
        public static final Ranker NONE = new Ranker("none");

        /** The measure of November 2024. */
        public static final Ranker DEFAULT_2024_11_15 = new Ranker("default-2024-11-15");

        /** Takes any name: the service may know more than the constants here. */
        public Ranker {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
