package dev.makerai.run;

import dev.makerai.http.Cancellation;
import dev.makerai.responses.Response;
import dev.makerai.responses.Responses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a response that is made in the background, as for any other: as long as the run has time. */
final class BackgroundWait {
    private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

    private Response newest;

    BackgroundWait(Response begun) {
        this.newest = begun;
    }

    /** What the service said last. */
    Response newest() {
        return newest;
    }

    /** Asks until the response has ended, or the run has to. If the thread is interrupted, its interrupt status is set. */
    Response end(Responses responses, Patience patience) {
        CountDownLatch cancelled = new CountDownLatch(1);
        long pause = FIRST_NANOS;
        try (Cancellation.Registration registration = patience.onCancel(cancelled::countDown)) {
            while (newest.status().isUnderWay() && !newest.id().isEmpty() && !patience.isOver()) {
                boolean isCancelled = cancelled.await(Math.min(pause, patience.nanosLeft()), TimeUnit.NANOSECONDS);
                if (!isCancelled && !patience.isOver()) {
                    newest = responses.retrieve(newest.id());
                }
                pause = Math.min(pause * 3 / 2, LONGEST_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return newest;
    }
}
