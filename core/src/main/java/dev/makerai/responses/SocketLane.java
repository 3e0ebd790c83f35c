package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.scan.HeapShare;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of one response on a lane of a WebSocket. The connection's own thread puts them in, the reader takes them
 * out.
 */
final class SocketLane implements EventSource {
    /** A reader that falls behind by more than this is given up: the other lanes must not wait for it. */
    private static final long MAX_WAITING_BYTES = HeapShare.bytes(128 * 1024 * 1024, 16);

    /** What a waiting message takes besides its bytes. */
    private static final int BYTES_BESIDE = 100;

    private final SocketConnection connection;
    private final String name;
    private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private @Nullable ResponseEvent putBack;
    private final long startNanos = System.nanoTime();
    private final Steering steering = new Steering();
    private volatile String responseId = "";
    private boolean hasResponseEnded;

    /** Nothing more is taken, and nothing missing in the middle: what waits is read, then the fault. */
    private boolean isOverfull;

    private volatile boolean isEnded;

    /** Whether another response has had this lane before, of which something may still be on its way. */
    private final boolean isUsed;

    SocketLane(SocketConnection connection, String name, boolean isUsed) {
        this.connection = connection;
        this.name = name;
        this.isUsed = isUsed;
    }

    String name() {
        return name;
    }

    /** How long ago its request was sent. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    SocketConnection connection() {
        return connection;
    }

    /** The input that its responses were given. */
    Steering steering() {
        return steering;
    }

    /**
     * Takes a document from the connection.
     *
     * @param isForAll whether the document does not name its lane
     */
    void received(byte[] document, boolean isForAll) {
        if (waitingBytes.addAndGet(document.length + BYTES_BESIDE) > MAX_WAITING_BYTES) {
            if (!isOverfull) {
                isOverfull = true;
                broken(new IOException("More than " + MAX_WAITING_BYTES + " bytes of events wait to be read"));
            }
            return;
        }
        messages.add(new Message(document, isForAll, null));
    }

    /** Takes the news that nothing more will come. */
    void broken(IOException fault) {
        messages.add(new Message(new byte[0], false, fault));
    }

    /** The first event, which stays the next one. */
    @Nullable
    ResponseEvent first(long deadline) throws LateException {
        ResponseEvent first = next(deadline);
        putBack = first;
        return first;
    }

    @Override
    public @Nullable ResponseEvent next(long deadline) throws LateException {
        if (putBack != null) {
            ResponseEvent event = putBack;
            putBack = null;
            return event;
        }
        while (true) {
            Message message = take(deadline);
            if (message.fault() != null) {
                // Whoever asks again shall hear the same.
                messages.add(message);
                throw connection.broken(message.fault());
            }
            waitingBytes.addAndGet(-message.document().length - BYTES_BESIDE);
            ResponseEvent event = connection.read(message.document());
            if (isLate(event)) {
                continue;
            }
            if (!message.isForAll() || concerns(event)) {
                requireOwn(event);
                follow(event);
                return event;
            }
        }
    }

    /** Whether an event that names no lane, while several are in use, is about this one. */
    private boolean concerns(ResponseEvent event) {
        if (event instanceof SteerEvent news) {
            return steering.concerns(news);
        }
        if (event instanceof ResponseEvent.StreamError) {
            return true;
        }
        String id = idOf(event);
        if (id.isEmpty()) {
            throw mixedUp("An event of type " + event.type() + " names no lane while several are in use", event);
        }
        return id.equals(responseId);
    }

    /** Whether an event is of the response that had this lane before. */
    private boolean isLate(ResponseEvent event) {
        if (!responseId.isEmpty() || !isUsed) {
            return false;
        }
        if (event instanceof ResponseEvent.Ended) {
            return connection.hasEnded(idOf(event));
        }
        // What begins is new, even where a server gives all its responses one id.
        return !(event instanceof ResponseEvent.Progress) && !(event instanceof ResponseEvent.StreamError);
    }

    /** The id of its response; empty before it has begun. */
    String responseId() {
        return responseId;
    }

    private void requireOwn(ResponseEvent event) {
        String id = idOf(event);
        if (!hasResponseEnded && !responseId.isEmpty() && !id.isEmpty() && !id.equals(responseId)) {
            throw mixedUp("An event of the response " + id + " came on the lane of " + responseId, event);
        }
    }

    private static String idOf(ResponseEvent event) {
        return event instanceof ResponseEvent.Progress progress
                ? progress.response().id()
                : event instanceof ResponseEvent.Ended ended ? ended.response().id() : "";
    }

    private DecodeException mixedUp(String problem, ResponseEvent event) {
        return new DecodeException(
                problem + ": the server mixes responses up", "$", event.toJson().text(), requestId(), null);
    }

    private void follow(ResponseEvent event) {
        steering.add(event);
        if (event instanceof ResponseEvent.Progress progress) {
            responseId = progress.response().id();
            hasResponseEnded = false;
        } else if (event instanceof ResponseEvent.StreamError) {
            end();
        } else if (event instanceof ResponseEvent.Ended) {
            hasResponseEnded = true;
        }
        if (hasResponseEnded && !isEnded) {
            isEnded = connection.releaseUnlessSteered(this);
        }
    }

    @Override
    public boolean steer(Object input) {
        return !responseId.isEmpty() && connection.steer(this, responseId, input);
    }

    @Override
    public boolean goesOn() {
        return hasResponseEnded && !isEnded;
    }

    private Message take(long deadline) throws LateException {
        try {
            if (deadline == NO_DEADLINE) {
                return messages.take();
            }
            Message message = messages.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new LateException();
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw connection.broken(new InterruptedIOException("The thread was interrupted"));
        }
    }

    @Override
    public @Nullable String requestId() {
        return connection.requestId();
    }

    @Override
    public MakerAiException cutOff(String why) {
        return connection.broken(new EOFException(why));
    }

    @Override
    public TransportException late(String message) {
        return connection.broken(new InterruptedIOException(message));
    }

    @Override
    public void end() {
        if (!isEnded) {
            isEnded = true;
            connection.release(this);
        }
    }

    /** A response that nobody reads to its end goes on all the same, since the protocol knows no other way. */
    @Override
    public void close() {
        if (!isEnded) {
            isEnded = true;
            broken(new IOException("The stream was closed"));
            connection.abandon(this);
        }
    }

    private record Message(
            byte[] document, boolean isForAll, @Nullable IOException fault) {}
}
