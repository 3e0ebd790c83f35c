package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a command on the application's own computer gave back, for the model.
 *
 * @param id the {@link LocalShellCall#callId} it answers
 * @param output a JSON text with what it printed and how it ended
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record LocalShellCallOutput(
        String id, String output, @Nullable ItemStatus status, SourceText source) implements OutputItem {
    /** Needs the id and the output. */
    public LocalShellCallOutput {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Answers a call.
     *
     * @param callId the {@link LocalShellCall#callId} to answer
     * @param output a JSON text with what the command printed and how it ended
     */
    public static LocalShellCallOutput of(String callId, String output) {
        return new LocalShellCallOutput(callId, output, null, SourceText.NONE);
    }
}
