package dev.makerai.run;

import dev.makerai.http.Cancellation;
import dev.makerai.internal.naming.Shown;
import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs the tool calls of the responses of one run: those of a response many at a time, each within its time, and keeps
 * their order. Every call gets a result, whatever happens.
 */
final class ToolCalls {
    /** Bounds what one model can set going at the same time; the rest waits for a place. */
    private static final int AT_A_TIME = 32;

    private static final FunctionCall NONE = FunctionCall.of("", "", "", "");

    private final LoopSettings settings;
    private final CallPreparation preparation;
    private final Patience patience;

    ToolCalls(LoopSettings settings, String runId, Patience patience) {
        this.settings = settings;
        this.preparation = new CallPreparation(settings, runId, patience);
        this.patience = patience;
    }

    /**
     * Runs them all. If the run's time ends, it is cancelled, or this thread is interrupted, the calls that have not
     * ended come to {@link ToolResult.Kind#INTERRUPTED}.
     *
     * @param calls as the model asked for them; of several with the same call id only the first is run, and the others
     *     come to {@link ToolResult.Kind#DUPLICATE_CALL}
     * @return what came of each, in the same order
     */
    List<ToolCall> run(List<FunctionCall> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        BlockingQueue<RunningCall> finished = new LinkedBlockingQueue<>();
        Map<String, ToolCall> ended = new HashMap<>();
        Map<String, RunningCall> open = new LinkedHashMap<>();
        for (FunctionCall call : calls) {
            if (ended.containsKey(call.callId()) || open.containsKey(call.callId())) {
                continue;
            }
            CallPreparation.Prepared prepared = preparation.prepare(call);
            if (prepared.work() != null) {
                open.put(
                        call.callId(),
                        new RunningCall(call, prepared.work(), prepared.device(), prepared.timeout(), finished));
            } else {
                ToolResult refusal = Objects.requireNonNull(prepared.refusal());
                ended.put(
                        call.callId(),
                        new ToolCall(call.callId(), call.name(), call.arguments(), refusal, Duration.ZERO));
            }
        }
        RunningCall only = open.size() == 1 ? open.values().iterator().next() : null;
        if (only != null && preparation.mayRunHere(only.name())) {
            runHere(only);
        } else if (!open.isEmpty()) {
            runAll(new ArrayList<>(open.values()), finished);
        }
        open.forEach((id, call) -> ended.put(id, call.toolCall()));
        return inOrder(calls, ended);
    }

    private void runHere(RunningCall call) {
        try (Cancellation.Registration stop = patience.onCancel(call::stop)) {
            if (patience.isOver()) {
                call.giveUp();
            } else {
                call.runHere();
            }
        }
        call.rethrow();
    }

    private void runAll(List<RunningCall> waiting, BlockingQueue<RunningCall> finished) {
        List<RunningCall> running = new ArrayList<>();
        RunningCall wakeUp = new RunningCall(NONE, it -> new ToolResult.Success(""), null, Duration.ZERO, finished);
        try (Cancellation.Registration stop = patience.onCancel(() -> finished.add(wakeUp))) {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                if (patience.isOver()) {
                    running.forEach(RunningCall::giveUp);
                    waiting.forEach(RunningCall::giveUp);
                    return;
                }
                start(waiting, running);
                takeFinished(running, finished);
                for (RunningCall call : List.copyOf(running)) {
                    if (call.nanosLeft() <= 0 && call.giveUpLate()) {
                        running.remove(call);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.forEach(RunningCall::giveUp);
            waiting.forEach(RunningCall::giveUp);
        } finally {
            // Nothing is left to stop after a normal end; after an error nobody waits for the rest.
            running.forEach(RunningCall::stop);
        }
    }

    private void start(List<RunningCall> waiting, List<RunningCall> running) {
        while (!waiting.isEmpty() && running.size() < AT_A_TIME) {
            RunningCall next = waiting.get(0);
            try {
                next.start(settings.carrier);
                running.add(next);
            } catch (RejectedExecutionException e) {
                if (!running.isEmpty()) {
                    // A place will be free when one of them ends.
                    return;
                }
                // All threads are in use, perhaps by tools that wait for this very run: here is one more.
                waiting.remove(0);
                runHere(next);
                continue;
            }
            waiting.remove(0);
        }
    }

    /** Waits for the next call to finish, at the longest until one is late or the run's time is over. */
    private void takeFinished(List<RunningCall> running, BlockingQueue<RunningCall> finished)
            throws InterruptedException {
        long nanos = running.stream().mapToLong(RunningCall::nanosLeft).min().orElse(0);
        RunningCall next = finished.poll(Math.max(0, Math.min(nanos, patience.nanosLeft())), TimeUnit.NANOSECONDS);
        // One that was stopped for being late may still finish: nobody waits for it any more.
        if (next != null && running.remove(next)) {
            next.rethrow();
        }
    }

    private static List<ToolCall> inOrder(List<FunctionCall> calls, Map<String, ToolCall> ended) {
        if (ended.size() == calls.size()) {
            return calls.stream().map(call -> ended.get(call.callId())).toList();
        }
        Set<String> seen = new HashSet<>();
        List<ToolCall> all = new ArrayList<>();
        for (FunctionCall call : calls) {
            ToolCall first = ended.get(call.callId());
            all.add(first != null && seen.add(call.callId()) ? first : duplicate(call));
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
}
