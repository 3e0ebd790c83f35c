package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.QuotaExceededException;
import dev.makerai.errors.RateLimitException;
import dev.makerai.errors.ServerException;
import dev.makerai.errors.TransportException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends TransportFixture {
    private static final String RATE_LIMIT = error("requests", "rate_limit_exceeded", "Too many requests");

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 502, 503, 504})
    void aPassingFaultIsTriedAgain(int status) {
        server.enqueue(json(status, "{}"));
        server.enqueue(json(200, "{\"ok\":true}"));

        assertEquals("{\"ok\":true}", post(open(config())));
        assertEquals(1, time.pauses.size());
    }

    @Test
    void aServerThatGaveUpWaitingIsAskedAgain() {
        // The HTTP client itself asks once more, without a pause; then it is up to the retries.
        server.enqueue(json(408, "{}"));
        server.enqueue(json(408, "{}"));
        server.enqueue(json(200, "{\"ok\":true}"));

        assertEquals("{\"ok\":true}", post(open(config())));
        assertEquals(1, time.pauses.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 422, 501, 505})
    void whatAnotherTryCannotMendIsNotTriedAgain(int status) {
        server.enqueue(json(status, "{}"));

        assertThrows(ApiException.class, () -> post(open(config())));
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void theWaitsDoubleAndVaryByAQuarterAtMost() {
        for (int i = 0; i < 8; i++) {
            server.enqueue(json(503, error("server_error", "server_is_overloaded", "busy")));
        }

        ServerException e = assertThrows(ServerException.class, () -> post(open(config().maxRetries(7))));

        assertTrue(e.getMessage().contains("tried 8 times"), e.getMessage());
        double[] most = {0.5, 1, 2, 4, 8, 8, 8};
        assertEquals(most.length, time.pauses.size());
        for (int i = 0; i < most.length; i++) {
            double seconds = time.pauses.get(i).toNanos() / 1e9;
            assertTrue(seconds <= most[i] && seconds >= most[i] * 0.75, i + ": " + seconds);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 7 | 7000",
                "Retry-After: 1.5 | 1500",
                "Retry-After: 60 | 60000",
                "Retry-After: Sun, 22 Nov 2026 10:00:20 GMT | 20000",
                "retry-after-ms: 250 | 250",
                "retry-after-ms: 12.5 | 12",
            })
    void theServiceIsWaitedForAsLongAsItAsks(String header, long millis) {
        server.enqueue(json(429, RATE_LIMIT, header));
        server.enqueue(json(200, "{}"));

        post(open(config()));

        assertEquals(millis, time.pauses.get(0).toMillis());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: soon",
                "Retry-After: -4",
                "Retry-After: NaN",
                "Retry-After: 0",
                "Retry-After: Sun, 22 Nov 2020 10:00:20 GMT",
                "Retry-After: Xxx, 99 Nov 2026 10:00:20 GMT"
            })
    void aWaitThatMakesNoSenseGivesWayToTheUsualOne(String header) {
        server.enqueue(json(429, RATE_LIMIT, header));
        server.enqueue(json(200, "{}"));

        post(open(config()));

        long millis = time.pauses.get(0).toMillis();
        assertTrue(millis >= 375 && millis <= 500, header + ": " + millis);
    }

    @Test
    void aLongWaitFailsAtOnceAndSaysWhenToTryAgain() {
        server.enqueue(json(429, RATE_LIMIT, "Retry-After: 300", "x-request-id: req_9"));

        RateLimitException e = assertThrows(RateLimitException.class, () -> post(open(config())));

        assertEquals(Duration.ofMinutes(5), e.retryAfter());
        assertEquals("req_9", e.requestId());
        assertEquals(1, server.getRequestCount());
        assertTrue(e.getMessage().contains("Try again at 2026-11-22T10:05:00Z."), e.getMessage());
    }

    @Test
    void whenAllTriesAreRateLimitedTheErrorSaysHowOftenAndWhenNext() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(json(429, RATE_LIMIT, "Retry-After: 2"));
        }

        RateLimitException e = assertThrows(RateLimitException.class, () -> post(open(config())));

        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(2)), time.pauses);
        assertEquals(Duration.ofSeconds(2), e.retryAfter());
        assertEquals("rate_limit_exceeded", e.code());
        assertTrue(e.getMessage().contains("It was tried 3 times. Try again at 2026-11-22T10:00:06Z."), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "requests,credit_balance_exhausted",
        "requests,organization_spend_limit_exceeded",
        "requests,project_spend_limit_exceeded",
        "requests,organization_usage_limit_exceeded",
        "insufficient_quota,insufficient_quota",
        "insufficient_quota,other"
    })
    void aQuotaThatIsUsedUpIsNeverTriedAgainWhateverTheHeadersSay(String type, String code) {
        server.enqueue(
                json(429, error(type, code, "You exceeded your quota"), "Retry-After: 1", "x-should-retry: true"));

        QuotaExceededException e = assertThrows(QuotaExceededException.class, () -> post(open(config())));

        assertEquals(1, server.getRequestCount());
        assertEquals(code, e.code());
        assertTrue(e.getMessage().contains("You exceeded your quota"), e.getMessage());
    }

    @Test
    void theServicesOwnAdviceToRetryComesBeforeTheStatus() {
        server.enqueue(json(400, "{}", "x-should-retry: true"));
        server.enqueue(json(503, "{}", "x-should-retry: false"));

        assertThrows(ServerException.class, () -> post(open(config())));
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void withoutRetriesTheFirstFaultCounts() {
        server.enqueue(json(503, "{}"));

        assertThrows(ServerException.class, () -> post(open(config().maxRetries(0))));
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(json(200, "{\"ok\":true}"));

        assertEquals("{\"ok\":true}", post(open(config())));
        assertEquals(1, time.pauses.size());
    }

    @Test
    void aTimeoutAfterTheRequestWasSentIsNotTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        TransportException e =
                assertThrows(TransportException.class, () -> post(open(config().timeout(Duration.ofMillis(200)))));

        assertEquals(1, e.attempts());
        assertEquals(1, server.getRequestCount());
        assertTrue(e.getMessage().contains("did not answer in time"), e.getMessage());
        assertTrue(e.getMessage().contains("may have got the request, and billed it"), e.getMessage());
        assertNull(e.requestId());
    }

    @Test
    void aWaitThatDoesNotFitIntoTheCallersTimeFailsAtOnce() {
        server.enqueue(json(429, RATE_LIMIT, "Retry-After: 30"));

        RateLimitException e =
                assertThrows(RateLimitException.class, () -> post(open(config()), Duration.ofSeconds(20)));

        assertEquals(List.of(), time.pauses);
        assertTrue(
                e.getMessage().contains("The time that the caller gave is over before the next try"), e.getMessage());
    }

    @Test
    void theCallersTimeBoundsASlowAnswer() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        TransportException e =
                assertThrows(TransportException.class, () -> post(open(config()), Duration.ofMillis(200)));

        assertTrue(e.getMessage().contains("The time that the caller gave"), e.getMessage());
    }

    @Test
    void timeWithoutEndIsTimeEnough() {
        server.enqueue(json(200, "{}"));

        assertEquals("{}", post(open(config()), Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void withoutTimeLeftNothingIsSent() {
        TransportException e = assertThrows(TransportException.class, () -> post(open(config()), Duration.ZERO));

        assertEquals(0, e.attempts());
        assertEquals(0, server.getRequestCount());
    }
}
