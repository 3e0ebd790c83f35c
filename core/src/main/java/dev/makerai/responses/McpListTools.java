package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a remote server offers. Sent back, it saves the service asking the server again.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param serverLabel which server, or null if the service does not say
 * @param tools what it offers
 * @param error why it could not be asked, a text or an object; null if it could
 * @param source the exact text it was read from
 */
public record McpListTools(
        @Nullable String id,
        @Nullable String serverLabel,
        List<Tool> tools,
        @Nullable Json error,
        SourceText source) implements OutputItem {
    /** Takes a missing list as empty. */
    public McpListTools {
        tools = List.copyOf(tools);
        Objects.requireNonNull(source, "source");
    }

    /**
     * A tool of a remote server.
     *
     * @param name what it is called
     * @param description what it does, or null
     * @param inputSchema the JSON schema of its arguments, or null if the server gave none
     * @param annotations the server's own marks, or null
     */
    public record Tool(
            String name,
            @Nullable String description,
            @Nullable Json inputSchema,
            @Nullable Json annotations) {
        /** Needs the name. */
        public Tool {
            Objects.requireNonNull(name, "name");
        }
    }
}
