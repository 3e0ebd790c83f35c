package dev.makerai.run;

import dev.makerai.http.Cancellation;
import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolProgress;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One tool call: it ends once, by itself or by being given up. Its time counts from when the tool begins to run.
 */
final class RunningCall {
    private final FunctionCall call;
    private final Work work;
    private final @Nullable Object device;
    private final Duration timeout;
    private final Observer observer;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable ToolProgress> progress = new AtomicReference<>();

    private @Nullable Future<?> thread;

    private State state = State.WAITING;
    private long startNanos;
    private boolean hasBegun;
    private @Nullable ToolCall outcome;
    private @Nullable Throwable thrown;

    /** What a call does. */
    interface Work {
        /**
         * Does it on this thread.
         *
         * @param call knows when nobody waits for it any more, and hears how far it is
         */
        ToolResult run(RunningCall call);
    }

    /** Who is told of a call, on the thread of the call. */
    interface Observer {
        /** A call that was started has ended. */
        void ended(RunningCall call);

        /** A call has said how far it is, which {@link #takeProgress} tells. */
        void further(RunningCall call);
    }

    /**
     * @param work what to do; an error that it throws is for the program
     * @param device what it needs for itself, or null
     * @param timeout how long it may take, and how long it may wait for its device
     * @param observer whom to tell
     */
    RunningCall(FunctionCall call, Work work, @Nullable Object device, Duration timeout, Observer observer) {
        this.call = call;
        this.work = work;
        this.device = device;
        this.timeout = timeout;
        this.observer = observer;
    }

    /**
     * Begins on a thread of its own.
     *
     * @throws java.util.concurrent.RejectedExecutionException if there is none at the moment
     */
    void start(ContextCarrier carrier) {
        if (ToolThreads.areUsedUp()) {
            boolean unused = end(overloaded(), null);
            observer.ended(this);
        } else {
            Runnable carried = carrier.carry(this::work);
            thread = ToolThreads.executor().submit(() -> {
                Throwable problem = null;
                try {
                    carried.run();
                } catch (Throwable e) {
                    // Of the carrier's own making: the tool's are caught where it runs.
                    problem = e;
                }
                endCarrying(problem);
                observer.ended(this);
            });
        }
    }

    private synchronized void endCarrying(@Nullable Throwable problem) {
        if (problem == null && !hasEnded()) {
            problem = new IllegalStateException("A ContextCarrier did not run the tool");
        }
        if (thrown == null) {
            thrown = problem;
        }
    }

    /** Does it on this thread, which is interrupted when the call is stopped or takes too long. */
    void runHere() {
        Interruption interruption = new Interruption(Thread.currentThread());
        CompletableFuture<Void> end = new CompletableFuture<Void>().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Void> watch = end.exceptionally(late -> {
            interruption.interrupt();
            return null;
        });
        try (Cancellation.Registration stop = cancellation.onCancel(interruption::interrupt)) {
            work();
        } finally {
            end.complete(null);
            boolean unused = watch.isDone();
        }
        boolean wasInterrupted = interruption.end();
        synchronized (this) {
            boolean isCutOff = outcome == null || wasInterrupted && outcome.result() instanceof ToolResult.Failure;
            if (thrown == null && isCutOff) {
                outcome = toolCall(cancellation.isCancelled() ? interrupted() : timedOut());
            }
        }
    }

    private void work() {
        if (device == null) {
            perform();
            return;
        }
        synchronized (this) {
            // The wait has its time too, since who has the device may never give it back.
            startNanos = System.nanoTime();
        }
        try (DeviceLocks.Held held = DeviceLocks.take(device)) {
            perform();
        } catch (InterruptedException e) {
            // Somebody has given this call up, or will say why not: see timedOut and interrupted.
            Thread.currentThread().interrupt();
            boolean unused = end(interrupted(), null);
        }
    }

    private void perform() {
        if (!begin()) {
            return;
        }
        ToolResult result = null;
        Throwable problem = null;
        try {
            result = work.run(this);
        } catch (Throwable e) {
            // A call answers every exception of a tool itself; what comes here is for the program, not the model.
            problem = e;
        }
        boolean unused = end(result, problem);
        leave();
    }

    private synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        hasBegun = true;
        startNanos = System.nanoTime();
        return true;
    }

    private synchronized void leave() {
        if (state == State.GIVEN_UP) {
            ToolThreads.ended();
        }
        state = State.ENDED;
    }

    private synchronized boolean hasEnded() {
        return outcome != null || thrown != null;
    }

    private synchronized boolean end(@Nullable ToolResult result, @Nullable Throwable problem) {
        if (hasEnded()) {
            return false;
        }
        thrown = problem;
        if (result != null) {
            outcome = toolCall(result);
        }
        return true;
    }

    private ToolCall toolCall(ToolResult result) {
        return new ToolCall(call.callId(), call.name(), call.arguments(), result, Duration.ofNanos(runningNanos()));
    }

    /**
     * Stops waiting for it.
     *
     * @return false if it has ended in the meantime
     */
    private boolean giveUp(ToolResult instead) {
        boolean givenUp = end(instead, null);
        if (givenUp) {
            stop();
        }
        return givenUp;
    }

    /**
     * Stops waiting for it, since its time is over.
     *
     * @return false if it has ended in the meantime
     */
    boolean giveUpLate() {
        return giveUp(timedOut());
    }

    /** Stops waiting for it, since its run has ended. */
    void giveUp() {
        boolean unused = giveUp(interrupted());
    }

    void stop() {
        synchronized (this) {
            if (state == State.RUNNING && thread != null) {
                state = State.GIVEN_UP;
                ToolThreads.givenUp();
            } else if (state == State.WAITING) {
                state = State.ENDED;
            }
        }
        cancellation.cancel();
        Future<?> started = thread;
        if (started != null) {
            started.cancel(true);
        }
    }

    /** Is cancelled when nobody waits for the call any more. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Takes how far the call is. */
    void progress(ToolProgress further) {
        if (progress.getAndSet(further) == null) {
            observer.further(this);
        }
    }

    /** How far the call has come since the last time; null if it has said nothing since then. */
    @Nullable
    RunEvent takeProgress() {
        ToolProgress further = progress.getAndSet(null);
        return further == null ? null : new RunEvent.Progress(call.callId(), call.name(), further);
    }

    /** Takes a problem that is for the program. */
    synchronized void fail(RuntimeException problem) {
        if (thrown == null) {
            thrown = problem;
        }
    }

    String id() {
        return call.callId();
    }

    String name() {
        return call.name();
    }

    String arguments() {
        return call.arguments();
    }

    /** How long it may still run; all of its time before it begins. */
    synchronized long nanosLeft() {
        return timeout.toNanos() - runningNanos();
    }

    /** How long the tool has been running, or waiting for its device; 0 before that. */
    private synchronized long runningNanos() {
        return startNanos == 0 ? 0 : System.nanoTime() - startNanos;
    }

    private ToolResult overloaded() {
        return new ToolResult.Failure(
                ToolResult.Kind.OVERLOADED,
                "The tool " + call.name() + " was not run: " + ToolThreads.MOST_GIVEN_UP
                        + " calls that took too long were given up and still run, the most that are let. Go on without"
                        + " it.",
                null);
    }

    private synchronized ToolResult timedOut() {
        String seconds = timeout.toMillis() / 1000.0 + " s";
        return new ToolResult.Failure(
                ToolResult.Kind.TIMED_OUT,
                hasBegun
                        ? "The tool " + call.name() + " did not answer within " + seconds
                                + " and was stopped. Go on without it, or ask it for less."
                        : "The tool " + call.name() + " was not run, since its device was in use for " + seconds
                                + ". Try again later.",
                null);
    }

    private synchronized ToolResult interrupted() {
        return new ToolResult.Failure(
                ToolResult.Kind.INTERRUPTED,
                "The run was stopped "
                        + (hasBegun
                                ? "while " + call.name() + " ran, so it is not known how far it came."
                                : "before " + call.name() + " began, so it was not run."),
                null);
    }

    /** Throws what is for the caller: an error in a tool, or what a context carrier threw. */
    synchronized void rethrow() {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException problem) {
            throw problem;
        }
        if (thrown != null) {
            throw new IllegalStateException("A tool's thread ended without an answer", thrown);
        }
    }

    synchronized boolean hasOutcome() {
        return outcome != null;
    }

    synchronized ToolCall toolCall() {
        if (outcome == null) {
            throw new IllegalStateException("The call of " + call.name() + " has not ended");
        }
        return outcome;
    }

    private enum State {
        /** No thread has taken it up. */
        WAITING,
        /** The tool runs and is waited for. */
        RUNNING,
        /** The tool runs, but nobody waits for it. */
        GIVEN_UP,
        /** The tool runs no more, or never will. */
        ENDED
    }
}
