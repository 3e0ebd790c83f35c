package dev.makerai.run;

/** The thread of the run was interrupted. */
public final class RunCancelledException extends RunException {
    private static final long serialVersionUID = 1L;

    RunCancelledException(Run<?> run) {
        super("The run was cancelled in round " + Math.max(1, run.steps().size()), run, null);
    }
}
