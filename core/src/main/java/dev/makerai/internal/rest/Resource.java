package dev.makerai.internal.rest;

import dev.makerai.errors.DecodeException;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.Answer;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Page;
import dev.makerai.pages.Pages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One group of the API: sends records, reads records. Thread-safe. */
public final class Resource {
    private final Transport transport;
    private final Codecs codecs;

    /**
     * Joins the way to the service with the forms of the group.
     *
     * @param transport speaks with the service
     * @param codecs read and write the group's records
     */
    public Resource(Transport transport, Codecs codecs) {
        this.transport = transport;
        this.codecs = codecs;
    }

    /**
     * An address below the base URL.
     *
     * @param segments parts of the path, not yet encoded
     */
    public HttpUrl url(String... segments) {
        return transport.url(segments);
    }

    /** Gets a record. */
    public <T> T get(Class<T> type, HttpUrl url) {
        return decode(type, transport.get(url));
    }

    /**
     * Gets a record, but does not wait for long.
     *
     * @param within how long all of it may take, tries and waits included
     */
    public <T> T get(Class<T> type, HttpUrl url, Duration within) {
        return decode(type, transport.get(url, within, null));
    }

    /** Posts without a document. */
    public <T> T post(Class<T> type, HttpUrl url) {
        return decode(type, transport.post(url));
    }

    /**
     * Posts a document.
     *
     * @param body a record, or a map of members
     */
    public <T> T post(Class<T> type, HttpUrl url, Object body) {
        return decode(type, transport.post(url, encode(body), null, null));
    }

    /**
     * Posts files and fields.
     *
     * @param progress is told how far it has come
     */
    public <T> T upload(Class<T> type, HttpUrl url, RequestBody content, TransferProgress progress) {
        return decode(type, transport.upload(url, content, progress));
    }

    /**
     * Posts files and fields and opens what answers them, to be closed by whoever reads it.
     *
     * @param progress is told how far it has come
     */
    public OpenAnswer uploadForFile(HttpUrl url, RequestBody content, TransferProgress progress) {
        return transport.uploadForFile(url, content, progress);
    }

    /** Deletes; what the service says to a success does not matter. */
    public void delete(HttpUrl url) {
        transport.delete(url);
    }

    /** Opens a file, to be closed by whoever reads it. */
    public OpenAnswer download(HttpUrl url) {
        return transport.download(url);
    }

    /**
     * Gets a file. It appears under its name when it is whole, and replaces one that is there; until then it has
     * another name beside it.
     *
     * @param target the file to write, in a folder that there is
     * @param progress is told how far it has come
     */
    public void download(HttpUrl url, Path target, TransferProgress progress) {
        Path place = Download.target(target);
        try (OpenAnswer answer = transport.download(url)) {
            Download.toFile(answer, place, progress);
        }
    }

    /**
     * Gets a file into memory.
     *
     * @param mostBytes a larger one is refused
     */
    public byte[] bytes(HttpUrl url, int mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("A bound cannot be negative: " + mostBytes);
        }
        try (OpenAnswer answer = transport.download(url)) {
            return Download.toBytes(answer, mostBytes);
        }
    }

    /**
     * Posts a document and opens the file that answers it.
     *
     * @param body a record, or a map of members
     */
    public OpenAnswer postForFile(HttpUrl url, Object body) {
        return transport.postForFile(url, encode(body));
    }

    /**
     * A list by pages, whose elements are records.
     *
     * @param url where the list is, with the query that it has beyond the options
     */
    public <T> Pages<T> list(Class<T> type, HttpUrl url, ListOptions options) {
        return list(json -> decode(type, json), url, options);
    }

    /**
     * A list by pages.
     *
     * @param element reads an element
     * @param url where the list is, with the query that it has beyond the options
     */
    public <T> Pages<T> list(Function<Json, T> element, HttpUrl url, ListOptions options) {
        return Pages.of(cursor -> page(element, withQuery(url, options, cursor)));
    }

    /** Reads a record from a document that is already there. */
    public <T> T decode(Class<T> type, Json json) {
        return codecs.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** Without the query, which may hold anything. */
    @Override
    public String toString() {
        return transport.toString();
    }

    private <T> Page<T> page(Function<Json, T> element, HttpUrl url) {
        Answer answer = transport.get(url);
        try {
            ListPage page = codecs.decode(ListPage.class, answer.body(), answer.requestId());
            if (page.data().isEmpty()) {
                requireList(answer);
            }
            List<T> elements = new ArrayList<>();
            for (Json json : page.data()) {
                elements.add(element.apply(json));
            }
            String next = page.goesOn() ? page.next() : null;
            if (page.goesOn() && next == null) {
                throw new DecodeException(
                        "The list goes on, but neither last_id nor the id of the last element says where",
                        "$.last_id",
                        new String(answer.body(), StandardCharsets.UTF_8),
                        answer.requestId(),
                        null);
            }
            return new Page<>(elements, next);
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }

    private <T> T decode(Class<T> type, Answer answer) {
        try {
            return codecs.decode(type, answer.body(), answer.requestId());
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }

    /** What has no elements at all must not pass for an empty list. */
    private static void requireList(Answer answer) {
        Json whole = Json.parse(new String(answer.body(), StandardCharsets.UTF_8));
        Json data = whole.get("data");
        if (data == null || data.kind() != Json.Kind.ARRAY) {
            throw new DecodeException("The answer is no list", "$.data", whole.text(), answer.requestId(), null);
        }
    }

    private Buffer encode(Object body) {
        Buffer buffer = new Buffer();
        codecs.encode(buffer, body);
        return buffer;
    }

    private static HttpUrl withQuery(HttpUrl url, ListOptions options, @Nullable String cursor) {
        HttpUrl.Builder query = url.newBuilder();
        if (options.limit() != null) {
            query.addQueryParameter("limit", String.valueOf(options.limit()));
        }
        if (options.order() != null) {
            query.addQueryParameter("order", options.order());
        }
        String after = cursor == null ? options.after() : cursor;
        if (after != null) {
            query.addQueryParameter("after", after);
        }
        return query.build();
    }
}
