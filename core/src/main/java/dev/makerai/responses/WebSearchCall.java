package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of the service on the web: a search, or a look at a page.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param action what it did, or null if the service does not say
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record WebSearchCall(
        @Nullable String id,
        @Nullable Action action,
        @Nullable ItemStatus status,
        SourceText source) implements OutputItem {
    /** Keeps all as it is. */
    public WebSearchCall {
        Objects.requireNonNull(source, "source");
    }

    /** What was done on the web. */
    public sealed interface Action {
        /**
         * A search.
         *
         * @param query what was searched for; the older name of the first of {@code queries}, or null
         * @param queries what was searched for
         * @param sources what was found; empty unless {@link Include#WEB_SEARCH_SOURCES} was asked for
         */
        record Search(@Nullable String query, List<String> queries, List<Source> sources) implements Action {
            /** Takes missing lists as empty. */
            public Search {
                queries = List.copyOf(queries);
                sources = List.copyOf(sources);
            }
        }

        /**
         * A look at a page.
         *
         * @param url the page, or null if it could not be opened
         */
        record OpenPage(@Nullable String url) implements Action {}

        /**
         * A search in a page.
         *
         * @param url the page, or null if the service does not say
         * @param pattern what was searched for, or null if the service does not say
         */
        record FindInPage(@Nullable String url, @Nullable String pattern) implements Action {}

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact action
         */
        record Unknown(String type, Json raw) implements Action {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }

    /**
     * Something that a search found.
     *
     * @param type what it is, such as {@code url}; empty if the service does not say
     * @param url the page, or null if it is none
     */
    public record Source(String type, @Nullable String url) {
        /** Takes a missing type as empty. */
        public Source(@Nullable String type, @Nullable String url) {
            this.type = type == null ? "" : type;
            this.url = url;
        }
    }
}
