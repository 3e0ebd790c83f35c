package dev.makerai.run;

/** Interrupts a thread while it does one thing, and never later. */
final class Interruption {
    private final Thread thread;
    private boolean isOver;
    private boolean wasInterrupted;

    Interruption(Thread thread) {
        this.thread = thread;
    }

    /** Any thread may call this. */
    synchronized void interrupt() {
        if (!isOver) {
            wasInterrupted = true;
            thread.interrupt();
        }
    }

    /**
     * The thing is done. Called by the thread itself, whose interrupt status is cleared if it was set from here.
     *
     * @return whether it was
     */
    synchronized boolean end() {
        isOver = true;
        if (wasInterrupted) {
            boolean unused = Thread.interrupted();
        }
        return wasInterrupted;
    }
}
