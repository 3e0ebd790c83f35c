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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes sure of all that a call needs before it begins: arguments that fit, a place among its calls, an approval. */
final class CallPreparation {
    private final LoopSettings settings;
    private final String runId;
    private final Patience patience;
    private final Map<String, Integer> counts = new HashMap<>();

    CallPreparation(LoopSettings settings, String runId, Patience patience) {
        this.settings = settings;
        this.runId = runId;
        this.patience = patience;
    }

    /**
     * What came of it: one of both.
     *
     * @param work what to do, or null
     * @param refusal why there is nothing to do, or null
     * @param policy how the call is treated
     */
    record Prepared(
            RunningCall.@Nullable Work work,
            @Nullable ToolResult refusal,
            @Nullable ToolPolicy policy) {}

    Prepared prepare(FunctionCall call) {
        if (patience.isOver()) {
            // Nobody is asked for the sake of a run that has ended.
            ToolResult stopped = refuse(
                    ToolResult.Kind.INTERRUPTED,
                    "The run was stopped before " + call.name() + " began, so it was not run.");
            return new Prepared(null, stopped, null);
        }
        if (ItemStatus.INCOMPLETE.equals(call.status())) {
            ToolResult cutOff = refuse(
                    ToolResult.Kind.INVALID_ARGUMENTS,
                    "The call of " + call.name() + " was cut off before it was whole, so it was not run.");
            return new Prepared(null, cutOff, null);
        }
        Toolset.Preparation read = settings.tools.prepare(call.name(), call.arguments());
        if (read.call() == null) {
            return new Prepared(null, Objects.requireNonNull(read.refusal()), null);
        }
        PreparedCall prepared = read.call();
        ToolResult refusal = countOrRefuse(prepared);
        if (refusal == null) {
            refusal = approveOrRefuse(call, prepared);
        }
        return refusal == null
                ? new Prepared(stop -> carryOut(call, prepared, stop), null, prepared.policy())
                : new Prepared(null, refusal, prepared.policy());
    }

    /** How long a call may take. */
    Duration timeout(Prepared prepared) {
        Duration own = prepared.policy() == null ? null : prepared.policy().timeout();
        Duration run = settings.toolTimeout == null ? ToolLoop.DEFAULT_TOOL_TIMEOUT : settings.toolTimeout;
        return own == null ? run : own;
    }

    /** Whether a call that is alone may run on this thread: a tool that must be left behind needs one of its own. */
    boolean mayRunHere(String tool) {
        return settings.toolTimeout == null
                && !patience.hasDeadline()
                && settings.tools.policy(tool).timeout() == null;
    }

    private @Nullable ToolResult countOrRefuse(PreparedCall call) {
        Integer most = call.policy().maxCalls();
        int before = counts.getOrDefault(call.name(), 0);
        if (most != null && before >= most) {
            return refuse(
                    ToolResult.Kind.TOO_MANY_CALLS,
                    call.name() + " was called " + before + " times in this run, the most that it may be, so it was not"
                            + " run. Go on with what you have.");
        }
        counts.put(call.name(), before + 1);
        return null;
    }

    private @Nullable ToolResult approveOrRefuse(FunctionCall call, PreparedCall prepared) {
        Effect effect = prepared.policy().effect();
        if (effect == Effect.READ) {
            return null;
        }
        Approver approver = settings.approver;
        if (approver == null) {
            return refuse(
                    ToolResult.Kind.DENIED,
                    prepared.name() + " has the effect " + effect
                            + ", which needs an approval, and nobody is set to give"
                            + " one (Prompt.approver), so it was not run. Tell the person that.");
        }
        Approval approval = approver.decide(new PendingCall(
                runId, call.callId(), prepared.name(), prepared.policy(), prepared.arguments(), prepared.preview()));
        if (approval instanceof Approval.Denied denied) {
            return refuse(
                    ToolResult.Kind.DENIED,
                    prepared.name() + " was not approved, so it was not run: " + denied.reason());
        }
        Objects.requireNonNull(approval, "An Approver decided null");
        return null;
    }

    private ToolResult carryOut(FunctionCall call, PreparedCall prepared, Cancellation stop) {
        ToolContext context = ToolContext.builder()
                .runId(runId)
                .callId(call.callId())
                .deadline(patience.deadline())
                .cancellation(stop)
                .data(settings.toolData)
                .build();
        Object device = prepared.device();
        if (device == null) {
            return prepared.invoke(context);
        }
        // The call's own time runs meanwhile, and whoever gives it up interrupts this wait.
        try (DeviceLocks.Held held = DeviceLocks.take(device, Long.MAX_VALUE)) {
            return held == null || stop.isCancelled() ? notRun(prepared) : prepared.invoke(context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notRun(prepared);
        }
    }

    private static ToolResult notRun(PreparedCall call) {
        return refuse(
                ToolResult.Kind.TIMED_OUT,
                call.name() + " was not run, since another call uses its device. Try again later.");
    }

    private static ToolResult refuse(ToolResult.Kind kind, String output) {
        return new ToolResult.Failure(kind, output, null);
    }
}
