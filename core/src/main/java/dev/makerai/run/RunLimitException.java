package dev.makerai.run;

/** The run came up against a limit before the model gave its final answer. */
public final class RunLimitException extends RunException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    RunLimitException(Limit limit, String explanation, Run<?> run) {
        super(explanation, run, null);
        this.limit = limit;
    }

    /** Which limit it was. */
    public Limit limit() {
        return limit;
    }
}
