package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Opening;
import dev.makerai.internal.http.Transport;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Takes up the stream of a response that the service works on in the background. */
final class Resumption {
    private final Transport transport;
    private final int maxFruitless;
    private final String knownId;
    private final long knownLast;
    private int fruitless;
    private boolean hasResumed;

    /** Whether the service has numbered every event, so that a gap means a loss. */
    private boolean isWithoutGaps = true;

    /**
     * @param transport speaks with the service
     * @param maxFruitless how often to try again without any event in between
     * @param knownId the response's id; empty if only its first event will tell it
     * @param knownLast the number of the last event that came before this stream; -1 if there was none
     */
    Resumption(Transport transport, int maxFruitless, String knownId, long knownLast) {
        this.transport = transport;
        this.maxFruitless = maxFruitless;
        this.knownId = knownId;
        this.knownLast = knownLast;
    }

    /** Whether it can be said which stream to take up, and where. */
    boolean knowsWhere(ResponseAccumulator read) {
        return !knownId.isEmpty() || !id(read).isEmpty() && last(read) >= 0;
    }

    private String id(ResponseAccumulator read) {
        return knownId.isEmpty() ? read.begunId() : knownId;
    }

    private long last(ResponseAccumulator read) {
        return Math.max(knownLast, read.lastSequenceNumber());
    }

    /**
     * Makes sure that what came after a stream was taken up again belongs to it and goes on where it broke off.
     *
     * @throws DecodeException if not
     */
    void require(ResponseEvent event, ResponseAccumulator read, @Nullable String requestId) {
        String id = event instanceof ResponseEvent.Progress begun
                ? begun.response().id()
                : event instanceof ResponseEvent.Ended ended ? ended.response().id() : "";
        if (!id.isEmpty() && !id.equals(id(read))) {
            throw new DecodeException(
                    "The stream of the response " + id(read) + ", taken up again, brought another response",
                    "$.response.id",
                    id,
                    requestId,
                    null);
        }
        if (isWithoutGaps && last(read) >= 0 && event.sequenceNumber() > last(read) + 1) {
            throw new DecodeException(
                    "The stream of the response " + id(read) + ", taken up again behind event " + last(read)
                            + ", went on with event " + event.sequenceNumber()
                            + ", so pieces are missing: read the response with retrieve",
                    "$.sequence_number",
                    String.valueOf(event.sequenceNumber()),
                    requestId,
                    null);
        }
    }

    /** Takes note of an event before it is added to the others. */
    void follow(ResponseEvent event, ResponseAccumulator read) {
        isWithoutGaps &= event.sequenceNumber() == last(read) + 1;
        fruitless = 0;
    }

    /** Whether the stream has begun before. */
    boolean goesOn() {
        return hasResumed || !knownId.isEmpty();
    }

    /** Whether an event has come before, with which a stream that is taken up again may begin. */
    boolean isRepeated(ResponseEvent event, ResponseAccumulator read) {
        boolean isEnd = event instanceof ResponseEvent.Ended || event instanceof ResponseEvent.StreamError;
        return goesOn() && !isEnd && event.sequenceNumber() >= 0 && event.sequenceNumber() <= last(read);
    }

    boolean mayTryAgain() {
        return fruitless < maxFruitless;
    }

    /**
     * Opens the stream behind the last event.
     *
     * @param read what has come of it
     * @param fault why that is needed; thrown if the thread is interrupted while it waits
     * @param opening what may end the wait for the stream
     * @param deadline until when to wait for what shows that this is none
     */
    EventSource open(ResponseAccumulator read, TransportException fault, Opening opening, long deadline) {
        fruitless++;
        hasResumed = true;
        try {
            transport.pauseBeforeRetry(fruitless, opening);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault;
        }
        return new HttpEvents(transport.getEvents(url(transport, id(read), last(read)), opening), deadline);
    }

    /** Where the events behind a number are. */
    static HttpUrl url(Transport transport, String id, long last) {
        HttpUrl.Builder url = transport.url("responses", id).newBuilder().addQueryParameter("stream", "true");
        if (last >= 0) {
            url.addQueryParameter("starting_after", String.valueOf(last));
        }
        return url.build();
    }
}
