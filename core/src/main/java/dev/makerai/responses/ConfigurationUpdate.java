package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes how the model works on what follows, and leaves the cache of what comes before it valid.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param reasoning how much the model thinks from here on, or null for no change
 * @param text what form its answers have from here on, or null for no change
 * @param source the exact text it was read from
 */
public record ConfigurationUpdate(
        @Nullable String id,
        @Nullable ReasoningUpdate reasoning,
        @Nullable TextUpdate text,
        SourceText source) implements InputItem {
    /** Keeps all as it is. */
    public ConfigurationUpdate {
        Objects.requireNonNull(source, "source");
    }

    /**
     * Changes how much the model thinks.
     *
     * @param effort from here on
     */
    public static ConfigurationUpdate of(ReasoningEffort effort) {
        Objects.requireNonNull(effort, "effort");
        return new ConfigurationUpdate(null, new ReasoningUpdate(effort), null, SourceText.NONE);
    }

    /**
     * Changes what form the answers have.
     *
     * @param format from here on
     */
    public static ConfigurationUpdate of(TextFormat format) {
        return new ConfigurationUpdate(null, null, new TextUpdate(format), SourceText.NONE);
    }

    /**
     * How much the model thinks.
     *
     * @param effort from here on; null for the model's own measure
     */
    public record ReasoningUpdate(@Nullable ReasoningEffort effort) {}

    /**
     * What form answers have.
     *
     * @param format from here on
     */
    public record TextUpdate(TextFormat format) {
        /** Needs the format. */
        public TextUpdate {
            Objects.requireNonNull(format, "format");
        }
    }
}
