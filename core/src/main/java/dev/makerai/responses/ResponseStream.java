package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.TransportException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response while the model makes it: the events as they come, and in the end the whole response.
 *
 * <pre>{@code
 * try (ResponseStream stream = ai.responses().stream(request)) {
 *     stream.onText(System.out::print);
 *     System.out.println(stream.response().usage());
 * }
 * }</pre>
 *
 * <p>Every stream ends in exactly one way. It ends well with {@link ResponseEvent.Ended}, after which
 * {@link #response()} is what a request without a stream would have given. Whatever else ends it, such as a connection
 * that breaks, an {@code error} event, a limit of time or an interrupt, throws: half an answer never passes for a whole
 * one. What had come until then is in {@link #soFar()}.
 *
 * <p>A response that the service works on in the background ({@code background(true)}) survives a broken connection:
 * the stream takes it up again behind the last event by itself, so that no event is missing or comes twice.
 *
 * <p>Over a {@link ResponsesSocket} a response can be {@linkplain #steer(List) steered} while it comes.
 *
 * <p>One thread reads a stream, once. Any thread may {@linkplain #close close} it, which releases the connection at once
 * and ends a read that waits.
 */
public final class ResponseStream implements Iterable<ResponseEvent>, AutoCloseable {
    private final EventFeed feed;
    private final ResponseAccumulator accumulator;
    private boolean isTaken;

    ResponseStream(EventFeed feed) {
        this.feed = feed;
        this.accumulator = feed.accumulator();
    }

    /**
     * The events as they come. Iterating throws {@link MakerAiException}s where the stream breaks.
     *
     * @throws IllegalStateException if the stream is being read already: it comes only once
     */
    @Override
    public Iterator<ResponseEvent> iterator() {
        if (isTaken) {
            throw new IllegalStateException("A stream comes only once: read its events in one loop");
        }
        isTaken = true;
        return new Events();
    }

    /**
     * Hands on the text of the answer piece by piece, until it is whole. A model that declines to answer gives none:
     * then {@code response().refusal()} says why.
     *
     * @param text takes each piece; what it throws reaches the caller, and nothing more is read
     * @throws ResponseFailedException if the service could not finish the response
     * @throws ResponseIncompleteException if the service cut it off
     * @throws TransportException if the connection broke, a limit of time was passed, or the thread was interrupted
     * @throws DecodeException if what came is not a stream of a response
     */
    public void onText(Consumer<? super String> text) {
        StringBuilder given = new StringBuilder();
        for (ResponseEvent event : this) {
            if (event instanceof OutputTextEvent.Delta delta) {
                given.append(delta.delta());
                text.accept(delta.delta());
            }
        }
        Response whole = accumulator.response();
        String rest = restOf(whole.outputText(), given);
        if (!rest.isEmpty()) {
            text.accept(rest);
        }
        if (whole.status().equals(ResponseStatus.INCOMPLETE)) {
            throw new ResponseIncompleteException(whole);
        }
        boolean isWell = whole.status().value().isEmpty() || whole.status().equals(ResponseStatus.COMPLETED);
        if (!isWell || whole.error() != null) {
            throw ResponseFailedException.of(whole);
        }
    }

    /**
     * The whole response; what has not been read of the stream is read now.
     *
     * @return also where it failed or was cut off: see {@link Response#status}
     * @throws MakerAiException if the stream breaks before its end
     */
    public Response response() {
        while (!feed.isAtEnd()) {
            feed.next();
        }
        return accumulator.response();
    }

    /** The response as far as it has come: its items and their texts so far. For the thread that reads. */
    public Response soFar() {
        return accumulator.response();
    }

    /**
     * Gives the model a person's next words while it still works on the last ones. See
     * {@link #steer(List) the same with items}.
     *
     * @param text what to say
     * @return false if it came too late, or the stream does not come over a {@link ResponsesSocket}
     */
    public boolean steer(String text) {
        return feed.steer(Objects.requireNonNull(text, "text"));
    }

    /**
     * Gives the model further input while it still works. The service may cut the response short at the next good place
     * ({@link IncompleteDetails#STEERED}) or let it come to its end; a second response then takes the input in, with the
     * settings of the first, and its events follow in this same stream. {@link #response()} is the last of them.
     * {@link SteerEvent}s tell what becomes of the input. Where the model waits for results of tool calls, they say
     * {@link SteerEvent.Pending}, the stream ends, and the input waits for the request with the results.
     *
     * <p>Any thread may do this while another reads. Not every model can be steered; where the service refuses,
     * {@link SteerEvent.Failed} gives the input back.
     *
     * @param input a person's messages and results of functions
     * @return false if the stream does not come over a {@link ResponsesSocket}, or has ended, so that the input belongs
     *     into the next request
     * @throws IllegalArgumentException if there are no items, or of another kind
     */
    public boolean steer(List<? extends InputItem> input) {
        if (input.isEmpty()) {
            throw new IllegalArgumentException("There has to be some input");
        }
        for (InputItem item : input) {
            boolean isMessage =
                    item instanceof InputMessage message && message.role().equals(Role.USER);
            if (!isMessage && !(item instanceof FunctionCallOutput)) {
                throw new IllegalArgumentException("A response under way takes a person's messages and results of"
                        + " functions, but not this: " + item.toJson().text() + "; put it into the next request");
            }
        }
        return feed.steer(List.copyOf(input));
    }

    /** The service's id of the HTTP request, to name in a support case; null if it gave none. */
    public @Nullable String requestId() {
        return feed.requestId();
    }

    /**
     * The number of the newest event, for {@link Responses#resume} in another process; -1 if there was none, or the
     * service does not number them.
     */
    public long lastSequenceNumber() {
        return accumulator.lastSequenceNumber();
    }

    /** Releases the connection at once; a stream that was read to its end has done so already. */
    @Override
    public void close() {
        feed.close();
    }

    /** What is still to be given: not every server sends the text in pieces, or all of them. */
    private static String restOf(String whole, StringBuilder given) {
        return whole.length() > given.length() && whole.startsWith(given.toString())
                ? whole.substring(given.length())
                : "";
    }

    private final class Events implements Iterator<ResponseEvent> {
        private @Nullable ResponseEvent upcoming;

        @Override
        public boolean hasNext() {
            // After an error event there is no end: the next step throws.
            if (upcoming == null && !feed.isAtEnd()) {
                upcoming = feed.next();
            }
            return upcoming != null;
        }

        @Override
        public ResponseEvent next() {
            if (!hasNext() || upcoming == null) {
                throw new NoSuchElementException("The stream is at its end");
            }
            ResponseEvent event = upcoming;
            upcoming = null;
            return event;
        }
    }
}
