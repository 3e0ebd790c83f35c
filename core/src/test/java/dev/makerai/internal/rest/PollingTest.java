package dev.makerai.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PollingTest {
    private static final TransportException FAULT =
            new TransportException("no connection", "localhost", 1, null, new IOException());

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Duration> left = new ArrayList<>();
    private long now;

    private final Polling polling = new Polling(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            it -> {
                pauses.add(it);
                now += it.toNanos();
            },
            () -> now);

    private String wait(Duration within, Function<Integer, String> ask) {
        int[] count = {0};
        return polling.until(
                within,
                it -> {
                    left.add(it);
                    return ask.apply(++count[0]);
                },
                it -> it.equals("done"),
                it -> new WaitTimeoutException("The thing", "t_1", it, within));
    }

    @Test
    void whatIsDoneAtOnceIsNotWaitedFor() {
        assertEquals("done", wait(Duration.ofSeconds(10), it -> "done"));
        assertEquals(List.of(), pauses);
        assertEquals(List.of(Duration.ofSeconds(10)), left);
    }

    @Test
    void pausesGrowToTheirBoundAndTheLastEndsWithTheTime() {
        WaitTimeoutException e =
                assertThrows(WaitTimeoutException.class, () -> wait(Duration.ofSeconds(14), it -> "in_progress"));

        assertEquals(
                List.of(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1)),
                pauses);
        assertEquals(Duration.ofSeconds(1), left.get(left.size() - 1));
        assertEquals("t_1 in_progress PT14S", e.id() + " " + e.status() + " " + e.waited());
        assertEquals(
                "The thing t_1 is still in_progress after 14 s. It goes on at the service: wait for it again by its id,"
                        + " or cancel it",
                e.getMessage());
    }

    @Test
    void aFewFaultsAreWaitedOut() {
        assertEquals("done", wait(Duration.ofHours(1), it -> {
            if (it % 10 != 0) {
                throw FAULT;
            }
            return it < 30 ? "in_progress" : "done";
        }));
    }

    @Test
    void whoDoesNotAnswerManyTimesIsGivenUp() {
        assertSame(
                FAULT,
                assertThrows(
                        TransportException.class,
                        () -> wait(Duration.ofHours(1), it -> {
                            throw FAULT;
                        })));
        assertEquals(10, left.size());
    }

    @Test
    void aFaultToTheEndIsTheAnswerWhereThereWasNoOther() {
        assertSame(
                FAULT,
                assertThrows(
                        TransportException.class,
                        () -> wait(Duration.ofSeconds(1), it -> {
                            throw FAULT;
                        })));
    }

    @Test
    void anotherExceptionEndsTheWaitingAtOnce() {
        assertThrows(
                IllegalStateException.class,
                () -> wait(Duration.ofHours(1), it -> {
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), pauses);
    }

    @Test
    void anInterruptedPauseIsLeftForTheNextRequest() {
        Polling interrupted = new Polling(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                it -> {
                    throw new InterruptedException();
                },
                System::nanoTime);
        int[] asked = {0};

        assertSame(
                FAULT,
                assertThrows(
                        TransportException.class,
                        () -> interrupted.until(
                                Duration.ofHours(1),
                                it -> {
                                    if (asked[0]++ > 0) {
                                        throw FAULT;
                                    }
                                    return "in_progress";
                                },
                                it -> false,
                                it -> FAULT)));

        assertEquals(2, asked[0]);
        assertTrue(Thread.interrupted());
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        for (Duration within : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(1000))) {
            assertThrows(IllegalArgumentException.class, () -> wait(within, it -> "done"));
        }
    }
}
