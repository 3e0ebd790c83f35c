package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the service to shorten the conversation now; as the last item of the input.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param source the exact text it was read from
 */
public record CompactionTrigger(@Nullable String id, SourceText source) implements InputItem {
    /** Keeps both as they are. */
    public CompactionTrigger {
        Objects.requireNonNull(source, "source");
    }

    /** A trigger. */
    public static CompactionTrigger of() {
        return new CompactionTrigger(null, SourceText.NONE);
    }
}
