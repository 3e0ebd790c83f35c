package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function of the application that a model may ask to have called.
 *
 * @param name what the model calls it, at most 64 characters of {@code [A-Za-z0-9_-]}
 * @param description when to use it and what it gives back, or null
 * @param parameters the JSON schema of its arguments; null if it has none
 * @param strict whether the arguments are to follow the schema exactly, which the schema must then allow
 */
public record FunctionTool(
        String name, @Nullable String description, @Nullable Json parameters, boolean strict) implements ResponseTool {
    /** Needs the name. */
    public FunctionTool {
        Objects.requireNonNull(name, "name");
    }

    /**
     * Makes a function with strict arguments.
     *
     * @param name what the model calls it
     * @param description when to use it and what it gives back
     * @param parameters the strict JSON schema of its arguments
     */
    public static FunctionTool of(String name, String description, Json parameters) {
        return new FunctionTool(name, description, parameters, true);
    }
}
