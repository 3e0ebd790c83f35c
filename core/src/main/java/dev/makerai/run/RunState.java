package dev.makerai.run;

import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.tools.Effect;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a run has to remember to go on, in this process or another one. Not thread-safe, but for what is said to be.
 */
final class RunState {
    final String id;

    /** What the run began with. */
    final ResponseRequest first;

    /** The rounds so far. If there is an {@link #open} response, and the run has ended, it is in the last of them. */
    final List<Step> steps = new ArrayList<>();

    /** The request of the round under way, or the next one. */
    ResponseRequest request;

    /** A response whose calls are to be carried out, or that was not looked at yet. */
    @Nullable
    Response open;

    /** How long the open response took. */
    Duration answerTime = Duration.ZERO;

    /** What came of calls of the open response, and of later ones, by their ids. */
    final Map<String, ToolCall> ended = new LinkedHashMap<>();

    /** The calls of earlier responses that the model did not wait for, and that have no output yet, by their ids. */
    final Map<String, FunctionCall> later = new LinkedHashMap<>();

    /** Whether the round under way is the last one, in which the model may not call tools any more. */
    RunEnd.@Nullable LimitReached closing;

    /** What the request is if nobody changes it. */
    private ResponseRequest derived;

    /** What the request of the last round would be if that were not the last one; null if it is none. */
    private @Nullable ResponseRequest unclosed;

    /** How often each tool has been carried out. */
    final Map<String, Integer> counts = new LinkedHashMap<>();

    /** How the run ended when it last did, as it is written in a saved run; empty if it did not. */
    String lastEnd = "";

    /** The calls that wait for a decision. */
    List<PendingCall> pending = List.of();

    /** The calls of the open response that change something and have begun, and whether that is a machine. */
    private final Map<String, Boolean> begun = new HashMap<>();

    /** The calls of earlier responses that moved a machine. */
    private final Set<String> machineCalls = new HashSet<>();

    RunState(String id, ResponseRequest first) {
        this.id = id;
        this.first = first;
        this.request = first;
        this.derived = first;
    }

    /** The same, to go on with. */
    RunState copy() {
        RunState copy = new RunState(id, first);
        copy.request = request;
        copy.steps.addAll(steps);
        copy.open = open;
        copy.answerTime = answerTime;
        copy.ended.putAll(ended);
        copy.later.putAll(later);
        copy.closing = closing;
        copy.unclosed = unclosed;
        copy.derived = derived;
        copy.pending = pending;
        copy.begun.putAll(begunCalls());
        copy.machineCalls.addAll(machineCalls);
        copy.lastEnd = lastEnd;
        return copy;
    }

    /** Notes that a call that changes something begins. Any thread may call this. */
    void begin(String callId, Effect effect) {
        synchronized (begun) {
            begun.put(callId, effect == Effect.MACHINE);
        }
    }

    /** Whether a call of the open response that changes something has begun, be it in an earlier process. */
    boolean hasBegun(String callId) {
        synchronized (begun) {
            return begun.containsKey(callId);
        }
    }

    /** Whether a call of an earlier response had this id and moved a machine. */
    boolean hasMovedMachine(String callId) {
        return machineCalls.contains(callId);
    }

    /** The calls of the open response that change something and have begun, and whether that is a machine. */
    Map<String, Boolean> begunCalls() {
        synchronized (begun) {
            return new HashMap<>(begun);
        }
    }

    /**
     * The calls of the open response have got their results, but for some that the model does not wait for.
     *
     * @param calls those whose outputs the model gets now, also of earlier responses
     */
    void close(List<ToolCall> calls, RunEnd.@Nullable LimitReached limit) {
        Response response = open;
        if (response == null) {
            throw new IllegalStateException("No response is open");
        }
        closing = limit;
        unclosed = limit == null ? null : NextRequest.after(request, response, calls, false);
        request = NextRequest.after(request, response, calls, limit != null);
        derived = request;
        open = null;
        pending = List.of();
        for (FunctionCall call : CallItems.of(response)) {
            if (CallItems.isAsync(call)) {
                later.putIfAbsent(call.callId(), call);
            }
        }
        Set<String> delivered = new HashSet<>();
        calls.forEach(call -> delivered.add(call.id()));
        later.keySet().removeAll(delivered);
        ended.keySet().retainAll(later.keySet());
        begunCalls().forEach((id, isMachine) -> {
            if (isMachine && !later.containsKey(id)) {
                machineCalls.add(id);
            }
        });
        synchronized (begun) {
            begun.keySet().retainAll(later.keySet());
        }
    }

    /** Whether a round that ends now may leave calls without an output, or brings outputs of earlier ones. */
    boolean hasAsyncCalls() {
        return !later.isEmpty() || (open != null && CallItems.of(open).stream().anyMatch(CallItems::isAsync));
    }

    /** The calls that may have outputs at the end of the round: those of earlier responses first. */
    List<FunctionCall> asked(List<FunctionCall> now) {
        List<FunctionCall> all = new ArrayList<>(later.values());
        all.addAll(now);
        return all;
    }

    /** Takes a request in the place of the one that would come next. */
    void goOnWith(ResponseRequest next) {
        request = next;
        derived = next;
    }

    /** Takes what came of a call of the open response; one that was interrupted is looked at again on resuming. */
    void end(ToolCall call) {
        if (!isInterrupted(call)) {
            ended.put(call.id(), call);
        }
    }

    static boolean isInterrupted(ToolCall call) {
        return call.result() instanceof ToolResult.Failure failure && failure.kind() == ToolResult.Kind.INTERRUPTED;
    }

    /** Gets ready to go on after an end or a crash, with limits that count anew. */
    void takeUp() {
        Response response = open;
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        boolean isListed = response != null && last != null && last.response() == response;
        if (response == null) {
            // The next request is known.
        } else if (closing == null && !CallItems.executable(response).isEmpty() || isFinal()) {
            if (isListed) {
                steps.remove(steps.size() - 1);
            }
        } else {
            if (!isListed) {
                steps.add(new Step(steps.size() + 1, request, response, List.of(), answerTime));
            }
            ResponseRequest asked = unclosed == null ? request : unclosed;
            request = NextRequest.again(asked, response);
            derived = request;
            open = null;
            closing = null;
            unclosed = null;
            ended.keySet().retainAll(later.keySet());
        }
        unclose();
        lastEnd = "";
        pending = List.of();
        count();
    }

    /** Whether the run has had its answer. */
    boolean isAnswered() {
        return open != null && !lastEnd.isEmpty() && isFinal();
    }

    /** Whether the open response may be the answer, so that nothing is asked again. */
    private boolean isFinal() {
        return lastEnd.isEmpty() || lastEnd.equals(RunRecords.COMPLETED) || lastEnd.equals(RunRecords.REFUSED);
    }

    /** Takes back that the round to come is the last one. */
    void unclose() {
        if (open == null && unclosed != null) {
            request = unclosed;
            derived = unclosed;
            closing = null;
            unclosed = null;
        }
    }

    /** Whether the request is the one that follows from what came before. */
    boolean isRequestDerived() {
        return request == derived || RunRecords.written(request).equals(RunRecords.written(derived));
    }

    private void count() {
        counts.clear();
        for (Step step : steps) {
            step.calls().forEach(this::count);
        }
        ended.values().forEach(this::count);
    }

    private void count(ToolCall call) {
        boolean wasRun = !(call.result() instanceof ToolResult.Failure failure)
                || switch (failure.kind()) {
                    case FAILED, TIMED_OUT, OUTCOME_UNKNOWN, INTERRUPTED -> true;
                    default -> false;
                };
        if (wasRun) {
            counts.merge(call.name(), 1, Integer::sum);
        }
    }
}
