package dev.makerai.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/**
 * Faults of the network and the service, one for each request in the order given; later requests have none.
 *
 * <pre>{@code
 * Faults faults = new Faults()
 *         .then(2, Fault.rateLimit(Duration.ofMillis(1)))
 *         .then(Fault.reset());
 * MakerAi ai = model.ai().toBuilder()
 *         .httpClient(faults.over(model.httpClient()))
 *         .maxRetries(3)
 *         .build();
 * }</pre>
 *
 * <p>Faults of a model itself need none of this: a {@link Turn} can call a tool that does not exist, or with broken
 * arguments, or with the id of another call. Thread-safe.
 */
public final class Faults {
    private final Queue<Fault> queue = new ArrayDeque<>();
    private int met;

    /** Makes a list without faults; add them with {@link #then}. */
    public Faults() {}

    /**
     * Adds a fault for the next request.
     *
     * @return this list
     */
    public Faults then(Fault fault) {
        return then(1, fault);
    }

    /**
     * Adds a fault for each of the next requests.
     *
     * @param requests how many
     * @return this list
     */
    public synchronized Faults then(int requests, Fault fault) {
        queue.addAll(Collections.nCopies(requests, fault));
        return this;
    }

    /** How many requests have met a fault. */
    public synchronized int met() {
        return met;
    }

    /** An HTTP client whose requests meet these faults before anything else, also before a scripted model. */
    public OkHttpClient over(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().add(0, this::intercept);
        return builder.build();
    }

    private Response intercept(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Fault fault = next();
        if (fault instanceof Fault.None) {
            return chain.proceed(request);
        }
        if (fault instanceof Fault.Reset) {
            throw new SocketException("Connection reset");
        }
        if (fault instanceof Fault.Status status) {
            return ScriptedModel.answered(
                            request,
                            Reply.error(status.httpStatus(), "injected_error", status.code(), "Injected fault"))
                    .header("retry-after-ms", String.valueOf(status.retryAfter().toMillis()))
                    .build();
        }
        Response response = chain.proceed(request);
        ResponseBody body = response.body();
        return response.newBuilder()
                .removeHeader("Content-Length")
                .body(ResponseBody.create(Okio.buffer(new Faulty(body, fault, chain.call())), body.contentType(), -1))
                .build();
    }

    private synchronized Fault next() {
        Fault fault = queue.poll();
        if (fault == null || fault instanceof Fault.None) {
            return Fault.none();
        }
        met++;
        return fault;
    }

    /** A body that something happens to. */
    private static final class Faulty extends ForwardingSource {
        private static final long LONGEST_NAP_MILLIS = 10;

        private final Fault fault;
        private final Call call;
        private final long startNanos = System.nanoTime();
        private long position;

        Faulty(ResponseBody body, Fault fault, Call call) {
            super(body.source());
            this.fault = fault;
            this.call = call;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long most = byteCount;
            if (fault instanceof Fault.Cut cut) {
                most = Math.min(byteCount, cut.bytes() - position);
                if (most <= 0) {
                    if (cut.isQuiet()) {
                        return -1;
                    }
                    throw new SocketException("Connection reset");
                }
            } else if (fault instanceof Fault.Slow slow) {
                most = Math.min(byteCount, slow.bytes());
                pause(position == 0 ? 0 : slow.pause().toMillis());
            }
            Buffer piece = new Buffer();
            long count = super.read(piece, most);
            if (count < 0) {
                return count;
            }
            sink.write(garbled(piece.readByteArray()));
            position += count;
            return count;
        }

        private byte[] garbled(byte[] piece) {
            if (fault instanceof Fault.Garble garble) {
                long at = garble.position() - position;
                if (at >= 0 && at < piece.length) {
                    piece[(int) at] = garble.value();
                }
            }
            return piece;
        }

        /** Waits, but no longer than somebody wants the answer. */
        private void pause(long millis) throws IOException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            try {
                for (long left = millis; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                    long most = call.timeout().timeoutNanos();
                    if (call.isCanceled() || (most > 0 && System.nanoTime() - startNanos > most)) {
                        // What a connection does by itself, but there is none behind a scripted model.
                        throw new InterruptedIOException("timeout");
                    }
                    Thread.sleep(Math.min(left, LONGEST_NAP_MILLIS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while a fault made the answer slow");
            }
        }
    }
}
