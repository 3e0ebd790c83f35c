package dev.makerai.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where tools run that do not run on the thread of their run: virtual threads where the JVM has them, otherwise a
 * bounded number of platform threads. A tool that computes without end never gives back the processor that carries its
 * virtual thread, so while calls that were given up still run, further ones get platform threads.
 */
final class ToolThreads {
    /** How many calls may run on after they were given up; each keeps a thread until its tool ends. */
    static final int MOST_GIVEN_UP = 128;

    /** Twice that, so that calls that never end cannot take them all. */
    private static final int MOST_PLATFORM_THREADS = 256;

    private static final ExecutorService PLATFORM = platform();
    private static final @Nullable ExecutorService VIRTUAL = virtual();
    private static final AtomicInteger GIVEN_UP = new AtomicInteger();

    private ToolThreads() {}

    /** Takes work, or throws {@link java.util.concurrent.RejectedExecutionException} while all threads are in use. */
    static ExecutorService executor() {
        ExecutorService virtual = VIRTUAL;
        return virtual == null || GIVEN_UP.get() > 0 ? PLATFORM : virtual;
    }

    /** Whether so many calls run on that no further one may begin. */
    static boolean areUsedUp() {
        return GIVEN_UP.get() >= MOST_GIVEN_UP;
    }

    /** Counts a call that was given up and runs on. */
    static void givenUp() {
        GIVEN_UP.incrementAndGet();
    }

    /** Counts a call no longer that was given up and has ended after all. */
    static void ended() {
        GIVEN_UP.decrementAndGet();
    }

    private static ExecutorService platform() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, MOST_PLATFORM_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "maker-ai-tool-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static @Nullable ExecutorService virtual() {
        try {
            // Since Java 21.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
