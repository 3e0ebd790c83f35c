package dev.makerai.responses;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Answer;
import dev.makerai.internal.http.Transport;
import dev.makerai.json.Json;
import java.time.Duration;
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
    private final Transport transport;
    private final HttpUrl url;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Responses(Transport transport) {
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
        return send(request, null);
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
        return send(request, within);
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
        Buffer body = new Buffer();
        request.toBuilder().extra("stream", Json.trusted("true")).build().writeTo(body);
        EventSource events = new HttpEvents(transport.postForEvents(url, body));
        return stream(events, request.isResumable() ? resumption("", -1) : null);
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
        EventSource events = new HttpEvents(transport.getEvents(Resumption.url(transport, id, after)));
        return stream(events, resumption(id, after));
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

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Responses[" + transport + "]";
    }

    private ResponseStream stream(EventSource events, @Nullable Resumption resumption) {
        EventFeed.StreamLimits limits = new EventFeed.StreamLimits(
                transport.config().firstTokenTimeout(), transport.config().idleTimeout());
        return new ResponseStream(new EventFeed(events, limits, resumption));
    }

    private Resumption resumption(String id, long after) {
        return new Resumption(transport, transport.config().maxRetries(), id, after);
    }

    private Response send(ResponseRequest request, @Nullable Duration within) {
        Buffer body = new Buffer();
        request.writeTo(body);
        return read(transport.post(url, body, within));
    }

    private Response read(Answer answer) {
        try {
            Response response = Response.read(answer.body(), answer.requestId());
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
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }
}
