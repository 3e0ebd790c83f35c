package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/**
 * Lets the model write a program that calls tools, where it would else call them one by one. Each tool says by its
 * allowed callers, such as {@link FunctionTool#withAllowedCallers}, whether programs may call it.
 *
 * @param source the exact text it was read from
 */
public record ProgrammaticToolCallingTool(SourceText source) implements ResponseTool {
    /** Needs the source. */
    public ProgrammaticToolCallingTool {
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool. */
    public static ProgrammaticToolCallingTool of() {
        return new ProgrammaticToolCallingTool(SourceText.NONE);
    }
}
