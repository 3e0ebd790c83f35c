package dev.makerai.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock that stands still but for the pauses, which it writes down. */
final class FakeTime implements Pause, InstantSource {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    @Override
    public void of(Duration duration, @Nullable Opening opening) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
