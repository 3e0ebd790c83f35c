package dev.makerai.run;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Gives each device to one call at a time, in all runs of this JVM together. */
final class DeviceLocks {
    private static final Map<Object, Shared> LOCKS = new HashMap<>();

    private DeviceLocks() {}

    /**
     * Waits for a device, as long as it takes; whoever has waited enough interrupts this thread.
     *
     * @param device compared by {@code equals}
     * @return the device, to be closed by this thread
     * @throws InterruptedException if this thread was interrupted
     */
    static Held take(Object device) throws InterruptedException {
        Shared shared;
        synchronized (LOCKS) {
            shared = LOCKS.computeIfAbsent(device, absent -> new Shared());
            shared.users++;
        }
        boolean isTaken = false;
        try {
            shared.lock.lockInterruptibly();
            isTaken = true;
            return new Held(device, shared);
        } finally {
            if (!isTaken) {
                forget(device, shared);
            }
        }
    }

    private static void forget(Object device, Shared shared) {
        synchronized (LOCKS) {
            if (--shared.users == 0) {
                LOCKS.remove(device);
            }
        }
    }

    /** How many devices are in use or waited for. */
    static int size() {
        synchronized (LOCKS) {
            return LOCKS.size();
        }
    }

    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    /** A device that nobody else has. To be closed by the thread that took it. */
    static final class Held implements AutoCloseable {
        private final Object device;
        private final Shared shared;

        Held(Object device, Shared shared) {
            this.device = device;
            this.shared = shared;
        }

        @Override
        public void close() {
            shared.lock.unlock();
            forget(device, shared);
        }
    }
}
