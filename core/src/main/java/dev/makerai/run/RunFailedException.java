package dev.makerai.run;

import dev.makerai.errors.MakerAiException;

/** A request of the run failed, or its final answer could not be read; the cause says which and why. */
public final class RunFailedException extends RunException {
    private static final long serialVersionUID = 1L;

    RunFailedException(MakerAiException cause, Run<?> run) {
        super(cause.getMessage(), run, cause);
    }
}
