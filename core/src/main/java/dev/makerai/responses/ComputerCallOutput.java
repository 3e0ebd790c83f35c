package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a computer's screen shows after a call, for the model.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param callId the {@link ComputerCall#callId} it answers
 * @param output the screen, or null if the service does not say
 * @param acknowledgedSafetyChecks the call's checks that a person has looked at
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ComputerCallOutput(
        @Nullable String id,
        String callId,
        @Nullable ComputerScreenshot output,
        List<ComputerCall.SafetyCheck> acknowledgedSafetyChecks,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id; a missing list of checks is empty. */
    public ComputerCallOutput {
        Objects.requireNonNull(callId, "call_id");
        acknowledgedSafetyChecks = List.copyOf(acknowledgedSafetyChecks);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a call.
     *
     * @param callId the {@link ComputerCall#callId} to answer
     * @param screen what the screen shows now
     */
    public static ComputerCallOutput of(String callId, ComputerScreenshot screen) {
        return new ComputerCallOutput(
                null, callId, Objects.requireNonNull(screen, "screen"), List.of(), null, null, SourceText.NONE);
    }

    /**
     * The same answer, with the word that a person has looked at checks.
     *
     * @param checks of the call's {@link ComputerCall#pendingSafetyChecks}
     */
    public ComputerCallOutput withAcknowledged(List<ComputerCall.SafetyCheck> checks) {
        return new ComputerCallOutput(id, callId, output, checks, status, createdBy, SourceText.NONE);
    }
}
