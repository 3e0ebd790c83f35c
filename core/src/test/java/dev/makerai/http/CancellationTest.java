package dev.makerai.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsToBeDoneIsDoneOnceAndInOrder() {
        cancellation.onCancel(() -> done.add("a"));
        cancellation.onCancel(() -> done.add("b"));
        assertFalse(cancellation.isCancelled());

        cancellation.cancel();
        cancellation.cancel();

        assertEquals(List.of("a", "b"), done);
        assertTrue(cancellation.isCancelled());
    }

    @Test
    void whatComesTooLateIsDoneAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(() -> done.add("late")).close();
        assertEquals(List.of("late"), done);
    }

    @Test
    void whatIsNotNeededAnyMoreIsNotDone() {
        Cancellation.Registration registration = cancellation.onCancel(() -> done.add("a"));
        registration.close();
        registration.close();
        cancellation.cancel();
        assertEquals(List.of(), done);
    }

    @Test
    void aFailureStopsNoneOfTheOthersAndReachesTheCaller() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");
        cancellation.onCancel(() -> {
            throw first;
        });
        cancellation.onCancel(() -> {
            throw second;
        });
        cancellation.onCancel(() -> done.add("c"));

        assertSame(first, assertThrows(IllegalStateException.class, cancellation::cancel));
        assertEquals(List.of(second), List.of(first.getSuppressed()));
        assertEquals(List.of("c"), done);
    }
}
