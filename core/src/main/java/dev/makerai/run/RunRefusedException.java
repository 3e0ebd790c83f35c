package dev.makerai.run;

/** The model declined to answer; {@link Run#end()} holds what it said. */
public final class RunRefusedException extends RunException {
    private static final long serialVersionUID = 1L;

    RunRefusedException(String refusal, Run<?> run) {
        super("The model declined to answer: " + refusal, run, null);
    }
}
