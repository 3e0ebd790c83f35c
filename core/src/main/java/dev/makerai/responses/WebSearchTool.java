package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model search the web.
 *
 * <pre>{@code
 * WebSearchTool.of().withAllowedDomains("prusa3d.com", "klipper3d.org").withContextSize(WebSearchTool.ContextSize.LOW)
 * }</pre>
 *
 * @param type which version of the search, such as {@code web_search}
 * @param filters where to search; null for everywhere
 * @param searchContextSize how much of what is found the model reads; null for the service's default, medium
 * @param userLocation where the user is, roughly; or null
 * @param externalWebAccess false to search only what the service has stored; null for its default, the live web
 * @param source the exact text it was read from
 */
public record WebSearchTool(
        String type,
        @Nullable Filters filters,
        @Nullable ContextSize searchContextSize,
        @Nullable UserLocation userLocation,
        @Nullable Boolean externalWebAccess,
        SourceText source)
        implements ResponseTool {
    /** Needs the type. */
    public WebSearchTool {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool in the version that the service holds for the newest. */
    public static WebSearchTool of() {
        return new WebSearchTool("web_search", null, null, null, null, SourceText.NONE);
    }

    /**
     * The same tool, to search certain sites only.
     *
     * @param domains such as {@code prusa3d.com}, their subdomains included; none for everywhere
     */
    public WebSearchTool withAllowedDomains(String... domains) {
        Filters only = domains.length == 0 ? null : new Filters(List.of(domains));
        return new WebSearchTool(type, only, searchContextSize, userLocation, externalWebAccess, SourceText.NONE);
    }

    /**
     * The same tool, with the model reading more or less of what is found.
     *
     * @param size medium by default
     */
    public WebSearchTool withContextSize(@Nullable ContextSize size) {
        return new WebSearchTool(type, filters, size, userLocation, externalWebAccess, SourceText.NONE);
    }

    /**
     * The same tool for a user at some place.
     *
     * @param location roughly where; null for nowhere in particular
     */
    public WebSearchTool withUserLocation(@Nullable UserLocation location) {
        return new WebSearchTool(type, filters, searchContextSize, location, externalWebAccess, SourceText.NONE);
    }

    /**
     * The same tool, on the live web or only in what the service has stored.
     *
     * @param access true by default
     */
    public WebSearchTool withExternalWebAccess(boolean access) {
        return new WebSearchTool(type, filters, searchContextSize, userLocation, access, SourceText.NONE);
    }

    /**
     * Where to search.
     *
     * @param allowedDomains sites, their subdomains included; empty for everywhere
     */
    public record Filters(List<String> allowedDomains) {
        /** Needs the list. */
        public Filters {
            allowedDomains = List.copyOf(allowedDomains);
        }
    }

    /**
     * How much of what is found the model reads.
     *
     * @param value the name on the wire
     */
    public record ContextSize(String value) {
        /** Little: quick and cheap. */
        public static final ContextSize LOW = new ContextSize("low");

        /** The usual amount. */
        public static final ContextSize MEDIUM = new ContextSize("medium");

        /** Much: slow and dear. */
        public static final ContextSize HIGH = new ContextSize("high");

        /** Takes any name: the service may know more than the constants here. */
        public ContextSize {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Where a user is, roughly.
     *
     * @param country two letters of ISO 3166-1, or null
     * @param region such as a state, or null
     * @param city or null
     * @param timezone a name of the IANA list, such as {@code Europe/Zurich}; or null
     */
    public record UserLocation(
            @Nullable String country,
            @Nullable String region,
            @Nullable String city,
            @Nullable String timezone) {
        /**
         * Makes a place.
         *
         * @param country two letters of ISO 3166-1, or null
         * @param city or null
         */
        public static UserLocation of(@Nullable String country, @Nullable String city) {
            return new UserLocation(country, null, city, null);
        }
    }

    /**
     * The forerunner of {@link WebSearchTool}, as older responses have it.
     *
     * @param type which version of the search, such as {@code web_search_preview}
     * @param searchContentTypes what is searched for, such as {@code text} or {@code image}
     * @param searchContextSize how much of what is found the model reads, or null
     * @param userLocation where the user is, roughly; or null
     * @param source the exact text it was read from
     */
    public record Preview(
            String type,
            List<String> searchContentTypes,
            @Nullable ContextSize searchContextSize,
            @Nullable UserLocation userLocation,
            SourceText source)
            implements ResponseTool {
        /** Needs the type. */
        public Preview {
            Objects.requireNonNull(type, "type");
            searchContentTypes = List.copyOf(searchContentTypes);
            Objects.requireNonNull(source, "source");
        }
    }
}
