package dev.makerai.run;

/** The model still asked for tools after the last round that was allowed. */
public final class RunLimitException extends RunException {
    private static final long serialVersionUID = 1L;

    RunLimitException(int rounds, Run<?> run) {
        super(
                "The model still asked for tools after " + rounds + " rounds. Allow more with maxRounds, or look at"
                        + " run().explain() for a call that repeats itself.",
                run,
                null);
    }
}
