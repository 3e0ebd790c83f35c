package dev.makerai.responses;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.http.Cancellation;
import dev.makerai.internal.http.Answer;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.http.Opening;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Polling;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The service {@code /responses}: a model's answers, whole.
 *
 * <pre>{@code
 * Response response = ai.responses().create(ResponseRequest.builder("gpt-6.1-sol")
 *         .input("Which filament for a car dashboard?")
 *         .build());
 * response.outputText();
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe.
 */
public final class Responses {
    /** What the number of a request's tokens depends on, which is all that the service takes for counting. */
    private static final Set<String> COUNTED = Set.of(
            "conversation",
            "input",
            "instructions",
            "model",
            "parallel_tool_calls",
            "personality",
            "previous_response_id",
            "reasoning",
            "text",
            "tool_choice",
            "tools",
            "truncation");

    private static final Polling POLLING = new Polling(Duration.ofMillis(500), Duration.ofSeconds(5));

    private final Transport transport;
    private final HttpUrl url;
    private final @Nullable ResponsesSocket socket;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Responses(Transport transport) {
        this(transport, null);
    }

    Responses(Transport transport, @Nullable ResponsesSocket socket) {
        this.socket = socket;
        this.transport = transport;
        this.url = transport.url("responses");
    }

    /**
     * Asks a model and waits for its whole answer.
     *
     * @param request what to ask
     * @return the answer, which may also be incomplete, failed or still under way: see {@link Response#status}
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response create(ResponseRequest request) {
        return create(request, null, null);
    }

    /**
     * Asks a model and waits for its whole answer, but not for long.
     *
     * @param request what to ask
     * @param within how long all of it may take, further tries and the waits between them included
     * @return the answer, which may also be incomplete, failed or still under way: see {@link Response#status}
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes in time, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response create(ResponseRequest request, Duration within) {
        return create(request, within, null);
    }

    /**
     * Asks a model and waits for its whole answer, but neither for long nor longer than is wanted.
     *
     * @param request what to ask
     * @param within how long all of it may take, further tries and the waits between them included; null for no such
     *     limit
     * @param cancellation ends the request at once, with a {@link TransportException}; null if nobody will
     * @return the answer, which may also be incomplete, failed or still under way: see {@link Response#status}
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes in time, the request is cancelled, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response create(ResponseRequest request, @Nullable Duration within, @Nullable Cancellation cancellation) {
        Duration left = within;
        if (socket != null) {
            long startNanos = System.nanoTime();
            ResponseStream fast = socket.stream(request, limits(within), cancellation);
            if (fast != null) {
                try (fast) {
                    return fast.response();
                }
            }
            left = within == null ? null : within.minusNanos(System.nanoTime() - startNanos);
        }
        Buffer body = new Buffer();
        request.writeTo(body);
        Duration time = left;
        return cancellable(cancellation, opening -> read(transport.post(url, body, time, opening)));
    }

    private static <T> T cancellable(@Nullable Cancellation cancellation, Function<@Nullable Opening, T> request) {
        if (cancellation == null) {
            return request.apply(null);
        }
        Opening opening = new Opening();
        try (Cancellation.Registration registration = cancellation.onCancel(opening::cancel)) {
            return request.apply(opening);
        }
    }

    /**
     * Asks a model and reads its answer while it makes it.
     *
     * @param request what to ask
     * @return the stream, to be closed; where the request says {@code background} and the service stores the response, a
     *     broken connection is taken up again by itself
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is neither a stream of events nor a response
     */
    public ResponseStream stream(ResponseRequest request) {
        return stream(request, null, null);
    }

    /**
     * Asks a model and reads its answer while it makes it, but neither for long nor longer than is wanted.
     *
     * @param request what to ask
     * @param within how long the whole stream may take; null for no such limit
     * @param cancellation closes the stream; null if nobody will
     * @return the stream, as {@link #stream(ResponseRequest)} gives it
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no answer comes in time, the request is cancelled, or the thread is interrupted
     * @throws DecodeException if the answer is neither a stream of events nor a response
     */
    public ResponseStream stream(
            ResponseRequest request, @Nullable Duration within, @Nullable Cancellation cancellation) {
        long startNanos = System.nanoTime();
        ResponseStream fast = socket == null ? null : socket.stream(request, limits(within), cancellation);
        if (fast != null) {
            return fast;
        }
        Buffer body = new Buffer();
        request.writeStreamedTo(body);
        return stream(
                opening -> transport.postForEvents(url, body, opening),
                request.isResumable() ? resumption("", -1) : null,
                limits(within),
                startNanos,
                cancellation);
    }

    /**
     * Makes a socket for a long chain of responses; nothing is connected yet.
     *
     * @return to be closed
     */
    public ResponsesSocket openSocket() {
        return new ResponsesSocket(transport, ResponsesSocket.LONGEST_AGE);
    }

    /**
     * Reads on in the stream of a response that was made in the background and with a stream.
     *
     * @param id the {@link Response#id}
     * @param after the number of the last event that is known ({@link ResponseStream#lastSequenceNumber}); -1 to read
     *     from the start
     * @return the stream, to be closed; a broken connection is taken up again by itself
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no answer comes, or the thread is interrupted
     */
    public ResponseStream resume(String id, long after) {
        HttpUrl stream = Resumption.url(transport, id, after);
        return stream(
                opening -> transport.getEvents(stream, opening),
                resumption(id, after),
                limits(null),
                System.nanoTime(),
                null);
    }

    /**
     * Reads a response that the service has stored.
     *
     * @param id the {@link Response#id}
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response retrieve(String id) {
        return read(transport.get(transport.url("responses", id)));
    }

    /**
     * Reads a response that the service has stored, but waits neither for long nor longer than is wanted.
     *
     * @param id the {@link Response#id}
     * @param within how long that may take; null for no such limit
     * @param cancellation ends the request at once, with a {@link TransportException}; null if nobody will
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no whole answer comes in time, the request is cancelled, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response retrieve(String id, @Nullable Duration within, @Nullable Cancellation cancellation) {
        HttpUrl stored = transport.url("responses", id);
        return cancellable(cancellation, opening -> read(transport.get(stored, within, opening)));
    }

    /**
     * Reads a response that the service has stored, with more than the usual.
     *
     * @param id the {@link Response#id}
     * @param include what it is to hold besides
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response retrieve(String id, Include... include) {
        return read(transport.get(including(transport.url("responses", id), include)));
    }

    /**
     * Waits for a response that is made in the background, asking now and then how far it is.
     *
     * @param id the {@link Response#id}
     * @param within how long at most, at most a year
     * @return the response, which has ended, however it did: see {@link Response#status}
     * @throws WaitTimeoutException if it has not ended by then; it goes on at the service
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if the service cannot be reached for a long time, or the thread is interrupted
     */
    public Response await(String id, Duration within) {
        HttpUrl url = transport.url("responses", id);
        return POLLING.until(
                within,
                left -> read(transport.get(url, left, null)),
                it -> !it.status().isUnderWay(),
                it -> new WaitTimeoutException("The response", id, it.status().value(), within));
    }

    /**
     * Deletes a response that the service has stored.
     *
     * @param id the {@link Response#id}
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     */
    public void delete(String id) {
        transport.delete(transport.url("responses", id));
    }

    /**
     * Stops a response that is worked on in the background.
     *
     * @param id the {@link Response#id}
     * @return the response as far as it came
     * @throws ApiException if the service refuses the request, as for a response that is not in the background
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a response
     */
    public Response cancel(String id) {
        return read(transport.post(transport.url("responses", id, "cancel")));
    }

    /**
     * Counts the tokens of a request's input, tools and instructions included, without asking the model.
     *
     * @param request what would be asked; only what the count depends on is sent
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a count
     */
    public long countInputTokens(ResponseRequest request) {
        Buffer body = new Buffer();
        request.writeTo(body, COUNTED);
        Answer answer = transport.post(transport.url("responses", "input_tokens"), body, null, null);
        return decode(
                answer,
                it -> ResponsesWire.CODECS
                        .decode(InputTokens.class, it.body(), it.requestId())
                        .inputTokens());
    }

    /**
     * Has a model shorten a conversation to what matters; the answer's output is the next input.
     *
     * @param request what to shorten
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a compacted response
     */
    public CompactedResponse compact(CompactRequest request) {
        Buffer body = new Buffer();
        request.writeTo(body);
        Answer answer = transport.post(transport.url("responses", "compact"), body, null, null);
        return decode(answer, it -> CompactedResponse.read(it.body(), it.requestId()));
    }

    /**
     * What a stored response was asked, the newest item first.
     *
     * @param id the {@link Response#id}
     */
    public Pages<InputItem> inputItems(String id) {
        return inputItems(id, ListOptions.DEFAULT);
    }

    /**
     * What a stored response was asked. Going through the list throws what {@link #retrieve} throws.
     *
     * @param id the {@link Response#id}
     * @param options the order and the size of a page, at most 100
     * @param include what the items should hold beyond the usual
     */
    public Pages<InputItem> inputItems(String id, ListOptions options, Include... include) {
        HttpUrl items = including(transport.url("responses", id, "input_items"), include);
        return new Resource(transport, ResponsesWire.CODECS).list(InputItem::of, items, options);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Responses[" + transport + "]";
    }

    private static HttpUrl including(HttpUrl url, Include... include) {
        HttpUrl.Builder query = url.newBuilder();
        for (Include each : include) {
            query.addQueryParameter("include[]", each.value());
        }
        return query.build();
    }

    private static ResponseStream stream(
            Function<Opening, OpenAnswer> open,
            @Nullable Resumption resumption,
            StreamLimits limits,
            long startNanos,
            @Nullable Cancellation cancellation) {
        Opening opening = limits.opening(startNanos, false);
        if (cancellation == null) {
            EventSource events = new HttpEvents(open.apply(opening), limits.deadline(startNanos, false));
            return new ResponseStream(new EventFeed(events, limits, startNanos, resumption));
        }
        try (Cancellation.Registration registration = cancellation.onCancel(opening::cancel)) {
            EventSource events = new HttpEvents(open.apply(opening), limits.deadline(startNanos, false));
            EventFeed feed = new EventFeed(events, limits, startNanos, resumption);
            feed.closeOn(cancellation);
            return new ResponseStream(feed);
        }
    }

    private StreamLimits limits(@Nullable Duration whole) {
        return new StreamLimits(
                transport.config().firstTokenTimeout(), transport.config().idleTimeout(), whole);
    }

    private Resumption resumption(String id, long after) {
        return new Resumption(transport, transport.config().maxRetries(), id, after);
    }

    private Response read(Answer answer) {
        Response response =
                decode(answer, it -> Response.read(it.body(), it.requestId()).requireResponse());
        if (transport.holdsKey(response.outputText())) {
            throw new DecodeException(
                    "The texts of the answer together spell the API key, so it is not handed on: do not trust this"
                            + " server",
                    "$.output",
                    "",
                    answer.requestId(),
                    null);
        }
        return response;
    }

    private <T> T decode(Answer answer, Function<Answer, T> decoder) {
        try {
            return decoder.apply(answer);
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }

    private record InputTokens(long inputTokens) {}
}
