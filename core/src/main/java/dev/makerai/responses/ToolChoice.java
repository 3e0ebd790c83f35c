package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;

/**
 * Whether a model may, must or must not use tools.
 *
 * @param value as it is on the wire: a name, or an object for a certain tool
 */
public record ToolChoice(Json value) {
    /** The model decides. */
    public static final ToolChoice AUTO = new ToolChoice(Json.trusted("\"auto\""));

    /** The model uses no tool. */
    public static final ToolChoice NONE = new ToolChoice(Json.trusted("\"none\""));

    /** The model uses at least one tool. */
    public static final ToolChoice REQUIRED = new ToolChoice(Json.trusted("\"required\""));

    /** Takes any choice as it is. */
    public ToolChoice {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The model calls a certain function.
     *
     * @param name the {@link FunctionTool#name}
     */
    public static ToolChoice function(String name) {
        return new ToolChoice(Json.trusted(
                "{\"type\":\"function\",\"name\":" + Json.string(name).text() + "}"));
    }
}
