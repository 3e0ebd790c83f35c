package dev.makerai.tools;

import dev.makerai.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool of a set: what the model is told, how its calls are treated, and how one is carried out. */
interface RegisteredTool {
    /** What the model is told. */
    ToolDefinition definition();

    /** How its calls are treated. */
    ToolPolicy policy();

    /** Where it comes from, for messages. */
    String origin();

    /**
     * What is a device of its own where the policy names no argument for it.
     *
     * @return compared by identity
     */
    Object holder();

    /**
     * Reads a call's arguments; nothing is carried out yet.
     *
     * @throws dev.makerai.schema.InvalidValueException if they do not fit the schema
     */
    Work read(String argumentsJson);

    /** A call whose arguments are read. */
    interface Work {
        /** Carries it out. */
        @Nullable
        Object run(ToolContext context) throws Throwable;
    }

    default String name() {
        return definition().name();
    }

    /** Which arguments there are. */
    static Map<String, Json> properties(Json parameters) {
        Json properties = parameters.get("properties");
        return properties == null ? Map.of() : properties.members();
    }
}
