package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.scan.HeapShare;
import dev.makerai.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes one response of the events of a stream: while they come, what is known so far; at the end the response that the
 * last event brought, which is the same as without a stream. Not thread-safe.
 */
final class ResponseAccumulator {
    /** As much as the largest answer without a stream may have; a character takes up to two bytes. */
    static final int MAX_CHARACTERS = HeapShare.bytes(128 * 1024 * 1024, 32);

    private final @Nullable String requestId;
    private final int maxCharacters;
    private OutputDraft output;
    private @Nullable Response begun;
    private @Nullable Response ended;
    private ResponseEvent.@Nullable StreamError error;
    private long lastSequenceNumber = -1;

    /**
     * @param requestId the service's id of the HTTP request, or null
     */
    ResponseAccumulator(@Nullable String requestId) {
        this(requestId, MAX_CHARACTERS);
    }

    ResponseAccumulator(@Nullable String requestId, int maxCharacters) {
        this.requestId = requestId;
        this.maxCharacters = maxCharacters;
        this.output = new OutputDraft(new JsonDraft.Room(maxCharacters, requestId));
    }

    /**
     * Takes the next event; those behind the end count no more, unless another response begins.
     *
     * @throws DecodeException if the stream brings more than can be kept
     */
    void add(ResponseEvent event) {
        if (ended != null
                && event instanceof ResponseEvent.Progress progress
                && !progress.response().id().equals(ended.id())) {
            ended = null;
            output = new OutputDraft(new JsonDraft.Room(maxCharacters, requestId));
            lastSequenceNumber = -1;
        }
        if (ended()) {
            return;
        }
        lastSequenceNumber = Math.max(lastSequenceNumber, event.sequenceNumber());
        if (event instanceof ResponseEvent.Progress progress) {
            begun = progress.response();
        } else if (event instanceof ResponseEvent.Ended end) {
            end.response().withRequestId(requestId).requireResponse();
            ended = end(end);
        } else if (event instanceof ResponseEvent.StreamError streamError) {
            error = streamError;
        } else {
            output.add(event);
        }
    }

    /** Whether the stream has come to its end: completed, incomplete, failed, or broken off by an error. */
    boolean ended() {
        return ended != null || error != null;
    }

    /** The error that broke the stream off, or null. */
    ResponseEvent.@Nullable StreamError error() {
        return error;
    }

    /** The id of the response, as soon as it is known; empty before. */
    String begunId() {
        return begun == null ? "" : begun.id();
    }

    /** The number of the newest event, from which a stream can be taken up again; -1 if there was none. */
    long lastSequenceNumber() {
        return lastSequenceNumber;
    }

    /** The response, whole if the stream has ended with it, and else as far as it has come. */
    Response response() {
        if (ended != null) {
            return ended;
        }
        Json known = begun == null ? Json.parse("{\"status\":\"in_progress\"}") : begun.toJson();
        return withOutput(known);
    }

    /** Some services leave the output out of the last event, since they have sent all of it before. */
    private Response end(ResponseEvent.Ended end) {
        Response response = end.response();
        boolean leftOut = response.output().isEmpty() && !output.isEmpty() && response.error() == null;
        return leftOut ? withOutput(response.toJson()) : response.withRequestId(requestId);
    }

    private Response withOutput(Json response) {
        JsonDraft draft = new JsonDraft(new JsonDraft.Room(Integer.MAX_VALUE, requestId));
        draft.set(response);
        draft.member("output").set(output.json());
        return Response.of(draft.json()).withRequestId(requestId);
    }
}
