package dev.makerai.responses;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Answer;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
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
        HttpUrl.Builder items = transport.url("responses", id, "input_items").newBuilder();
        for (Include each : include) {
            items.addQueryParameter("include", each.value());
        }
        return new Resource(transport, ResponsesWire.CODECS).list(InputItem::of, items.build(), options);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Responses[" + transport + "]";
    }

    private Response send(ResponseRequest request, @Nullable Duration within) {
        Buffer body = new Buffer();
        request.writeTo(body);
        return read(transport.post(url, body, within));
    }

    private Response read(Answer answer) {
        try {
            return Response.read(answer.body(), answer.requestId());
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }
}
