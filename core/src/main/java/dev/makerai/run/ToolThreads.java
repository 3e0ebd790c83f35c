package dev.makerai.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where tools run: threads of the platform, each kept for the next call. Virtual threads would be lighter, but a tool
 * that computes without end never gives back the thread that carries it, and there are only as many of those as
 * processors: after a few such tools none would run any more in the whole JVM.
 */
final class ToolThreads {
    /** How many calls may run on after they were given up; each keeps a thread until its tool ends. */
    static final int MOST_GIVEN_UP = 128;

    private static final ExecutorService EXECUTOR = pool();
    private static final AtomicInteger GIVEN_UP = new AtomicInteger();

    private ToolThreads() {}

    static ExecutorService executor() {
        return EXECUTOR;
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

    private static ExecutorService pool() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "maker-ai-tool-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
