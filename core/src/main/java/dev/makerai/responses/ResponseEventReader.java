package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.sse.EventReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the events of a streamed response from the bytes of its stream. For one thread. */
final class ResponseEventReader {
    private final EventReader events;
    private final DeltaReader deltas = new DeltaReader();
    private final @Nullable String requestId;

    /**
     * @param events the stream
     * @param requestId for the errors, or null
     */
    ResponseEventReader(EventReader events, @Nullable String requestId) {
        this.events = events;
        this.requestId = requestId;
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
                return delta != null ? delta : ResponseEvents.read(events.data(), requestId);
            }
        }
        return null;
    }
}
