package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;

/**
 * Lets the model ask for commands in a shell of the application's machine, one at a time; {@link ShellTool} is its
 * successor. The application decides what it runs.
 *
 * @param source the exact text it was read from
 */
public record LocalShellTool(SourceText source) implements ResponseTool {
    /** Needs the source. */
    public LocalShellTool {
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool. */
    public static LocalShellTool of() {
        return new LocalShellTool(SourceText.NONE);
    }
}
