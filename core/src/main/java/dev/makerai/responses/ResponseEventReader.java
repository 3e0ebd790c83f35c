package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.sse.EventReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the events of a streamed response from the bytes of its stream. For one thread. */
final class ResponseEventReader {
    private final EventReader events;
    private final DeltaReader deltas = new DeltaReader();
    private final @Nullable String requestId;
    private final @Nullable OpenAnswer answer;

    /**
     * @param events the stream
     * @param requestId for the errors, or null
     */
    ResponseEventReader(EventReader events, @Nullable String requestId) {
        this(events, requestId, null);
    }

    /**
     * @param events the stream
     * @param answer what the stream is the body of, which knows the key that no event may repeat
     */
    ResponseEventReader(EventReader events, OpenAnswer answer) {
        this(events, answer.requestId(), answer);
    }

    private ResponseEventReader(EventReader events, @Nullable String requestId, @Nullable OpenAnswer answer) {
        this.events = events;
        this.requestId = requestId;
        this.answer = answer;
    }

    /**
     * The next event.
     *
     * @return null at the end of the stream, which is not yet a good end: {@link ResponseAccumulator#ended} knows
     * @throws IOException if the source fails
     * @throws DecodeException if an event is too large, is not JSON, or ends the stream without saying how
     */
    @Nullable
    ResponseEvent next() throws IOException {
        while (events.next()) {
            if (events.isDone()) {
                return null;
            }
            if (events.length() > 0) {
                ResponseEvent delta = deltas.read(events.buffer(), events.offset(), events.length());
                if (delta != null && (answer == null || !answer.holdsKey(deltas.text()))) {
                    return delta;
                }
                byte[] data = events.data();
                return ResponseEvents.read(
                        answer == null ? data : answer.withoutKey(data), events.isError(), requestId);
            }
        }
        return null;
    }
}
