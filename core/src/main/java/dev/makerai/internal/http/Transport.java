package dev.makerai.internal.http;

import dev.makerai.errors.DecodeException;
import dev.makerai.http.RequestReport;
import dev.makerai.http.TransferProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one service, each on the calling thread, and turns every failure into a typed exception.
 * Interrupting the thread cancels its call at once. Thread-safe.
 */
public final class Transport implements AutoCloseable {
    private static final int OK = 200;

    private static final String EVENT_STREAM = "text/event-stream";

    private final TransportConfig config;
    private final OkHttpClient client;
    private volatile @Nullable OkHttpClient streamingClient;
    private final Headers headers;
    private final Headers jsonHeaders;
    private final Secrets secrets;
    private final Pause pause;
    private final InstantSource clock;
    private final int maxAnswerBytes;
    private final InterruptWatcher watcher = new InterruptWatcher();

    /** Makes the client, or derives it from the user's own; nothing is connected yet. */
    public Transport(TransportConfig config) {
        this(config, Pause.SLEEP, InstantSource.system(), AnswerReader.MAX_BYTES);
    }

    Transport(TransportConfig config, Pause pause, InstantSource clock, int maxAnswerBytes) {
        this.config = config;
        this.client = client(config);
        this.headers = headers(config);
        this.jsonHeaders =
                headers.newBuilder().add("Content-Type", "application/json").build();
        this.secrets = new Secrets(config.apiKey());
        this.pause = pause;
        this.clock = clock;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /**
     * The address of a resource.
     *
     * @param segments parts of the path below the base URL, not yet encoded
     */
    public HttpUrl url(String... segments) {
        HttpUrl.Builder url = config.baseUrl().newBuilder();
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("An id cannot be \"" + segment + "\"");
            }
            url.addPathSegment(segment);
        }
        return url.build();
    }

    /**
     * Posts a document and reads the whole answer, which has to be JSON.
     *
     * @param url from {@link #url}
     * @param body the document; it is emptied
     * @param within how long all of it may take, tries and waits included; null for no limit but the timeouts
     * @param opening what may end the request earlier, or null
     * @throws dev.makerai.errors.ApiException if the service refuses the request
     * @throws dev.makerai.errors.TransportException if no whole answer comes
     * @throws dev.makerai.errors.DecodeException if the answer is not JSON, or too large
     */
    public Answer post(HttpUrl url, Buffer body, @Nullable Duration within, @Nullable Opening opening) {
        try {
            return new Exchange(this, "POST", url, new JsonBody(body), jsonHeaders, within, opening).answer(true);
        } finally {
            body.clear();
        }
    }

    /**
     * Posts without a document.
     *
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public Answer post(HttpUrl url) {
        return post(url, new Buffer(), null, null);
    }

    /**
     * Gets a document.
     *
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public Answer get(HttpUrl url) {
        return get(url, null, null);
    }

    /**
     * Gets a document, but does not wait for long.
     *
     * @param within how long all of it may take, tries and waits included; null for no limit but the timeouts
     * @param opening what may end the request earlier, or null
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public Answer get(HttpUrl url, @Nullable Duration within, @Nullable Opening opening) {
        return new Exchange(this, "GET", url, null, headers, within, opening).answer(true);
    }

    /**
     * Deletes a resource; what the service says to a success does not matter.
     *
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public void delete(HttpUrl url) {
        Answer unused = new Exchange(this, "DELETE", url, null, headers, null, null).answer(false);
    }

    /**
     * Posts files and fields, streaming them out.
     *
     * @param url from {@link #url}
     * @param content what to send; it is sent again at another try unless it is one-shot
     * @param progress is told how far it has come
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public Answer upload(HttpUrl url, RequestBody content, TransferProgress progress) {
        return new Exchange(this, "POST", url, new UploadBody(content, progress), headers, null, null).answer(true);
    }

    /**
     * Posts files and fields and opens what answers them, which need not be JSON.
     *
     * @see #upload(HttpUrl, RequestBody, TransferProgress)
     */
    public OpenAnswer uploadForFile(HttpUrl url, RequestBody content, TransferProgress progress) {
        return new Exchange(this, "POST", url, new UploadBody(content, progress), headers, null, null).open();
    }

    /**
     * Posts a document and opens the stream of events that answers it.
     *
     * @param url from {@link #url}
     * @param body the document; it is emptied
     * @param opening what may end the wait for the answer, or null
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public OpenAnswer postForEvents(HttpUrl url, Buffer body, @Nullable Opening opening) {
        try {
            Headers accepting =
                    jsonHeaders.newBuilder().add("Accept", EVENT_STREAM).build();
            return new Exchange(this, "POST", url, new JsonBody(body), accepting, null, opening).open();
        } finally {
            body.clear();
        }
    }

    /**
     * Opens a stream of events.
     *
     * @param url from {@link #url}
     * @param opening what may end the wait for the answer, or null
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public OpenAnswer getEvents(HttpUrl url, @Nullable Opening opening) {
        Headers accepting = headers.newBuilder().add("Accept", EVENT_STREAM).build();
        return new Exchange(this, "GET", url, null, accepting, null, opening).open();
    }

    /**
     * Opens a file.
     *
     * @param url from {@link #url}
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public OpenAnswer download(HttpUrl url) {
        return whole(new Exchange(this, "GET", url, null, headers, null, null).open());
    }

    /** A part of a file, or a promise of one, must not pass for the file. */
    private static OpenAnswer whole(OpenAnswer answer) {
        if (answer.status() != OK) {
            answer.close();
            throw answer.unusable("The answer has HTTP status " + answer.status() + " and not " + OK
                    + ", so it is not the whole file: try again later, and check proxies between");
        }
        return answer;
    }

    /**
     * Posts a document and opens the file that answers it.
     *
     * @param url from {@link #url}
     * @param body the document; it is emptied
     * @see #post(HttpUrl, Buffer, Duration, Opening)
     */
    public OpenAnswer postForFile(HttpUrl url, Buffer body) {
        try {
            return whole(new Exchange(this, "POST", url, new JsonBody(body), jsonHeaders, null, null).open());
        } finally {
            body.clear();
        }
    }

    /**
     * The same exception, without secrets that the answer repeated.
     *
     * @param fault from reading an answer
     */
    public DecodeException masked(DecodeException fault) {
        String text = secrets.maskEscaped(fault.text());
        if (text.equals(fault.text()) && !repeatsSecret(fault)) {
            return fault;
        }
        // The cause may quote the text, so it has to go.
        return new DecodeException(
                secrets.maskEscaped(fault.problem()),
                secrets.maskEscaped(fault.path()),
                text,
                secrets.maskId(fault.requestId()),
                null);
    }

    private boolean repeatsSecret(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (!secrets.maskEscaped(t.toString()).equals(t.toString())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits as before another try of a request.
     *
     * @param tries how many there were, at least 1
     * @param opening what may end the wait earlier
     * @throws InterruptedException if the thread was interrupted
     */
    public void pauseBeforeRetry(int tries, Opening opening) throws InterruptedException {
        pause.of(RetryPolicy.backoff(tries), opening);
    }

    /** Closes the idle connections, unless the client is the user's own. */
    @Override
    public void close() {
        if (config.client() == null && config.shared() == null) {
            client.connectionPool().evictAll();
        }
    }

    /** The address; no key, no user name, no query. */
    @Override
    public String toString() {
        return TransportConfig.address(config.baseUrl());
    }

    /** How it speaks with the service. */
    public TransportConfig config() {
        return config;
    }

    /** The settings, to speak a little differently over the same connections. */
    public TransportConfig.Builder derive() {
        return config.toBuilder().shared(client);
    }

    /** The HTTP client, for other protocols over the same address. */
    public OkHttpClient client() {
        return client;
    }

    /** Tells the listener of a request that went another way than over HTTP. */
    public void report(RequestReport report) {
        config.listener().ended(report);
    }

    /** The headers that every request carries, the key among them. */
    public Headers headers() {
        return headers;
    }

    /**
     * A text that others wrote, without the key and what looks like one.
     *
     * @param text from an answer
     */
    public String masked(String text) {
        return secrets.maskEscaped(text);
    }

    /**
     * A part of an answer without the key, so that nothing that is made of it can repeat the key.
     *
     * @param part in UTF-8
     */
    public byte[] withoutKey(byte[] part) {
        return secrets.maskAnswer(part);
    }

    /** A fault without secrets in its words or in those of its causes. */
    public IOException masked(IOException fault) {
        return secrets.mask(fault);
    }

    /**
     * Whether a text holds the key.
     *
     * @param text joined of parts of an answer, in each of which the key is masked
     */
    public boolean holdsKey(String text) {
        return secrets.holdsKey(text);
    }

    /** For answers that may go on for longer than any timeout, as long as they do go on. */
    OkHttpClient streamingClient() {
        OkHttpClient made = streamingClient;
        if (made == null) {
            // Two threads may both make one: they share all that counts.
            made = streamingClient(config, client);
            streamingClient = made;
        }
        return made;
    }

    Secrets secrets() {
        return secrets;
    }

    Pause pause() {
        return pause;
    }

    InstantSource clock() {
        return clock;
    }

    int maxAnswerBytes() {
        return maxAnswerBytes;
    }

    InterruptWatcher watcher() {
        return watcher;
    }

    private static OkHttpClient client(TransportConfig config) {
        OkHttpClient own = config.shared() == null ? config.client() : config.shared();
        OkHttpClient.Builder client = own == null ? new OkHttpClient.Builder() : own.newBuilder();
        // A redirect could carry the key to another host, and a POST that becomes a GET helps nobody.
        client.followRedirects(false).followSslRedirects(false);
        if (own == null && !config.baseUrl().isHttps()) {
            // Without this the client loads every trusted certificate for nothing: a third of a cold start.
            client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        } else if (config.client() == null && config.baseUrl().isHttps()) {
            // The settings may be derived from those of a server without TLS.
            client.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
        }
        Duration timeout = config.timeout();
        if (timeout != null) {
            client.readTimeout(timeout).writeTimeout(timeout).callTimeout(timeout);
        }
        return client.build();
    }

    private static OkHttpClient streamingClient(TransportConfig config, OkHttpClient client) {
        // The client of one's own without a timeout of ours has the limits that its owner wants.
        return config.timeout() == null
                ? client
                : client.newBuilder().callTimeout(Duration.ZERO).build();
    }

    private static Headers headers(TransportConfig config) {
        Headers.Builder headers = new Headers.Builder();
        headers.add("User-Agent", Version.USER_AGENT);
        String key = config.apiKey();
        if (key != null) {
            headers.add("Authorization", "Bearer " + key);
        }
        String organization = config.organization();
        if (organization != null) {
            headers.add("OpenAI-Organization", organization);
        }
        String project = config.project();
        if (project != null) {
            headers.add("OpenAI-Project", project);
        }
        config.headers().forEach(headers::set);
        return headers.build();
    }
}
