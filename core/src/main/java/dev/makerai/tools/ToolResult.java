package dev.makerai.tools;

import dev.makerai.responses.InputContent;
import java.util.List;
import java.util.stream.Collectors;
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
     * @param output what it returned: a string as it is, anything else as JSON; for parts, what they are
     * @param parts pictures, documents and texts that the model is shown in place of the output; mostly empty
     */
    record Success(String output, List<InputContent> parts) implements ToolResult {
        /** Copies the list. */
        public Success {
            parts = List.copyOf(parts);
        }

        /** Returned a text. */
        public Success(String output) {
            this(output, List.of());
        }

        static Success of(List<InputContent> parts) {
            return new Success(
                    parts.stream()
                            .map(part -> part.getClass().getSimpleName())
                            .collect(Collectors.joining(", ", "[", "]")),
                    parts);
        }
    }

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
        /** The tool took longer than it may, or the device that it needs was in use for as long. */
        TIMED_OUT,
        /** The call was not approved; the tool was not run. */
        DENIED,
        /** The tool was called more often than it may be in one run, so it was not run. */
        TOO_MANY_CALLS,
        /** The run ended before the call did: it was not run, or it is not known how it ended. */
        INTERRUPTED,
        /**
         * The program stopped while the call ran, and it is not known whether it was carried out. What changes something
         * is not repeated: somebody has to look.
         */
        OUTCOME_UNKNOWN,
        /** Too many calls that were given up still run, so the tool was not run; mend those that never end. */
        OVERLOADED,
        /** Another call of the same response has the same id; only the first is run, and its output is sent. */
        DUPLICATE_CALL
    }
}
