package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tools that the model may use from here on, beside those of the request. Unlike a change of the request's tools it
 * leaves the cache of what comes before it valid.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param role who gives them: {@link Role#DEVELOPER}
 * @param tools what the model may use
 * @param source the exact text it was read from
 */
public record AdditionalTools(@Nullable String id, Role role, List<ResponseTool> tools, SourceText source)
        implements OutputItem {
    /** Takes a missing role as the developer's, since an application can have no other, and a missing list as empty. */
    public AdditionalTools(@Nullable String id, @Nullable Role role, List<ResponseTool> tools, SourceText source) {
        this.id = id;
        this.role = role == null ? Role.DEVELOPER : role;
        this.tools = List.copyOf(tools);
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Gives tools.
     *
     * @param tools what the model may use from here on
     */
    public static AdditionalTools of(List<? extends ResponseTool> tools) {
        return new AdditionalTools(null, Role.DEVELOPER, List.copyOf(tools), SourceText.NONE);
    }
}
