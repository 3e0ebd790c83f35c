package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;

/**
 * Lets the model ask for changes to files, which the application makes or refuses.
 *
 * @param allowedCallers who may call it; empty for the service's default, the model alone
 * @param source the exact text it was read from
 */
public record ApplyPatchTool(List<Caller> allowedCallers, SourceText source) implements ResponseTool {
    /** Needs the source. */
    public ApplyPatchTool {
        allowedCallers = List.copyOf(allowedCallers);
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool. */
    public static ApplyPatchTool of() {
        return new ApplyPatchTool(List.of(), SourceText.NONE);
    }

    /**
     * The same tool for other callers.
     *
     * @param callers the model alone by default
     */
    public ApplyPatchTool withAllowedCallers(Caller... callers) {
        return new ApplyPatchTool(List.of(callers), SourceText.NONE);
    }
}
