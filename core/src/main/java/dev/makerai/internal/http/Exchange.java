package dev.makerai.internal.http;

import dev.makerai.errors.ApiError;
import dev.makerai.errors.ApiException;
import dev.makerai.errors.MakerAiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** One request with all its tries. Used once, by one thread. */
final class Exchange {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** How long the words of a refusal may take to come; without them its status has to do. */
    private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(10);

    private final Transport transport;
    private final String method;
    private final HttpUrl url;
    private final @Nullable SentBody body;
    private final Headers headers;
    private final @Nullable Long deadline;
    private final @Nullable Opening opening;
    private final Faults faults;

    private int attempts;

    Exchange(
            Transport transport,
            String method,
            HttpUrl url,
            @Nullable SentBody body,
            Headers headers,
            @Nullable Duration within,
            @Nullable Opening opening) {
        this.transport = transport;
        this.method = method;
        this.url = url;
        this.body = body;
        this.headers = headers;
        this.deadline = within == null ? null : Long.valueOf(System.nanoTime() + nanos(within));
        this.opening = opening;
        this.faults = new Faults(transport.secrets(), method, url);
    }

    /**
     * Tries until there is a whole answer with a good status, or no reason to try again.
     *
     * @param json whether the answer has to be JSON
     */
    Answer answer(boolean json) {
        // A large file may be under way for longer than any timeout, as long as it does move.
        OkHttpClient client = body instanceof UploadBody ? transport.streamingClient() : transport.client();
        return send(client, (attempt, response) -> {
            try (response) {
                Answer answer = new AnswerReader(transport, faults, url, attempts).read(response, json);
                attempt.report(response.code(), answer.requestId(), null);
                return answer;
            } catch (MakerAiException e) {
                requireWanted();
                attempt.report(
                        response.code(),
                        transport.secrets().maskId(response.header("x-request-id")),
                        e.getClass().getSimpleName());
                throw e;
            }
        });
    }

    /** Tries until there is the head of an answer with a good status, or no reason to try again. */
    OpenAnswer open() {
        return send(
                transport.streamingClient(),
                (attempt, response) -> new OpenAnswer(transport, attempt, faults, response));
    }

    private interface Taker<T> {
        T take(Attempt attempt, Response response);
    }

    private <T> T send(OkHttpClient client, Taker<T> taker) {
        while (true) {
            requireMayTry();
            attempts++;
            String clientRequestId = clientRequestId();
            Call call = client.newCall(request(clientRequestId));
            bound(call.timeout());
            Attempt attempt = new Attempt(transport, method, url, attempts, clientRequestId, call);
            Duration wait;
            long end = opening == null ? InterruptWatcher.NO_DEADLINE : opening.begin(call);
            try (InterruptWatcher.InFlight watch = transport.watcher().watch(call, end)) {
                Response response = execute(attempt, call);
                if (response.isSuccessful()) {
                    return taker.take(attempt, response);
                }
                long latest = System.nanoTime() + LONGEST_REFUSAL.toNanos();
                try (response;
                        InterruptWatcher.InFlight reading = transport.watcher().watch(call, latest)) {
                    wait = afterRefusal(attempt, response);
                }
            } catch (IOException e) {
                attempt.report(null, null, transport.secrets().mask(e.toString()));
                boolean isLate = end != InterruptWatcher.NO_DEADLINE && System.nanoTime() - end >= 0;
                wait = afterFault(e, clientRequestId, isLate);
            }
            pause(wait);
        }
    }

    /** Bounded, so that adding it to the clock cannot overflow. */
    private static long nanos(Duration within) {
        if (within.isNegative()) {
            return 0;
        }
        return within.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : within.toNanos();
    }

    private Request request(String clientRequestId) {
        return new Request.Builder()
                .url(url)
                .headers(headers)
                .addHeader("X-Client-Request-Id", clientRequestId)
                .method(method, body)
                .build();
    }

    private Response execute(Attempt attempt, Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // From whoever gives the document or is told of its progress.
            attempt.report(null, null, e.getClass().getSimpleName());
            throw e;
        } catch (Exception e) {
            // The client is written in Kotlin, where waiting for a connection throws this undeclared.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException(e);
        }
    }

    /** How long to wait before the next try; throws if there is none. */
    private Duration afterRefusal(Attempt attempt, Response response) {
        Duration asked =
                RetryPolicy.retryAfter(response.headers(), transport.clock().instant());
        ApiError error = new ErrorBody(transport.secrets()).read(response, asked);
        attempt.report(error.status(), error.requestId(), null);
        if (Thread.currentThread().isInterrupted()) {
            throw faults.interrupted(attempts, null);
        }
        boolean again = RetryPolicy.isWorthRetrying(error, response.headers());
        if (!again || attempts > transport.config().maxRetries() || isUsedUp()) {
            throw refusal(error, again ? tryAgainAt(asked) : origin(error));
        }
        if (asked != null && asked.compareTo(RetryPolicy.LONGEST_ASKED_WAIT) > 0) {
            throw refusal(
                    error,
                    "The service asks to wait longer than the " + RetryPolicy.LONGEST_ASKED_WAIT.toSeconds()
                            + " s that this client waits by itself." + tryAgainAt(asked));
        }
        Duration wait = asked == null || asked.isZero() ? RetryPolicy.backoff(attempts) : asked;
        if (isBeyondDeadline(wait)) {
            throw refusal(error, "The time that the caller gave is over before the next try." + tryAgainAt(asked));
        }
        return wait;
    }

    private Duration afterFault(IOException fault, String clientRequestId, boolean isLate) {
        boolean sent = body != null && body.wasSent();
        if (Thread.currentThread().isInterrupted()) {
            throw faults.interrupted(attempts, fault);
        }
        requireWanted();
        if (isLate && opening != null) {
            throw faults.late(opening.tooLate(), attempts, null, fault);
        }
        requireTime(fault);
        Duration wait = RetryPolicy.backoff(attempts);
        if (attempts > transport.config().maxRetries()
                || !RetryPolicy.isWorthRetrying(fault, sent)
                || isUsedUp()
                || isBeyondDeadline(wait)) {
            throw faults.noAnswer(fault, attempts, clientRequestId, sent);
        }
        return wait;
    }

    private void pause(Duration wait) {
        try {
            transport.pause().of(wait, opening);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.interrupted(attempts, null);
        }
    }

    private void requireMayTry() {
        if (Thread.currentThread().isInterrupted()) {
            throw faults.interrupted(attempts, null);
        }
        requireWanted();
        requireTime(null);
    }

    private void requireTime(@Nullable IOException fault) {
        if (opening != null && opening.isLateAfter(Duration.ZERO)) {
            throw faults.late(opening.tooLate(), attempts, null, new InterruptedIOException("too late"));
        }
        if (isBeyondDeadline(Duration.ZERO)) {
            throw faults.outOfTime(attempts, fault);
        }
    }

    private void requireWanted() {
        if (opening != null && opening.isCancelled()) {
            throw faults.late(
                    "The request was cancelled by another thread while its answer was waited for",
                    attempts,
                    null,
                    new InterruptedIOException("closed"));
        }
    }

    private void bound(Timeout timeout) {
        if (deadline != null) {
            long left = Math.max(1, deadline - System.nanoTime());
            long own = timeout.timeoutNanos();
            timeout.timeout(own == 0 ? left : Math.min(own, left), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether the document cannot be sent a second time. */
    private boolean isUsedUp() {
        return body != null && body.isOneShot();
    }

    private boolean isBeyondDeadline(Duration wait) {
        return deadline != null && deadline - System.nanoTime() <= wait.toNanos()
                || opening != null && opening.isLateAfter(wait);
    }

    private ApiException refusal(ApiError error, String note) {
        String tried = attempts > 1 ? "It was tried " + attempts + " times." : "";
        String separator = tried.isEmpty() || note.isEmpty() ? "" : " ";
        return ApiException.of(method + " " + url.encodedPath(), error, tried + separator + note.strip());
    }

    private String tryAgainAt(@Nullable Duration asked) {
        return asked == null
                ? ""
                : " Try again at " + transport.clock().instant().plus(asked).truncatedTo(ChronoUnit.SECONDS) + ".";
    }

    private String origin(ApiError error) {
        boolean unversioned = error.status() == 404
                && transport.config().baseUrl().encodedPath().equals("/");
        return ErrorBody.isForeign(error) || unversioned
                ? "It does not look like an answer of the service itself: the base URL "
                        + TransportConfig.address(transport.config().baseUrl())
                        + " may be wrong (it has to include the version, such as /v1), or a proxy answered."
                : "";
    }

    /** A random id of the usual form; it need not be secret, so the quick generator does. */
    private static String clientRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
