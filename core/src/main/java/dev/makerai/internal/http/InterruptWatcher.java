package dev.makerai.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;

/**
 * Cancels the calls of interrupted threads, and those whose time is over. A platform thread that waits for a socket
 * does not notice an interrupt, so while any call is in flight one daemon thread looks at them all; it ends when there
 * was none for a while.
 */
final class InterruptWatcher implements Runnable {
    private static final int LOOK_EVERY_MILLIS = 20;

    /** No time after which a call is cancelled. */
    static final long NO_DEADLINE = Long.MIN_VALUE;

    /** Looks without a call before the thread ends: one thread serves calls that follow each other. */
    private static final int IDLE_LOOKS = 50;

    private final Set<InFlight> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Watches the calling thread until the watch is closed. */
    InFlight watch(Call call) {
        return watch(call, NO_DEADLINE);
    }

    /**
     * Watches the calling thread and the clock until the watch is closed.
     *
     * @param deadline when to cancel the call, by {@link System#nanoTime}, or {@link #NO_DEADLINE}
     */
    InFlight watch(Call call, long deadline) {
        InFlight watch = new InFlight(Thread.currentThread(), call, deadline);
        inFlight.add(watch);
        if (running.compareAndSet(false, true)) {
            start();
        }
        return watch;
    }

    private void start() {
        Thread thread = new Thread(this, "maker-ai-interrupts");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        int idle = 0;
        while (true) {
            try {
                idle = look() ? 0 : idle + 1;
            } catch (RuntimeException | Error e) {
                // Without this thread no deadline counts any more, so it has to live on, even without memory.
                idle = 0;
            }
            if (idle > IDLE_LOOKS) {
                running.set(false);
                // A call may have come between the last look and this line, and found the thread still running.
                if (inFlight.isEmpty() || !running.compareAndSet(false, true)) {
                    return;
                }
                idle = 0;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                // Nobody else has this thread: going on is the only thing to do.
                idle = 0;
            }
        }
    }

    private boolean look() {
        boolean any = false;
        for (InFlight watch : inFlight) {
            any = true;
            if (watch.thread.isInterrupted() || watch.isLate()) {
                watch.call.cancel();
            }
        }
        return any;
    }

    /** A call and the thread that waits for it. */
    final class InFlight implements AutoCloseable {
        private final Thread thread;
        private final Call call;
        private final long deadline;

        private InFlight(Thread thread, Call call, long deadline) {
            this.thread = thread;
            this.call = call;
            this.deadline = deadline;
        }

        private boolean isLate() {
            return deadline != NO_DEADLINE && System.nanoTime() - deadline >= 0;
        }

        @Override
        public void close() {
            inFlight.remove(this);
        }
    }
}
