package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What commands in a shell gave back.
 *
 * <pre>{@code
 * ShellCallOutput.of(call, List.of(ShellCallOutput.Output.exit(0, "PETG\n", "")))
 * }</pre>
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link ShellCall#callId} it answers
 * @param output what each command gave back, in the order of the commands
 * @param maxOutputLength the call's limit of characters, or null if it has none
 * @param caller the call's {@code caller}, or null if it has none
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ShellCallOutput(
        @Nullable String id,
        String callId,
        List<Output> output,
        @Nullable Long maxOutputLength,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id; a missing list is empty. */
    public ShellCallOutput {
        Objects.requireNonNull(callId, "call_id");
        output = List.copyOf(output);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a call; its limit of characters and its caller are repeated, as the service wants it.
     *
     * @param call the call to answer
     * @param output what each command gave back
     */
    public static ShellCallOutput of(ShellCall call, List<Output> output) {
        return new ShellCallOutput(
                null,
                call.callId(),
                output,
                call.action().maxOutputLength(),
                call.caller(),
                null,
                null,
                SourceText.NONE);
    }

    /**
     * What one command gave back.
     *
     * @param stdout what it printed
     * @param stderr what it complained of
     * @param outcome how it ended
     * @param createdBy who made the output, or null if the service does not say
     */
    public record Output(
            String stdout,
            String stderr,
            Outcome outcome,
            @Nullable String createdBy) {
        /** Needs all but who made it. */
        public Output {
            Objects.requireNonNull(stdout, "stdout");
            Objects.requireNonNull(stderr, "stderr");
            Objects.requireNonNull(outcome, "outcome");
        }

        /**
         * Of a command that ended by itself.
         *
         * @param exitCode 0 if all went well
         * @param stdout what it printed
         * @param stderr what it complained of
         */
        public static Output exit(int exitCode, String stdout, String stderr) {
            return new Output(stdout, stderr, new Outcome.Exit(exitCode), null);
        }

        /**
         * Of a command that took too long.
         *
         * @param stdout what it had printed
         * @param stderr what it had complained of
         */
        public static Output timeout(String stdout, String stderr) {
            return new Output(stdout, stderr, new Outcome.Timeout(), null);
        }
    }

    /** How a command ended. */
    public sealed interface Outcome {
        /**
         * By itself.
         *
         * @param exitCode 0 if all went well
         */
        record Exit(int exitCode) implements Outcome {}

        /** It took too long and was stopped. */
        record Timeout() implements Outcome {}

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact outcome
         */
        record Unknown(String type, Json raw) implements Outcome {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
