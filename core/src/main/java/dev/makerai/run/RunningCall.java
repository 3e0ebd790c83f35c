package dev.makerai.run;

import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One tool call on a thread of its own: it ends once, by itself or by being given up. Its time counts from when the tool
 * begins to run.
 */
final class RunningCall {
    private final FunctionCall call;
    private final Toolset tools;
    private final Queue<RunningCall> finished;

    private @Nullable Future<?> thread;

    private State state = State.WAITING;
    private long startNanos;
    private @Nullable ToolCall outcome;
    private @Nullable Throwable thrown;

    RunningCall(FunctionCall call, Toolset tools, Queue<RunningCall> finished) {
        this.call = call;
        this.tools = tools;
        this.finished = finished;
    }

    RunningCall start() {
        if (ToolThreads.areUsedUp()) {
            boolean unused = end(overloaded(), null);
            finished.add(this);
        } else {
            thread = ToolThreads.executor().submit(this::work);
        }
        return this;
    }

    private void work() {
        if (!begin()) {
            return;
        }
        ToolResult result = null;
        Throwable problem = null;
        try {
            result = tools.call(call.name(), call.arguments());
        } catch (Throwable e) {
            // Toolset answers every exception of a tool itself; what comes here is for the program, not the model.
            problem = e;
        }
        boolean unused = end(result, problem);
        leave();
        finished.add(this);
    }

    private synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        startNanos = System.nanoTime();
        return true;
    }

    private synchronized void leave() {
        if (state == State.GIVEN_UP) {
            ToolThreads.ended();
        }
        state = State.ENDED;
    }

    private synchronized boolean end(@Nullable ToolResult result, @Nullable Throwable problem) {
        if (outcome != null || thrown != null) {
            return false;
        }
        thrown = problem;
        if (result != null) {
            outcome = new ToolCall(
                    call.callId(), call.name(), call.arguments(), result, Duration.ofNanos(runningNanos()));
        }
        return true;
    }

    /**
     * Stops waiting for it.
     *
     * @return false if it has ended in the meantime
     */
    boolean giveUp(ToolResult instead) {
        boolean givenUp = end(instead, null);
        if (givenUp) {
            stop();
        }
        return givenUp;
    }

    void stop() {
        synchronized (this) {
            if (state == State.RUNNING) {
                state = State.GIVEN_UP;
                ToolThreads.givenUp();
            } else if (state == State.WAITING) {
                state = State.ENDED;
            }
        }
        Future<?> started = thread;
        if (started != null) {
            started.cancel(true);
        }
    }

    String name() {
        return call.name();
    }

    /** How long the tool has been running; 0 before it begins. */
    synchronized long runningNanos() {
        return state == State.WAITING || startNanos == 0 ? 0 : System.nanoTime() - startNanos;
    }

    private ToolResult overloaded() {
        return new ToolResult.Failure(
                ToolResult.Kind.OVERLOADED,
                "The tool " + call.name() + " was not run: " + ToolThreads.MOST_GIVEN_UP
                        + " calls that took too long were given up and still run, the most that are let. Go on without"
                        + " it.",
                null);
    }

    /** Throws what is for the caller: an error in a tool. */
    synchronized void rethrow() {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException("A toolset threw instead of answering", thrown);
        }
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
