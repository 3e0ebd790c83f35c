package dev.makerai.run;

/** Somebody cancelled the run, or its thread was interrupted. */
public final class RunCancelledException extends RunException {
    private static final long serialVersionUID = 1L;

    RunCancelledException(Run<?> run) {
        super("The run was cancelled in round " + Math.max(1, run.steps().size()), run, null);
    }
}
