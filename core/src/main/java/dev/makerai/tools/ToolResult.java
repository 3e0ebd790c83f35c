package dev.makerai.tools;

import org.jspecify.annotations.Nullable;

/**
 * What came of a tool call; whatever it was, the model gets the {@link #output()}. Only a repeated call id
 * ({@link Kind#DUPLICATE_CALL}) is answered with the output of the first call alone.
 */
public sealed interface ToolResult {
    /** What the model is answered. */
    String output();

    /**
     * The tool ran to its end.
     *
     * @param output what it returned: a string as it is, anything else as JSON
     */
    record Success(String output) implements ToolResult {}

    /**
     * The tool was not run, or did not run to its end.
     *
     * @param kind why
     * @param output what the model is told: safe to send, without the message of any exception but {@link ToolFailure}
     * @param cause the exception behind it, for the program's own log; null where there is none
     */
    record Failure(Kind kind, String output, @Nullable Throwable cause) implements ToolResult {}

    /** Why a call failed. */
    enum Kind {
        /** There is no tool of that name. */
        UNKNOWN_TOOL,
        /** The arguments are no JSON or do not fit the tool's schema; the tool was not run. */
        INVALID_ARGUMENTS,
        /** The tool threw an exception, or returned what cannot be sent. */
        FAILED,
        /** The tool took longer than it may. */
        TIMED_OUT,
        /** Too many calls that were given up still run, so the tool was not run; mend those that never end. */
        OVERLOADED,
        /** Another call of the same response has the same id; only the first is run, and its output is sent. */
        DUPLICATE_CALL
    }
}
