package dev.makerai.responses;

import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Transport;
import okhttp3.HttpUrl;

/** Takes up the stream of a response that the service works on in the background. */
final class Resumption {
    private final Transport transport;
    private final int maxFruitless;
    private final String knownId;
    private final long knownLast;
    private int fruitless;
    private boolean hasResumed;

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
        return !id(read).isEmpty() && last(read) >= 0;
    }

    private String id(ResponseAccumulator read) {
        return knownId.isEmpty() ? read.begunId() : knownId;
    }

    private long last(ResponseAccumulator read) {
        return Math.max(knownLast, read.lastSequenceNumber());
    }

    /** A new event has come, so the connection was good for something. */
    void progressed() {
        fruitless = 0;
    }

    boolean hasResumed() {
        return hasResumed;
    }

    boolean mayTryAgain() {
        return fruitless < maxFruitless;
    }

    /**
     * Opens the stream behind the last event.
     *
     * @param read what has come of it
     * @param fault why that is needed; thrown if the thread is interrupted while it waits
     */
    EventSource open(ResponseAccumulator read, TransportException fault) {
        fruitless++;
        hasResumed = true;
        try {
            transport.pauseBeforeRetry(fruitless);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault;
        }
        return new HttpEvents(transport.getEvents(url(transport, id(read), last(read))));
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
