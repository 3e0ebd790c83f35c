package dev.makerai.run;

import dev.makerai.internal.naming.Shown;
import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs the tool calls of one response, many at a time, each within a time limit that begins when it begins, and keeps
 * their order.
 */
final class ToolCalls {
    /** Bounds what one model can set going at the same time; the rest waits for a place. */
    private static final int AT_A_TIME = 32;

    private final Toolset tools;
    private final Duration timeout;

    ToolCalls(Toolset tools, Duration timeout) {
        this.tools = tools;
        this.timeout = timeout;
    }

    /**
     * Runs them all.
     *
     * @param calls as the model asked for them; of several with the same call id only the first is run, and the others
     *     come to {@link ToolResult.Kind#DUPLICATE_CALL}
     * @return what came of each, in the same order
     * @throws InterruptedException if this thread was interrupted; the tools are interrupted then too
     */
    List<ToolCall> run(List<FunctionCall> calls) throws InterruptedException {
        Map<String, RunningCall> distinct = new LinkedHashMap<>();
        BlockingQueue<RunningCall> finished = new LinkedBlockingQueue<>();
        for (FunctionCall call : calls) {
            distinct.putIfAbsent(call.callId(), new RunningCall(call, tools, finished));
        }
        List<RunningCall> waiting = new ArrayList<>(distinct.values());
        List<RunningCall> running = new ArrayList<>();
        try {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                while (!waiting.isEmpty() && running.size() < AT_A_TIME) {
                    running.add(waiting.remove(0).start());
                }
                takeFinished(running, finished);
                stopLate(running);
            }
            return inOrder(calls, distinct);
        } finally {
            // Nothing is left to stop after a normal end; after an error or interrupt nobody waits for the rest.
            running.forEach(RunningCall::stop);
        }
    }

    private static List<ToolCall> inOrder(List<FunctionCall> calls, Map<String, RunningCall> ended) {
        Set<String> seen = new HashSet<>();
        List<ToolCall> all = new ArrayList<>();
        for (FunctionCall call : calls) {
            RunningCall first = ended.get(call.callId());
            all.add(first != null && seen.add(call.callId()) ? first.toolCall() : duplicate(call));
        }
        return all;
    }

    private static ToolCall duplicate(FunctionCall call) {
        ToolResult.Failure failure = new ToolResult.Failure(
                ToolResult.Kind.DUPLICATE_CALL,
                "Not run, since another call before it has the id " + Shown.quoted(call.callId()) + " too.",
                null);
        return new ToolCall(call.callId(), call.name(), call.arguments(), failure, Duration.ZERO);
    }

    /** Waits for the next call to finish, at the longest until one is late. */
    private void takeFinished(List<RunningCall> running, BlockingQueue<RunningCall> finished)
            throws InterruptedException {
        long patience = running.stream()
                .mapToLong(call -> timeout.toNanos() - call.runningNanos())
                .min()
                .orElse(0);
        RunningCall next = finished.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
        // One that was stopped for being late may still finish: nobody waits for it any more.
        if (next != null && running.remove(next)) {
            next.rethrow();
        }
    }

    private void stopLate(List<RunningCall> running) {
        for (RunningCall call : List.copyOf(running)) {
            if (call.runningNanos() >= timeout.toNanos() && call.giveUp(timedOut(call.name()))) {
                running.remove(call);
            }
        }
    }

    private ToolResult timedOut(String name) {
        return new ToolResult.Failure(
                ToolResult.Kind.TIMED_OUT,
                "The tool " + name + " did not answer within " + timeout.toMillis() / 1000.0
                        + " s and was stopped. Go on without it, or ask it for less.",
                null);
    }
}
