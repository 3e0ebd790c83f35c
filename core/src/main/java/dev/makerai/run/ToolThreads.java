package dev.makerai.run;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where tools run: a virtual thread for each call where the JVM has them (21 and later), else a thread that is kept for
 * the next call. Each run bounds how many it uses, so that one run's hung tools are no other's trouble.
 */
final class ToolThreads {
    private static final ExecutorService EXECUTOR = create();

    private ToolThreads() {}

    static ExecutorService executor() {
        return EXECUTOR;
    }

    private static ExecutorService create() {
        try {
            // Not in Java 17, which this library is compiled for.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException olderJvm) {
            return pool();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("A public method of the JDK could not be called", e);
        }
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
