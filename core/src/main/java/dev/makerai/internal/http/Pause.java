package dev.makerai.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits between two tries. */
interface Pause {
    /** Sleeps; tests take another. */
    Pause SLEEP = new Pause() {
        @Override
        public void of(Duration duration, @Nullable Opening opening) throws InterruptedException {
            if (opening == null) {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            } else {
                opening.await(duration);
            }
        }
    };

    /**
     * Waits.
     *
     * @param duration how long
     * @param opening what may end the wait earlier, or null
     * @throws InterruptedException if the thread was interrupted
     */
    void of(Duration duration, @Nullable Opening opening) throws InterruptedException;
}
