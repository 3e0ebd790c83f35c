package dev.makerai.internal.http;

import dev.makerai.errors.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * An answer with a good status whose body is still to come. One thread at a time reads it; any thread may
 * {@linkplain #close close} it, which releases the connection at once and ends a read that waits.
 */
public final class OpenAnswer implements AutoCloseable {
    private static final int IDLE = 0;
    private static final int READING = 1;
    private static final int CLOSING = 2;
    private static final int CLOSED = 3;

    private final Transport transport;
    private final Attempt attempt;
    private final Faults faults;
    private final Response response;
    private final @Nullable String requestId;
    private final BufferedSource source;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger reads = new AtomicInteger(IDLE);

    private volatile long deadline = InterruptWatcher.NO_DEADLINE;
    private volatile boolean ended;
    private volatile long bytes;
    private volatile @Nullable String failure;

    OpenAnswer(Transport transport, Attempt attempt, Faults faults, Response response) {
        this.transport = transport;
        this.attempt = attempt;
        this.faults = faults;
        this.response = response;
        this.requestId = transport.secrets().maskId(response.header("x-request-id"));
        this.source = Okio.buffer(new Watched(response.body().source()));
    }

    /** The body. Its reads end at once where the thread is interrupted, the deadline passes, or this is closed. */
    public BufferedSource source() {
        return source;
    }

    /** The service's id of the request, or null. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** A header of the answer, or null. */
    public @Nullable String header(String name) {
        return response.header(name);
    }

    /** How long the body is; -1 if the service does not say. */
    public long contentLength() {
        return response.body().contentLength();
    }

    /**
     * Sets until when reads may wait.
     *
     * @param nanoTime by {@link System#nanoTime}
     */
    public void deadline(long nanoTime) {
        deadline = nanoTime;
    }

    /** Lets reads wait no longer than until the client's timeout, counted from now, as for an answer in one piece. */
    public void bound() {
        Duration timeout = transport.config().timeout();
        if (timeout != null) {
            long end = System.nanoTime() + timeout.toNanos();
            deadline = deadline != InterruptWatcher.NO_DEADLINE && deadline - end < 0 ? deadline : end;
        }
    }

    /** Whether the deadline has passed. */
    public boolean isLate() {
        return deadline != InterruptWatcher.NO_DEADLINE && System.nanoTime() - deadline >= 0;
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed.get();
    }

    /**
     * The exception for a read that failed.
     *
     * @param fault from {@link #source}
     */
    public TransportException broken(IOException fault) {
        failure = transport.secrets().mask(fault.toString());
        if (Thread.currentThread().isInterrupted()) {
            return faults.interrupted(attempt.number(), fault);
        }
        if (closed.get()) {
            return faults.late(
                    "The answer was closed by another thread while it was read", attempt.number(), requestId, fault);
        }
        return faults.cutOff(fault, attempt.number(), response.code(), bytes, requestId);
    }

    /**
     * The exception for an answer that is not to be waited for any longer.
     *
     * @param message what was waited for, how long, and what to do, as a whole sentence
     */
    public TransportException late(String message) {
        failure = "too late";
        return faults.late(message, attempt.number(), requestId, new InterruptedIOException("too late"));
    }

    /**
     * The exception for an answer that is longer than what is taken.
     *
     * @param message how long it may be, and what to do, as a whole sentence
     */
    public TransportException tooLong(String message) {
        failure = "too long";
        return faults.late(message, attempt.number(), requestId, new IOException("too long"));
    }

    /**
     * The exception for an answer that is not what was asked for.
     *
     * @param message what is wrong, and what to do, as a whole sentence
     */
    public TransportException unusable(String message) {
        return faults.late(message, attempt.number(), requestId, new ProtocolException("HTTP " + status()));
    }

    /** The HTTP status, 200 to 299. */
    public int status() {
        return response.code();
    }

    /**
     * A text that others wrote, without the key and what looks like one.
     *
     * @param text from the answer
     */
    public String masked(String text) {
        return transport.secrets().maskEscaped(text);
    }

    /**
     * A part of the body without the key, so that nothing that is made of it can repeat the key.
     *
     * @param part in UTF-8
     */
    public byte[] withoutKey(byte[] part) {
        return transport.withoutKey(part);
    }

    /** Whether a text that was read from the body holds the key. */
    public boolean holdsKey(String text) {
        return transport.holdsKey(text);
    }

    /** Says that the body has been read as far as it matters, so that the connection can be used again. */
    public void end() {
        ended = true;
    }

    /** Releases the connection; does nothing the second time. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (!ended) {
            // Without this the client reads on for a while, in the hope of using the connection again.
            attempt.call().cancel();
        }
        // A body must not be closed under the thread that reads it, which does that itself as soon as it returns.
        while (!reads.compareAndSet(READING, CLOSING)) {
            if (reads.compareAndSet(IDLE, CLOSED)) {
                release();
                break;
            }
        }
        attempt.report(response.code(), requestId, failure);
    }

    private void startRead() throws IOException {
        if (!reads.compareAndSet(IDLE, READING)) {
            throw new IOException("The stream was closed");
        }
    }

    private void endRead() {
        if (!reads.compareAndSet(READING, IDLE)) {
            reads.set(CLOSED);
            release();
        }
    }

    private void release() {
        try {
            response.close();
        } catch (IllegalArgumentException e) {
            // The rest of a body of negative length cannot be skipped, so its connection is of no more use.
            attempt.call().cancel();
        }
    }

    private final class Watched extends ForwardingSource {
        Watched(Source body) {
            super(body);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("The thread was interrupted");
            }
            startRead();
            try (InterruptWatcher.InFlight watch = transport.watcher().watch(attempt.call(), deadline)) {
                long read = super.read(sink, byteCount);
                if (read > 0) {
                    bytes += read;
                }
                return read;
            } catch (IllegalArgumentException e) {
                // So OkHttp meets a negative Content-Length.
                throw new ProtocolException("The length of the answer makes no sense: " + e.getMessage());
            } finally {
                endRead();
            }
        }
    }
}
