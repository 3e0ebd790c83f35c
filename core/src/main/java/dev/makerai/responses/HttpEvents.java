package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.scan.HeapShare;
import dev.makerai.internal.sse.EventReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The events of a response over HTTP; an answer that is no stream but a whole response is the last event alone. */
final class HttpEvents implements EventSource {
    /** As much as an answer without a stream may have. */
    private static final long MAX_BYTES = HeapShare.bytes(128 * 1024 * 1024, 16);

    private static final int SHOWN_BYTES = 2000;

    private final OpenAnswer answer;
    private final @Nullable ResponseEventReader events;
    private boolean isRead;
    private boolean hasAny;

    HttpEvents(OpenAnswer answer) {
        this.answer = answer;
        String type = answer.header("Content-Type");
        boolean whole = type != null && type.toLowerCase(Locale.ROOT).contains("json");
        // Some servers send events without saying so; only what is surely something else is not read as events.
        this.events =
                whole ? null : new ResponseEventReader(new EventReader(answer.source(), answer.requestId()), answer);
        if (type != null && type.toLowerCase(Locale.ROOT).contains("html")) {
            throw notEvents(type);
        }
    }

    @Override
    public @Nullable ResponseEvent next(long deadline) throws LateException {
        answer.deadline(deadline);
        try {
            ResponseEvent event = events == null ? whole() : events.next();
            hasAny |= event != null;
            return event;
        } catch (DecodeException e) {
            throw masked(e);
        } catch (IOException e) {
            if (answer.isLate() && !answer.isClosed() && !Thread.currentThread().isInterrupted()) {
                throw new LateException();
            }
            throw answer.broken(e);
        }
    }

    /** A server that does not stream answers the same request with the whole response. */
    private @Nullable ResponseEvent whole() throws IOException {
        if (isRead) {
            return null;
        }
        isRead = true;
        if (answer.source().request(MAX_BYTES + 1)) {
            throw new DecodeException(
                    "The answer is larger than " + MAX_BYTES
                            + " bytes, the most that is read (a sixteenth of the heap, at most 128 MiB)",
                    "$",
                    answer.source().readUtf8(SHOWN_BYTES),
                    answer.requestId(),
                    null);
        }
        byte[] body = answer.withoutKey(answer.source().readByteArray());
        return ResponseEvent.Ended.whole(Response.read(body, answer.requestId()));
    }

    @Override
    public @Nullable String requestId() {
        return answer.requestId();
    }

    @Override
    public MakerAiException cutOff(String why) {
        String type = String.valueOf(answer.header("Content-Type"));
        if (!hasAny && !type.toLowerCase(Locale.ROOT).contains("event-stream")) {
            return masked(new DecodeException(
                    "The answer, of type " + type + ", holds no event of a stream: the base URL may be wrong, or the"
                            + " server does not stream",
                    "$",
                    "",
                    answer.requestId(),
                    null));
        }
        return answer.broken(new EOFException(why));
    }

    @Override
    public MakerAiException late(String message) {
        return answer.late(message);
    }

    @Override
    public void end() {
        answer.end();
    }

    @Override
    public void close() {
        answer.close();
    }

    private DecodeException notEvents(String type) {
        String start;
        try {
            start = answer.source().request(SHOWN_BYTES)
                    ? answer.source().readUtf8(SHOWN_BYTES)
                    : answer.source().readUtf8();
        } catch (IOException e) {
            start = "nothing that can be read: " + e.getMessage();
        }
        answer.close();
        return masked(new DecodeException(
                "The answer is of type " + type + " and not a stream of events: the base URL may be wrong, or a proxy"
                        + " answered; found",
                "$",
                start,
                answer.requestId(),
                null));
    }

    private DecodeException masked(DecodeException e) {
        return new DecodeException(
                answer.masked(e.problem()), answer.masked(e.path()), answer.masked(e.text()), e.requestId(), null);
    }
}
