package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.http.Cancellation;
import dev.makerai.internal.rest.Polling;
import dev.makerai.responses.Response;
import dev.makerai.responses.Responses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Waits for a response that is made in the background, as for any other: as long as the run has time. */
final class BackgroundWait {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

    private BackgroundWait() {}

    /**
     * Asks until the response has ended.
     *
     * @param newest gets and gives back what the service said last
     * @throws MakerAiException if the run has to end first, or the service does not answer for long
     */
    static Response end(Response begun, Responses responses, Patience patience, UnaryOperator<Response> newest) {
        String id = begun.id();
        Duration left = patience.timeLeft();
        Duration within = left == null ? AS_LONG_AS_IT_TAKES : left;
        CountDownLatch cancelled = new CountDownLatch(1);
        Polling polling = new Polling(
                FIRST_PAUSE,
                LONGEST_PAUSE,
                pause -> {
                    boolean unused = cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
                },
                System::nanoTime);
        try (Cancellation.Registration registration = patience.onCancel(cancelled::countDown)) {
            return polling.until(
                    within,
                    time -> newest.apply(responses.retrieve(id, time, patience.cancellation())),
                    it -> !it.status().isUnderWay(),
                    it -> new WaitTimeoutException(
                            "The response", id, it.status().value(), within));
        }
    }
}
