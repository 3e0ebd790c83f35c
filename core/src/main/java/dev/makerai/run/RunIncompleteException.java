package dev.makerai.run;

/** The answer was cut off by the service; {@link Run#text()} holds what there is of it. */
public final class RunIncompleteException extends RunException {
    private static final long serialVersionUID = 1L;

    RunIncompleteException(String reason, Run<?> run) {
        super(
                "The answer was cut off (" + reason + ") after " + run.text().length() + " characters. "
                        + ("max_output_tokens".equals(reason)
                                ? "Allow more output tokens or ask for less."
                                : "Run.text() holds what there is of it."),
                run,
                null);
    }
}
