package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.http.Cancellation;
import dev.makerai.internal.http.Transport;
import dev.makerai.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket over which responses are made: the connection stays open and the service keeps the last response of each
 * lane in its memory, which makes long chains of tool calls quicker, and lets {@code previousResponseId} work with
 * {@code store(false)}.
 *
 * <pre>{@code
 * try (ResponsesSocket socket = ai.responses().openSocket()) {
 *     Run<String> run = ai.over(socket).prompt("Slice all parts of the plate").tools(new Slicing()).run();
 * }
 * }</pre>
 *
 * <p>Everything else is as over HTTP. Up to 16 responses are made at a time, each on a lane of its own; a response that
 * goes on from another takes that one's lane if it is free. The connection is made with the first request, and renewed
 * before the service ends it after an hour, without touching what is under way. HTTP takes over whatever the socket
 * cannot do: requests for the background, more than 16 at a time, a server without WebSockets, and a connection that
 * breaks or a request that is refused before anything of the response has come. A connection that breaks later is an
 * error, as a stream over HTTP that breaks.
 *
 * <p>Thread-safe. Close it when the chain is done.
 */
public final class ResponsesSocket implements AutoCloseable {
    /** The service ends a connection after 60 minutes; a response that has begun needs the rest. */
    static final Duration LONGEST_AGE = Duration.ofMinutes(50);

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(15);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(20);
    private static final long REST_AFTER_FAILURE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final String CONNECTION_LIMIT = "websocket_connection_limit_reached";
    private static final int REMEMBERED_RESPONSES = 1000;

    private final Transport transport;
    private final Duration longestAge;
    private final OkHttpClient client;
    private final Map<String, String> laneOfResponse = Collections.synchronizedMap(new RecentLanes());

    /** Held by the thread that looks for a connection, so that only one is made at a time. */
    private final ReentrantLock opening = new ReentrantLock();

    private volatile @Nullable SocketConnection current;
    private volatile boolean isClosed;
    private boolean isUnsupported;
    private @Nullable Long restUntil;

    ResponsesSocket(Transport transport, Duration longestAge) {
        this.transport = transport;
        this.longestAge = longestAge;
        this.client = transport
                .client()
                .newBuilder()
                .callTimeout(Duration.ZERO)
                .pingInterval(PING_INTERVAL)
                .build();
    }

    /** The service over this socket; what else it offers goes over HTTP as before. */
    public Responses responses() {
        return new Responses(transport, this);
    }

    /**
     * Prepares the service for a request that will come: its model, tools, instructions and input are read, but nothing
     * is made of them.
     *
     * @param request what the coming request has in common with others
     * @return the response to go on from with {@code previousResponseId}; null if HTTP had to take over, which cannot do
     *     this
     */
    public @Nullable Response warmUp(ResponseRequest request) {
        ResponseRequest preparing =
                request.toBuilder().extra("generate", Json.trusted("false")).build();
        try (ResponseStream stream = stream(preparing, StreamLimits.NONE, null)) {
            return stream == null ? null : stream.response();
        }
    }

    /** Closes the connection; responses that are under way break. */
    @Override
    public void close() {
        isClosed = true;
        SocketConnection open = current;
        if (open != null) {
            open.cancel();
        }
    }

    /** The address; no key. */
    @Override
    public String toString() {
        return "ResponsesSocket[" + transport + "]";
    }

    /** Begins a response; null if HTTP has to take over. */
    @Nullable
    ResponseStream stream(ResponseRequest request, StreamLimits limits, @Nullable Cancellation cancellation) {
        if (request.isInBackground()) {
            return null;
        }
        // Over HTTP the timeout bounds each silence; here nothing else would.
        StreamLimits bounded =
                limits.idle() == null ? limits.withIdle(transport.config().timeout()) : limits;
        long startNanos = System.nanoTime();
        SocketLane lane = begun(request, bounded, startNanos, cancellation);
        if (lane == null) {
            return null;
        }
        EventFeed feed = new EventFeed(
                lane,
                new ResponseAccumulator(lane.requestId()),
                bounded,
                startNanos,
                null,
                response -> remember(response, lane));
        if (cancellation != null) {
            feed.closeOn(cancellation);
        }
        return new ResponseStream(feed);
    }

    private void remember(Response response, SocketLane lane) {
        if (!response.id().isEmpty()) {
            laneOfResponse.put(response.id(), lane.name());
        }
    }

    /** A lane on which the response has begun; null if HTTP has to take over. */
    private @Nullable SocketLane begun(
            ResponseRequest request, StreamLimits limits, long startNanos, @Nullable Cancellation cancellation) {
        SocketLane lane = begin(request, limits, startNanos);
        ResponseEvent first = lane == null ? null : first(lane, limits, startNanos, cancellation);
        if (lane != null && isConnectionLimit(first)) {
            lane.connection().retire();
            lane = begin(request, limits, startNanos);
            first = lane == null ? null : first(lane, limits, startNanos, cancellation);
        }
        return first == null || first instanceof ResponseEvent.StreamError ? null : lane;
    }

    private @Nullable SocketLane begin(ResponseRequest request, StreamLimits limits, long startNanos) {
        String previous = request.previousResponseId();
        String preferred = previous == null ? null : laneOfResponse.get(previous);
        SocketConnection connection = connection(limits.untilFirst(startNanos));
        return connection == null ? null : connection.send(request.socketMembers(), preferred);
    }

    private static boolean isConnectionLimit(@Nullable ResponseEvent first) {
        return first instanceof ResponseEvent.StreamError error && CONNECTION_LIMIT.equals(error.code());
    }

    /** The first event; null if the connection broke before it came, for which HTTP is the remedy. */
    private @Nullable ResponseEvent first(
            SocketLane lane, StreamLimits limits, long startNanos, @Nullable Cancellation cancellation) {
        try (Cancellation.Registration registration =
                cancellation == null ? null : cancellation.onCancel(lane::close)) {
            return lane.first(limits.deadline(startNanos, false));
        } catch (EventSource.LateException e) {
            lane.close();
            throw lane.late(limits.tooLate(startNanos, false));
        } catch (DecodeException e) {
            // The service has begun to answer, so that asking once more over HTTP would ask twice.
            lane.close();
            throw e;
        } catch (MakerAiException e) {
            if (Thread.currentThread().isInterrupted() || isClosed) {
                lane.close();
                throw e;
            }
            return null;
        }
    }

    /** A connection that can take a response, made if there is none; null if none can be had. */
    private @Nullable SocketConnection connection(@Nullable Duration within) {
        try {
            opening.lockInterruptibly();
        } catch (InterruptedException e) {
            // The request over HTTP that follows sees the interrupt and says so.
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            return usable(within);
        } finally {
            opening.unlock();
        }
    }

    private @Nullable SocketConnection usable(@Nullable Duration within) {
        requireOpen();
        SocketConnection open = current;
        if (open != null && open.isUsable(longestAge)) {
            return open;
        }
        if (open != null) {
            open.retire();
        }
        if (isUnsupported || restUntil != null && restUntil - System.nanoTime() > 0) {
            return null;
        }
        SocketConnection next = new SocketConnection(transport, LONGEST_OPENING);
        // Where close() sees it, which may come while it opens.
        current = next;
        try {
            if (next.open(client, within)) {
                requireOpen();
                return next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        requireOpen();
        isUnsupported = isForGood(next.refusedStatus());
        restUntil = System.nanoTime() + REST_AFTER_FAILURE_NANOS;
        return null;
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("The socket was closed: open another, or use the client itself");
        }
    }

    /** Whether the server has no WebSockets at all, and not only trouble. */
    private static boolean isForGood(@Nullable Integer status) {
        return status != null && (status == 200 || status == 400 || status == 404 || status == 405 || status == 426);
    }

    private static final class RecentLanes extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED_RESPONSES;
        }
    }
}
