package dev.makerai.run;

import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the tool calls of one response at the same time, each within its time limit, and keeps their order. */
final class ToolCalls {
    private final Toolset tools;
    private final Duration timeout;

    ToolCalls(Toolset tools, Duration timeout) {
        this.tools = tools;
        this.timeout = timeout;
    }

    /**
     * Runs them all.
     *
     * @param calls as the model asked for them; of several with the same call id only the first is run
     * @return what came of each, in the same order
     * @throws InterruptedException if this thread was interrupted; the tools are interrupted then too
     */
    List<ToolCall> run(List<FunctionCall> calls) throws InterruptedException {
        Map<String, FunctionCall> distinct = new LinkedHashMap<>();
        calls.forEach(call -> distinct.putIfAbsent(call.callId(), call));
        long start = System.nanoTime();
        List<Future<ToolCall>> running = new ArrayList<>();
        try {
            for (FunctionCall call : distinct.values()) {
                running.add(ToolThreads.executor().submit(() -> call(call)));
            }
            List<ToolCall> done = new ArrayList<>();
            int next = 0;
            for (FunctionCall call : distinct.values()) {
                done.add(await(running.get(next++), call, start));
            }
            return done;
        } finally {
            // Nothing is left to stop after a normal end; after an error or interrupt nobody waits for the rest.
            running.forEach(call -> call.cancel(true));
        }
    }

    private ToolCall call(FunctionCall call) {
        long start = System.nanoTime();
        ToolResult result = tools.call(call.name(), call.arguments());
        return toolCall(call, result, start);
    }

    private ToolCall await(Future<ToolCall> running, FunctionCall call, long start) throws InterruptedException {
        try {
            return running.get(timeout.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return toolCall(call, timedOut(call), start);
        } catch (ExecutionException e) {
            // Toolset answers every exception of a tool itself; what comes here is for the program, not the model.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A toolset threw instead of answering", e.getCause());
        }
    }

    private ToolResult timedOut(FunctionCall call) {
        return new ToolResult.Failure(
                ToolResult.Kind.TIMED_OUT,
                "The tool " + call.name() + " did not answer within " + timeout.toMillis() / 1000.0
                        + " s and was stopped. Go on without it, or ask it for less.",
                null);
    }

    private static ToolCall toolCall(FunctionCall call, ToolResult result, long start) {
        return new ToolCall(
                call.callId(), call.name(), call.arguments(), result, Duration.ofNanos(System.nanoTime() - start));
    }
}
