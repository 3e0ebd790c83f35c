package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/** A run that gave no final answer; it carries the run, so nothing that was done or paid for is lost. */
public abstract sealed class RunException extends MakerAiException
        permits RunRefusedException,
                RunIncompleteException,
                RunLimitException,
                RunAwaitingApprovalException,
                RunCancelledException,
                RunFailedException {
    private static final long serialVersionUID = 1L;

    private final transient Run<?> run;

    RunException(String message, Run<?> run, @Nullable Throwable cause) {
        super(message, cause);
        this.run = run;
    }

    /** The run as far as it came. */
    public Run<?> run() {
        return run;
    }

    static RunException of(RunEnd end, Run<?> run) {
        if (end instanceof RunEnd.Refused refused) {
            return new RunRefusedException(refused.refusal(), run);
        }
        if (end instanceof RunEnd.Incomplete incomplete) {
            return new RunIncompleteException(incomplete.reason(), run);
        }
        if (end instanceof RunEnd.LimitReached limit) {
            return new RunLimitException(limit.limit(), limit.explanation(), run);
        }
        if (end instanceof RunEnd.AwaitingApproval awaiting) {
            return new RunAwaitingApprovalException(awaiting.calls(), run);
        }
        if (end instanceof RunEnd.Cancelled) {
            return new RunCancelledException(run);
        }
        if (end instanceof RunEnd.Failed failed) {
            return new RunFailedException(failed.cause(), run);
        }
        throw new IllegalStateException("A completed run has a value: " + end);
    }
}
