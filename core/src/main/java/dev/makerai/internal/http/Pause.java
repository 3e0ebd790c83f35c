package dev.makerai.internal.http;

import java.time.Duration;

/** Waits between two tries. */
interface Pause {
    /** Sleeps; tests take another. */
    Pause SLEEP = new Pause() {
        @Override
        public void of(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    };

    /**
     * Waits.
     *
     * @param duration how long
     * @throws InterruptedException if the thread was interrupted
     */
    void of(Duration duration) throws InterruptedException;
}
