package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model look for tools whose loading is deferred, so that a large set of them does not fill its context.
 *
 * @param execution who searches; null for the service's default, itself
 * @param description what the application's own search can do, or null
 * @param parameters the JSON schema of the arguments of the application's own search, or null
 * @param source the exact text it was read from
 */
public record ToolSearchTool(
        @Nullable Execution execution,
        @Nullable String description,
        @Nullable Json parameters,
        SourceText source) implements ResponseTool {
    /** Needs the source. */
    public ToolSearchTool {
        Objects.requireNonNull(source, "source");
    }

    /** Lets the service search among the tools of the request. */
    public static ToolSearchTool of() {
        return new ToolSearchTool(null, null, null, SourceText.NONE);
    }

    /**
     * Lets the application search: the model calls for it, and waits for the tools that were found.
     *
     * @param description what the search can do
     * @param parameters the JSON schema of its arguments
     */
    public static ToolSearchTool client(String description, Json parameters) {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(parameters, "parameters");
        return new ToolSearchTool(Execution.CLIENT, description, parameters, SourceText.NONE);
    }

    /**
     * Who searches.
     *
     * @param value the name on the wire
     */
    public record Execution(String value) {
        /** The service. */
        public static final Execution SERVER = new Execution("server");

        /** The application. */
        public static final Execution CLIENT = new Execution("client");

        /** Takes any name: the service may know more than the constants here. */
        public Execution {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
