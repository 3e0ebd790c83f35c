package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A program that the model wrote to call tools; the service runs it. Calls that come of it name it as their caller.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the program's output, and the calls that come of it, refer to
 * @param code the program
 * @param fingerprint the service's seal on the program, to send back as it is; null if it gave none
 * @param source the exact text it was read from
 */
public record Program(
        @Nullable String id,
        String callId,
        String code,
        @Nullable String fingerprint,
        SourceText source) implements OutputItem {
    /** Needs the call id and the program. */
    public Program {
        Objects.requireNonNull(callId, "call_id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(source, "source");
    }
}
