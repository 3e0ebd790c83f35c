package dev.makerai.internal.http;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.http.RequestListener;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Where the service is and how to speak with it. Immutable. */
public final class TransportConfig {
    /** The service's own address. */
    public static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    /** How long one try may take: long, since a model may think for minutes before it says anything. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private static final Set<String> RESERVED_HEADERS = Set.of(
            "authorization",
            "openai-organization",
            "openai-project",
            "content-type",
            "content-length",
            "host",
            "accept",
            "transfer-encoding",
            "connection",
            "x-client-request-id");

    /** How often a request is tried again. */
    public static final int DEFAULT_MAX_RETRIES = 2;

    private final HttpUrl baseUrl;
    private final @Nullable String apiKey;
    private final @Nullable String organization;
    private final @Nullable String project;
    private final @Nullable OkHttpClient client;
    private final @Nullable Duration timeout;
    private final @Nullable Duration firstTokenTimeout;
    private final @Nullable Duration idleTimeout;
    private final int maxRetries;
    private final Map<String, String> headers;
    private final RequestListener listener;
    private final @Nullable OkHttpClient shared;

    private TransportConfig(Builder builder, HttpUrl baseUrl) {
        this.baseUrl = baseUrl;
        this.apiKey = builder.apiKey;
        this.organization = builder.organization;
        this.project = builder.project;
        this.client = builder.client;
        this.timeout = builder.timeout;
        this.firstTokenTimeout = builder.firstTokenTimeout;
        this.idleTimeout = builder.idleTimeout;
        this.maxRetries = builder.maxRetries;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
        this.listener = builder.listener;
        this.shared = builder.shared;
    }

    Builder toBuilder() {
        Builder builder = new Builder();
        builder.baseUrl = baseUrl.toString();
        builder.apiKey = apiKey;
        builder.organization = organization;
        builder.project = project;
        builder.client = client;
        builder.timeout = timeout;
        builder.firstTokenTimeout = firstTokenTimeout;
        builder.idleTimeout = idleTimeout;
        builder.maxRetries = maxRetries;
        builder.headers.putAll(headers);
        builder.listener = listener;
        builder.shared = shared;
        return builder;
    }

    /** Starts with the defaults and no key. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the service is; it includes the version. */
    public HttpUrl baseUrl() {
        return baseUrl;
    }

    @Nullable
    String apiKey() {
        return apiKey;
    }

    @Nullable
    String organization() {
        return organization;
    }

    @Nullable
    String project() {
        return project;
    }

    /** The user's own client, or null. */
    @Nullable
    OkHttpClient client() {
        return client;
    }

    /** How long one try may take, or null where the user's own client decides. */
    public @Nullable Duration timeout() {
        return timeout == null && client == null ? DEFAULT_TIMEOUT : timeout;
    }

    /** How long the first token of a stream may take, or null for no limit of its own. */
    public @Nullable Duration firstTokenTimeout() {
        return firstTokenTimeout;
    }

    /** How long a stream may be without any event, or null for no limit of its own. */
    public @Nullable Duration idleTimeout() {
        return idleTimeout;
    }

    /** How often a request is tried again. */
    public int maxRetries() {
        return maxRetries;
    }

    Map<String, String> headers() {
        return headers;
    }

    RequestListener listener() {
        return listener;
    }

    /** The client of the transport that this one was derived from, or null. */
    @Nullable
    OkHttpClient shared() {
        return shared;
    }

    /** The host and path; no key, no user name, no query. */
    @Override
    public String toString() {
        return "TransportConfig[" + address(baseUrl) + "]";
    }

    /** The address without the parts that may hold secrets. */
    static String address(HttpUrl url) {
        return url.scheme() + "://" + host(url) + url.encodedPath();
    }

    /** The host, with the port unless it is the scheme's own. */
    static String host(HttpUrl url) {
        String host = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    /** Puts the settings together. */
    public static final class Builder {
        private String baseUrl = DEFAULT_BASE_URL;
        private @Nullable String apiKey;
        private @Nullable String organization;
        private @Nullable String project;
        private @Nullable OkHttpClient client;
        private @Nullable Duration timeout;
        private @Nullable Duration firstTokenTimeout;
        private @Nullable Duration idleTimeout;
        private int maxRetries = DEFAULT_MAX_RETRIES;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private RequestListener listener = RequestListener.NONE;
        private @Nullable OkHttpClient shared;

        private Builder() {}

        /** Where the service is; it includes the version, such as {@code /v1}. */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** The key; null only where a service of one's own wants none. */
        public Builder apiKey(@Nullable String apiKey) {
            this.apiKey = emptyAsNone(apiKey);
            return this;
        }

        /** The organisation's id, or null for the key's own. */
        public Builder organization(@Nullable String organization) {
            this.organization = emptyAsNone(organization);
            return this;
        }

        /** The project's id, or null for the key's own. */
        public Builder project(@Nullable String project) {
            this.project = emptyAsNone(project);
            return this;
        }

        /** A client of one's own, with its interceptors, pool and timeouts; redirects are never followed. */
        public Builder client(@Nullable OkHttpClient client) {
            this.client = client;
            // Otherwise the client of the settings that these were derived from would go on being used.
            this.shared = null;
            return this;
        }

        /** How long one try may take; by default ten minutes, or what a client of one's own says; at most a day. */
        public Builder timeout(@Nullable Duration timeout) {
            this.timeout = requireTimeout("timeout", timeout);
            return this;
        }

        /** How long the first token of a stream may take; no limit of its own by default; at most a day. */
        public Builder firstTokenTimeout(@Nullable Duration timeout) {
            this.firstTokenTimeout = requireTimeout("timeout for the first token", timeout);
            return this;
        }

        /** How long a stream may be without any event; no limit of its own by default; at most a day. */
        public Builder idleTimeout(@Nullable Duration timeout) {
            this.idleTimeout = requireTimeout("timeout for an idle stream", timeout);
            return this;
        }

        /** A further header of every request; a null value takes it out again. */
        public Builder header(String name, @Nullable String value) {
            if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new ConfigurationException("The header " + name + " is set by the client itself: use apiKey,"
                        + " organization or project where it is one of these");
            }
            requireHeaderName(name);
            requireHeader("value of the header " + name, value, ' ');
            headers.keySet().removeIf(other -> other.equalsIgnoreCase(name));
            if (value != null) {
                headers.put(name, value);
            }
            return this;
        }

        /** Who is told of each request. */
        public Builder listener(RequestListener listener) {
            this.listener = listener;
            return this;
        }

        Builder shared(OkHttpClient shared) {
            this.shared = shared;
            return this;
        }

        /** How often a request is tried again, 0 to 10. */
        public Builder maxRetries(int maxRetries) {
            if (maxRetries < 0 || maxRetries > 10) {
                throw new ConfigurationException("The retries must be from 0 to 10, but are " + maxRetries);
            }
            this.maxRetries = maxRetries;
            return this;
        }

        /**
         * Checks the settings.
         *
         * @throws ConfigurationException if the base URL is none, the key is missing where the service wants one, or a
         *     text cannot be sent in a header
         */
        public TransportConfig build() {
            HttpUrl url = HttpUrl.parse(baseUrl.strip());
            if (url == null) {
                throw new ConfigurationException("The base URL is not an http or https address: set OPENAI_BASE_URL or"
                        + " baseUrl to one like " + DEFAULT_BASE_URL);
            }
            if (apiKey == null && address(url).equals(DEFAULT_BASE_URL)) {
                throw new ConfigurationException("There is no API key: set the environment variable OPENAI_API_KEY, or"
                        + " pass apiKey to the builder, or set OPENAI_BASE_URL to a server that needs none");
            }
            requireHeader("API key", apiKey, '!');
            requireHeader("organisation", organization, '!');
            requireHeader("project", project, '!');
            return new TransportConfig(this, url);
        }

        private static @Nullable String emptyAsNone(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }

        private static @Nullable Duration requireTimeout(String name, @Nullable Duration timeout) {
            if (timeout != null
                    && (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0)) {
                throw new ConfigurationException(
                        "The " + name + " must be above zero and at most a day, but is " + timeout);
            }
            return timeout;
        }

        private static void requireHeaderName(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c <= ' ' || c > '~' || c == ':') {
                    throw new ConfigurationException("The header name \"" + name + "\" has a character at position "
                            + (i + 1) + " that no header name can have");
                }
            }
            if (name.isEmpty()) {
                throw new ConfigurationException("A header needs a name");
            }
        }

        private static void requireHeader(String name, @Nullable String value, char lowest) {
            for (int i = 0; value != null && i < value.length(); i++) {
                char c = value.charAt(i);
                if (c < lowest || c > '~') {
                    throw new ConfigurationException("The " + name + " has a character at position " + (i + 1) + " of "
                            + value.length() + " that cannot be sent, such as a line break or a space: set it again");
                }
            }
        }
    }
}
