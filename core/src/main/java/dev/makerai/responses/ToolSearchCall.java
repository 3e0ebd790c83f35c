package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's search for tools that it was not shown: by the service, or by the application, which answers with a
 * {@link ToolSearchOutput}.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to; null where the service searches
 * @param arguments what is searched for, or null if the service does not say
 * @param execution who searches: {@code server} or {@code client}; null if the service does not say
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ToolSearchCall(
        @Nullable String id,
        @Nullable String callId,
        @Nullable Json arguments,
        @Nullable String execution,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Keeps all as it is. */
    public ToolSearchCall {
        Objects.requireNonNull(source, "source");
    }
}
