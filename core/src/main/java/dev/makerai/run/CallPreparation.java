package dev.makerai.run;

import dev.makerai.http.Cancellation;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.ItemStatus;
import dev.makerai.tools.Effect;
import dev.makerai.tools.PreparedCall;
import dev.makerai.tools.ToolContext;
import dev.makerai.tools.ToolPolicy;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure of all that a call needs before it begins: arguments that fit, a place among its calls, an approval. */
final class CallPreparation {
    private final LoopSettings settings;
    private final String runId;
    private final Patience patience;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> machineCalls = new HashSet<>();

    CallPreparation(LoopSettings settings, String runId, Patience patience) {
        this.settings = settings;
        this.runId = runId;
        this.patience = patience;
    }

    /**
     * What came of it: work or a refusal.
     *
     * @param work what to do, or null
     * @param refusal why there is nothing to do, or null
     * @param device what the work needs for itself, or null
     * @param timeout how long the work may take
     */
    record Prepared(
            RunningCall.@Nullable Work work,
            @Nullable ToolResult refusal,
            @Nullable Object device,
            Duration timeout) {
        static Prepared refused(ToolResult.Kind kind, String output) {
            return refused(refuse(kind, output));
        }

        static Prepared refused(ToolResult refusal) {
            return new Prepared(null, refusal, null, Duration.ZERO);
        }
    }

    Prepared prepare(FunctionCall call) {
        if (patience.isOver()) {
            // Nobody is asked for the sake of a run that has ended.
            return Prepared.refused(
                    ToolResult.Kind.INTERRUPTED,
                    "The run was stopped before " + call.name() + " began, so it was not run.");
        }
        if (ItemStatus.INCOMPLETE.equals(call.status())) {
            return Prepared.refused(
                    ToolResult.Kind.INVALID_ARGUMENTS,
                    "The call of " + call.name() + " was cut off before it was whole, so it was not run.");
        }
        Toolset.Preparation read = settings.tools.prepare(call.name(), call.arguments());
        PreparedCall prepared = read.call();
        if (prepared == null) {
            return Prepared.refused(Objects.requireNonNull(read.refusal()));
        }
        ToolResult.Failure refusal = refusalOf(call, prepared);
        if (refusal != null) {
            return Prepared.refused(refusal);
        }
        counts.merge(prepared.name(), 1, Integer::sum);
        Duration own = prepared.policy().timeout();
        Duration run = settings.toolTimeout == null ? ToolLoop.DEFAULT_TOOL_TIMEOUT : settings.toolTimeout;
        Duration timeout = own == null ? run : own;
        return new Prepared(stop -> prepared.invoke(context(call, timeout, stop)), null, prepared.device(), timeout);
    }

    /** Whether a call that is alone may run on this thread: a tool that must be left behind needs one of its own. */
    boolean mayRunHere(String tool) {
        return settings.toolTimeout == null
                && !patience.hasDeadline()
                && settings.tools.policy(tool).timeout() == null;
    }

    private ToolResult.@Nullable Failure refusalOf(FunctionCall call, PreparedCall prepared) {
        String name = prepared.name();
        ToolPolicy policy = prepared.policy();
        int before = counts.getOrDefault(name, 0);
        if (policy.maxCalls() != null && before >= policy.maxCalls()) {
            return refuse(
                    ToolResult.Kind.TOO_MANY_CALLS,
                    name + " was called " + before + " times in this run, the most that it may be, so it was not run."
                            + " Go on with what you have.");
        }
        if (policy.effect() == Effect.READ) {
            return null;
        }
        if (policy.effect() == Effect.MACHINE && machineCalls.contains(call.callId())) {
            return refuse(
                    ToolResult.Kind.DENIED,
                    name + " was carried out before for a call with this id, and is never carried out twice for one.");
        }
        if (settings.approver == null) {
            return refuse(
                    ToolResult.Kind.DENIED,
                    name + " has the effect " + policy.effect() + ", which needs an approval, and nobody is set to give"
                            + " one (Prompt.approver), so it was not run. Tell the person that.");
        }
        Approval approval = settings.approver.decide(
                new PendingCall(runId, call.callId(), name, policy, prepared.arguments(), prepared.preview()));
        if (approval instanceof Approval.Denied denied) {
            return refuse(ToolResult.Kind.DENIED, name + " was not approved, so it was not run: " + denied.reason());
        }
        if (!(approval instanceof Approval.Approved)) {
            throw new IllegalStateException("An Approver decided neither yes nor no about " + name + ": " + approval);
        }
        if (policy.effect() == Effect.MACHINE) {
            machineCalls.add(call.callId());
        }
        return null;
    }

    private ToolContext context(FunctionCall call, Duration timeout, Cancellation stop) {
        Instant late = Instant.now().plus(timeout);
        Instant end = patience.deadline();
        return ToolContext.builder()
                .runId(runId)
                .callId(call.callId())
                .deadline(end != null && end.isBefore(late) ? end : late)
                .cancellation(stop)
                .data(settings.toolData)
                .build();
    }

    private static ToolResult.Failure refuse(ToolResult.Kind kind, String output) {
        return new ToolResult.Failure(kind, output, null);
    }
}
