package dev.makerai.run;

import java.util.List;
import java.util.stream.Collectors;

/** The run waits until somebody has decided about tool calls; save it, and resume it then. */
public final class RunAwaitingApprovalException extends RunException {
    private static final long serialVersionUID = 1L;

    private final transient List<PendingCall> calls;

    RunAwaitingApprovalException(List<PendingCall> calls, Run<?> run) {
        super(
                "The run waits for a decision about "
                        + calls.stream().map(PendingCall::preview).collect(Collectors.joining("; "))
                        + ". Keep it with run().save(), and resume it when somebody has decided",
                run,
                null);
        this.calls = calls;
    }

    /** The calls that wait. */
    public List<PendingCall> calls() {
        return calls;
    }
}
