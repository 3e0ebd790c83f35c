package dev.makerai.internal.http;

import dev.makerai.errors.ApiError;
import dev.makerai.errors.QuotaExceededException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What is worth another try, and when. The numbers are those of the service's own clients. */
final class RetryPolicy {
    /** A service that asks for a longer wait than this is not waited for. */
    static final Duration LONGEST_ASKED_WAIT = Duration.ofSeconds(60);

    private static final double FIRST_WAIT_SECONDS = 0.5;
    private static final double LONGEST_WAIT_SECONDS = 8;
    private static final double JITTER = 0.25;

    private RetryPolicy() {}

    /** Whether an error status may be gone at the next try. */
    static boolean isWorthRetrying(ApiError error, Headers headers) {
        if (QuotaExceededException.isQuota(error)) {
            return false;
        }
        String advice = headers.get("x-should-retry");
        if ("true".equals(advice) || "false".equals(advice)) {
            return "true".equals(advice);
        }
        int status = error.status();
        // 501 and 505 say that the service cannot do it at all.
        return status == 408 || status == 409 || status == 429 || status >= 500 && status != 501 && status != 505;
    }

    /**
     * Whether a fault before any answer may be gone at the next try.
     *
     * @param sent whether the service may have got the request: then a timeout is not tried again, since the model may
     *     still be at work on it, and would be paid twice
     */
    static boolean isWorthRetrying(IOException fault, boolean sent) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof CertificateException
                    || t instanceof SSLPeerUnverifiedException
                    || t instanceof UnknownServiceException
                    || t instanceof ProtocolException) {
                return false;
            }
        }
        return !(fault instanceof InterruptedIOException && sent);
    }

    /** How long to wait where the service does not say. */
    static Duration backoff(int attempt) {
        double seconds = Math.min(FIRST_WAIT_SECONDS * Math.pow(2, attempt - 1), LONGEST_WAIT_SECONDS);
        double jitter = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos((long) (seconds * jitter * 1e9));
    }

    /** How long the service asks to wait; null if it does not say, or says nonsense. */
    static @Nullable Duration retryAfter(Headers headers, Instant now) {
        Duration millis = duration(headers.get("retry-after-ms"), 1e6);
        if (millis != null) {
            return millis;
        }
        String text = headers.get("retry-after");
        Duration seconds = duration(text, 1e9);
        if (seconds != null || text == null) {
            return seconds;
        }
        try {
            Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration duration(@Nullable String text, double nanosPerUnit) {
        if (text == null) {
            return null;
        }
        try {
            double nanos = Double.parseDouble(text.strip()) * nanosPerUnit;
            // Turns away what is not a number; a wait of centuries is as good as a century: far too long.
            return nanos >= 0 ? Duration.ofNanos((long) Math.min(nanos, 3.2e18)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
