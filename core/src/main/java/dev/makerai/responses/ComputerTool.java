package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model ask for clicks, keys and screenshots on a screen that the application offers.
 *
 * @param source the exact text it was read from
 */
public record ComputerTool(SourceText source) implements ResponseTool {
    /** Needs the source. */
    public ComputerTool {
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool. */
    public static ComputerTool of() {
        return new ComputerTool(SourceText.NONE);
    }

    /**
     * The forerunner of {@link ComputerTool}, as older responses have it.
     *
     * @param displayWidth the screen's width in pixels, or null
     * @param displayHeight the screen's height in pixels, or null
     * @param environment what runs on it, such as {@code browser}; or null
     * @param source the exact text it was read from
     */
    public record Preview(
            @Nullable Integer displayWidth,
            @Nullable Integer displayHeight,
            @Nullable String environment,
            SourceText source)
            implements ResponseTool {
        /** Needs the source. */
        public Preview {
            Objects.requireNonNull(source, "source");
        }
    }
}
