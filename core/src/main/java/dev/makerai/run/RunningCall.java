package dev.makerai.run;

import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One tool call on a thread of its own: it ends once, by itself or by being given up. */
final class RunningCall {
    private final FunctionCall call;
    private final Toolset tools;
    private final Queue<RunningCall> finished;

    private long startNanos;
    private @Nullable Future<?> thread;

    private @Nullable ToolCall outcome;
    private @Nullable Throwable thrown;

    RunningCall(FunctionCall call, Toolset tools, Queue<RunningCall> finished) {
        this.call = call;
        this.tools = tools;
        this.finished = finished;
    }

    RunningCall start() {
        startNanos = System.nanoTime();
        thread = ToolThreads.executor().submit(this::work);
        return this;
    }

    private void work() {
        ToolResult result = null;
        Throwable problem = null;
        try {
            result = tools.call(call.name(), call.arguments());
        } catch (Throwable e) {
            // Toolset answers every exception of a tool itself; what comes here is for the program, not the model.
            problem = e;
        }
        end(result, problem);
        finished.add(this);
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
        Future<?> started = thread;
        if (started != null) {
            started.cancel(true);
        }
    }

    String name() {
        return call.name();
    }

    long runningNanos() {
        return System.nanoTime() - startNanos;
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
}
