package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.RequestReport;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.json.StringMember;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One WebSocket: its lanes, who has which, and what comes in for whom. Thread-safe. */
final class SocketConnection extends WebSocketListener {
    /** So many responses the service makes at a time on one connection. */
    static final int LANES = 16;

    /** The HTTP client breaks a connection off for which more than 16 MiB wait to be sent. */
    private static final int MAX_MESSAGE_CHARACTERS = 4 * 1024 * 1024;

    private static final int NORMAL_CLOSE = 1000;
    private static final StringMember STREAM_ID = new StringMember("stream_id");

    private final Transport transport;
    private final Duration longestOpening;
    private final CompletableFuture<String> opened = new CompletableFuture<>();
    private final long startNanos = System.nanoTime();
    private final Deque<String> free = new ArrayDeque<>();
    private final Map<String, SocketLane> busy = new HashMap<>();

    /** Lanes whose response nobody reads, until the service has ended it. */
    private final List<String> abandoned = new ArrayList<>();

    /** Lanes that have had a response, and the newest responses that have ended. */
    private final Set<String> used = new HashSet<>();

    private final Deque<String> ended = new ArrayDeque<>();

    private @Nullable WebSocket socket;
    private @Nullable Integer refusedStatus;
    private @Nullable IOException broken;
    private boolean isRetired;

    SocketConnection(Transport transport, Duration longestOpening) {
        this.transport = transport;
        this.longestOpening = longestOpening;
        for (int i = 0; i < LANES; i++) {
            free.add("lane-" + i);
        }
    }

    /**
     * Opens the connection.
     *
     * @param within how long that may take, or null for the usual
     * @return false if that failed: {@link #refusedStatus} may say why
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    boolean open(okhttp3.OkHttpClient client, @Nullable Duration within) throws InterruptedException {
        Request request = new Request.Builder()
                .url(transport.url("responses"))
                .headers(transport.headers())
                .build();
        Duration wait = within != null && within.compareTo(longestOpening) < 0 ? within : longestOpening;
        synchronized (this) {
            socket = client.newWebSocket(request, this);
        }
        try {
            String unused = opened.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            cancel();
            return false;
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    /** The HTTP status with which the server refused to change the protocol; null if it did not answer so. */
    synchronized @Nullable Integer refusedStatus() {
        return refusedStatus;
    }

    /** Whether it can take a response that begins now. */
    synchronized boolean isUsable(Duration longestAge) {
        return broken == null && !isRetired && System.nanoTime() - startNanos < longestAge.toNanos();
    }

    /**
     * Takes a lane and sends a request on it.
     *
     * @param preferred the lane that has the response before in its memory, or null
     * @return null if all lanes are in use, or the connection is not usable any more
     */
    synchronized @Nullable SocketLane send(Map<String, Object> request, @Nullable String preferred) {
        WebSocket open = socket;
        if (free.isEmpty() || open == null || broken != null) {
            return null;
        }
        String name = preferred != null && free.remove(preferred) ? preferred : free.poll();
        if (name == null) {
            return null;
        }
        SocketLane lane = new SocketLane(this, name, !used.add(name));
        busy.put(name, lane);
        request.put("stream_id", name);
        String message = ResponsesWire.CODECS.encode(request).text();
        if (message.length() > MAX_MESSAGE_CHARACTERS || !open.send(message)) {
            release(lane);
            return null;
        }
        return lane;
    }

    /**
     * Gives the response of a lane more input.
     *
     * @return false if the lane has ended, or the connection is not usable any more
     */
    synchronized boolean steer(SocketLane lane, String responseId, Object input) {
        WebSocket open = socket;
        if (busy.get(lane.name()) != lane || open == null || broken != null) {
            return false;
        }
        Map<String, Object> steering = new LinkedHashMap<>();
        steering.put("type", "response.steer");
        steering.put("previous_response_id", responseId);
        steering.put("input", input);
        String message = ResponsesWire.CODECS.encode(steering).text();
        if (message.length() > MAX_MESSAGE_CHARACTERS) {
            throw new IllegalArgumentException(
                    "The input has " + message.length() + " characters, but a WebSocket takes " + MAX_MESSAGE_CHARACTERS
                            + " at a time: upload large files and name their ids");
        }
        lane.steering().send(responseId);
        return open.send(message);
    }

    /**
     * The response of a lane has ended.
     *
     * @return false if the lane has to go on, since another response will follow, or news of input
     */
    synchronized boolean releaseUnlessSteered(SocketLane lane) {
        boolean isDone = !lane.steering().isOpen();
        if (isDone) {
            release(lane);
        }
        return isDone;
    }

    private void hasEnded(SocketLane lane) {
        if (lane.responseId().isEmpty()) {
            return;
        }
        ended.addFirst(lane.responseId());
        if (ended.size() > 4 * LANES) {
            ended.removeLast();
        }
    }

    /** Whether a response has ended, or is read no more. */
    synchronized boolean hasEnded(String responseId) {
        return ended.contains(responseId);
    }

    /** Nothing more will come for a lane. */
    synchronized void release(SocketLane lane) {
        if (busy.remove(lane.name(), lane)) {
            free.addFirst(lane.name());
            hasEnded(lane);
            report(lane, null);
            closeIfIdle();
        }
    }

    /** Nobody reads a lane any more, though its response goes on. */
    synchronized void abandon(SocketLane lane) {
        if (!busy.remove(lane.name(), lane)) {
            return;
        }
        if (!lane.steering().isOpen()) {
            // With input on its way nobody knows how many responses will come, and the lane is used no more.
            abandoned.add(lane.name());
        }
        hasEnded(lane);
        report(lane, "given up");
        // With many lanes lost, or waiting for an end that may not come, the next request gets a new connection.
        isRetired |= free.size() + busy.size() < LANES / 2;
        if (busy.isEmpty()) {
            // Then closing is the quickest way to stop the model, and hurts nobody.
            cancel();
        }
    }

    /** Takes no further response; closes as soon as the present ones have ended. */
    synchronized void retire() {
        isRetired = true;
        closeIfIdle();
    }

    /** Closes at once, whatever is under way. */
    synchronized void cancel() {
        isRetired = true;
        fail(new IOException("The connection was closed"));
        WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    private void report(SocketLane lane, @Nullable String failure) {
        transport.report(new RequestReport(
                "WEBSOCKET",
                transport.url("responses").encodedPath(),
                1,
                null,
                lane.age(),
                requestId(),
                lane.name(),
                failure));
    }

    private void closeIfIdle() {
        WebSocket open = socket;
        if (isRetired && busy.isEmpty() && open != null) {
            boolean unused = open.close(NORMAL_CLOSE, null);
        }
    }

    /** The service's id of the request that opened the connection, or null. */
    @Nullable
    String requestId() {
        String id = opened.isDone() && !opened.isCompletedExceptionally() ? opened.join() : "";
        return id.isEmpty() ? null : id;
    }

    TransportException broken(IOException fault) {
        String address = transport.toString();
        return new TransportException(
                "WebSocket " + transport.url("responses").encodedPath() + ": "
                        + (fault.getMessage() == null ? "it broke off" : transport.masked(fault.getMessage())) + " ("
                        + address
                        + ")",
                address,
                1,
                requestId(),
                transport.masked(fault));
    }

    ResponseEvent read(byte[] document) {
        try {
            return ResponseEvents.read(transport.withoutKey(document), false, requestId());
        } catch (DecodeException e) {
            throw transport.masked(e);
        }
    }

    @Override
    public void onOpen(WebSocket webSocket, okhttp3.Response response) {
        String id = response.header("x-request-id");
        boolean unused = opened.complete(id == null ? "" : transport.masked(id));
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        received(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        received(bytes.toByteArray());
    }

    private synchronized void received(byte[] document) {
        String name = STREAM_ID.of(document);
        if (name == null) {
            receivedForAll(document);
            return;
        }
        SocketLane lane = busy.get(name);
        if (lane != null) {
            lane.received(document, false);
        } else if (abandoned.contains(name) && ends(document)) {
            abandoned.remove(name);
            free.addLast(name);
        }
    }

    /** What names no lane is meant for the only one there is, or each of several finds out whether it is. */
    private void receivedForAll(byte[] document) {
        boolean areSeveral = busy.size() > 1;
        List.copyOf(busy.values()).forEach(lane -> lane.received(document, areSeveral));
    }

    private static boolean ends(byte[] document) {
        try {
            ResponseEvent event = ResponseEvents.read(document, false, null);
            return event instanceof ResponseEvent.Ended || event instanceof ResponseEvent.StreamError;
        } catch (DecodeException e) {
            // Of a response that nobody reads, nobody misses an event.
            return false;
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        boolean unused = webSocket.close(NORMAL_CLOSE, null);
        fail(new IOException(
                "The server closed the connection (code " + code + (reason.isEmpty() ? "" : ", " + reason) + ")"));
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, okhttp3.@Nullable Response response) {
        synchronized (this) {
            refusedStatus = response == null ? null : response.code();
        }
        fail(t instanceof IOException fault ? fault : new IOException(t));
    }

    private synchronized void fail(IOException fault) {
        if (broken == null) {
            broken = fault;
        }
        boolean unused = opened.completeExceptionally(fault);
        busy.values().forEach(lane -> lane.broken(fault));
    }
}
