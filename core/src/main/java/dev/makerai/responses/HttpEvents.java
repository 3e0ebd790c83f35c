package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.scan.HeapShare;
import dev.makerai.internal.sse.EventReader;
import dev.makerai.json.SourceText;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The events of a response over HTTP; an answer that is no stream but a whole response is the last event alone. */
final class HttpEvents implements EventSource {
    /** As much as an answer without a stream may have. */
    private static final long MAX_BYTES = HeapShare.bytes(128 * 1024 * 1024, 16);

    private static final int SHOWN_BYTES = 2000;

    /** How long the start of an answer is worth waiting for that is only shown. */
    private static final long SHOWN_NANOS = Duration.ofSeconds(5).toNanos();

    private final OpenAnswer answer;
    private final @Nullable ResponseEventReader events;
    private boolean isRead;
    private boolean hasAny;

    /**
     * @param deadline until when to wait where the answer is neither events nor JSON, by {@link System#nanoTime}
     * @throws DecodeException if it is neither
     */
    HttpEvents(OpenAnswer answer, long deadline) {
        this.answer = answer;
        String type = answer.header("Content-Type");
        boolean whole = type != null && type.toLowerCase(Locale.ROOT).contains("json");
        // Some servers send events without saying so; only what is surely something else is not read as events.
        this.events =
                whole ? null : new ResponseEventReader(new EventReader(answer.source(), answer.requestId()), answer);
        if (type != null && type.toLowerCase(Locale.ROOT).contains("html")) {
            throw notEvents(type, deadline);
        }
    }

    @Override
    public @Nullable ResponseEvent next(long deadline) throws LateException {
        answer.deadline(deadline);
        if (events == null) {
            answer.bound();
        }
        try {
            ResponseEvent event = events == null ? whole() : events.next();
            hasAny |= event != null;
            return event;
        } catch (DecodeException e) {
            throw masked(e);
        } catch (IOException e) {
            if (answer.isLate() && !answer.isClosed() && !Thread.currentThread().isInterrupted()) {
                if (deadline == NO_DEADLINE || deadline - System.nanoTime() > 0) {
                    throw answer.late(
                            "The answer, which is no stream, did not come whole within the timeout: raise it");
                }
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
        Response response = Response.read(body, answer.requestId()).requireResponse();
        // One that is still worked on is no end.
        return response.status().isUnderWay()
                ? new ResponseEvent.Progress("response." + response.status().value(), response, -1, SourceText.NONE)
                : ResponseEvent.Ended.whole(response);
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

    private MakerAiException notEvents(String type, long deadline) {
        long now = System.nanoTime();
        answer.deadline(deadline != NO_DEADLINE && deadline - now < SHOWN_NANOS ? deadline : now + SHOWN_NANOS);
        try {
            boolean unused = answer.source().request(SHOWN_BYTES);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                answer.close();
                return answer.broken(e);
            }
            // What has come until now is still in the buffer.
        }
        Buffer come = answer.source().getBuffer();
        String start;
        try {
            start = come.readUtf8(Math.min(SHOWN_BYTES, come.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
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
