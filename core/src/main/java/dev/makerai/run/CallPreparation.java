package dev.makerai.run;

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
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Makes sure of all that a call needs before it begins: arguments that fit, a place among its calls, an approval. */
final class CallPreparation {
    private final LoopSettings settings;
    private final RunState state;
    private final @Nullable Journal journal;
    private final Patience patience;

    CallPreparation(LoopSettings settings, RunState state, @Nullable Journal journal, Patience patience) {
        this.settings = settings;
        this.state = state;
        this.journal = journal;
        this.patience = patience;
    }

    /**
     * What came of it: work, a refusal, or the wish to decide later.
     *
     * @param work what to do, or null
     * @param refusal why there is nothing to do, or null
     * @param pending what is to be decided later, or null
     * @param device what the work needs for itself, or null
     * @param timeout how long the work may take
     */
    record Prepared(
            RunningCall.@Nullable Work work,
            @Nullable ToolResult refusal,
            @Nullable PendingCall pending,
            @Nullable Object device,
            Duration timeout) {
        static Prepared later(PendingCall call) {
            return new Prepared(null, null, call, null, Duration.ZERO);
        }

        static Prepared refused(ToolResult.Kind kind, String output) {
            return refused(refuse(kind, output));
        }

        static Prepared refused(ToolResult refusal) {
            return new Prepared(null, refusal, null, null, Duration.ZERO);
        }
    }

    /**
     * Looks at a call.
     *
     * @param events takes what happens meanwhile
     */
    Prepared prepare(FunctionCall call, Queue<RunEvent> events) {
        String name = call.name();
        if (state.hasBegun(call.callId())) {
            return Prepared.refused(
                    ToolResult.Kind.OUTCOME_UNKNOWN,
                    "The program stopped while " + name + " ran, so it is not known whether it was carried out, and it"
                            + " was not repeated. Ask the person to look, and go on from what they say.");
        }
        if (patience.isOver()) {
            // Nobody is asked for the sake of a run that has ended.
            return Prepared.refused(
                    ToolResult.Kind.INTERRUPTED, "The run was stopped before " + name + " began, so it was not run.");
        }
        if (ItemStatus.INCOMPLETE.equals(call.status())) {
            return Prepared.refused(
                    ToolResult.Kind.INVALID_ARGUMENTS,
                    "The call of " + name + " was cut off before it was whole, so it was not run.");
        }
        Toolset.Preparation read = settings.tools.prepare(name, call.arguments());
        PreparedCall prepared = read.call();
        if (prepared == null) {
            return Prepared.refused(Objects.requireNonNull(read.refusal()));
        }
        ToolPolicy policy = prepared.policy();
        int before = state.counts.getOrDefault(prepared.name(), 0);
        if (policy.maxCalls() != null && before >= policy.maxCalls()) {
            return Prepared.refused(
                    ToolResult.Kind.TOO_MANY_CALLS,
                    name + " was called " + before + " times in this run, the most that it may be, so it was not run."
                            + " Go on with what you have.");
        }
        Prepared undone = policy.effect() == Effect.READ ? null : undone(call, prepared, events);
        if (undone != null) {
            return undone;
        }
        state.counts.merge(prepared.name(), 1, Integer::sum);
        Duration own = policy.timeout();
        Duration run = settings.toolTimeout == null ? ToolLoop.DEFAULT_TOOL_TIMEOUT : settings.toolTimeout;
        Duration timeout = own == null ? run : own;
        return new Prepared(running -> carryOut(prepared, running, timeout), null, null, prepared.device(), timeout);
    }

    private ToolResult carryOut(PreparedCall prepared, RunningCall running, Duration timeout) {
        if (prepared.policy().effect() != Effect.READ) {
            state.begin(running.id(), prepared.policy().effect());
            if (journal != null) {
                // On the disk before anything moves.
                journal.begins(running.id(), prepared.policy().effect());
            }
        }
        return prepared.invoke(context(running, timeout));
    }

    /** Whether a call that is alone may run on this thread: a tool that must be left behind needs one of its own. */
    boolean mayRunHere(String tool) {
        return settings.toolTimeout == null
                && !patience.hasDeadline()
                && settings.tools.policy(tool).timeout() == null;
    }

    /** Has somebody decide; null if the call may be carried out. */
    private @Nullable Prepared undone(FunctionCall call, PreparedCall prepared, Queue<RunEvent> events) {
        String name = prepared.name();
        ToolPolicy policy = prepared.policy();
        if (policy.effect() == Effect.MACHINE && state.hasMovedMachine(call.callId())) {
            return Prepared.refused(
                    ToolResult.Kind.DENIED,
                    name + " was carried out before for a call with this id, and is never carried out twice for one.");
        }
        if (settings.approver == null) {
            return Prepared.refused(
                    ToolResult.Kind.DENIED,
                    name + " has the effect " + policy.effect() + ", which needs an approval, and nobody is set to give"
                            + " one (Prompt.approver), so it was not run. Tell the person that.");
        }
        PendingCall asked =
                new PendingCall(state.id, call.callId(), name, policy, prepared.arguments(), prepared.preview());
        Approval approval = settings.approver.decide(asked);
        if (approval == null) {
            throw new IllegalStateException("An Approver decided nothing about " + name);
        }
        events.add(new RunEvent.ApprovalDecided(asked, approval));
        if (approval instanceof Approval.Later) {
            return Prepared.later(asked);
        }
        return approval instanceof Approval.Denied denied
                ? Prepared.refused(
                        ToolResult.Kind.DENIED, name + " was not approved, so it was not run: " + denied.reason())
                : null;
    }

    private ToolContext context(RunningCall call, Duration timeout) {
        Instant late = Instant.now().plus(timeout);
        Instant end = patience.deadline();
        return ToolContext.builder()
                .runId(state.id)
                .callId(call.id())
                .deadline(end != null && end.isBefore(late) ? end : late)
                .cancellation(call.cancellation())
                .data(settings.toolData)
                .onProgress(call::progress)
                .build();
    }

    private static ToolResult.Failure refuse(ToolResult.Kind kind, String output) {
        return new ToolResult.Failure(kind, output, null);
    }
}
