package dev.makerai.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits between two tries. */
interface Pause {
    /** Sleeps; tests take another. */
    Pause SLEEP = new Pause() {
        @Override
        public void of(Duration duration, @Nullable Cancellation cancellation) throws InterruptedException {
            if (cancellation == null) {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            } else {
                cancellation.await(duration);
            }
        }
    };

    /**
     * Waits.
     *
     * @param duration how long
     * @param cancellation what may end the wait earlier, or null
     * @throws InterruptedException if the thread was interrupted
     */
    void of(Duration duration, @Nullable Cancellation cancellation) throws InterruptedException;
}
