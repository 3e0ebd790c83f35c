package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a model may, must or must not use tools.
 *
 * <pre>{@code
 * ResponseRequest must = request.toBuilder()
 *         .toolChoice(ToolChoice.required(ToolChoice.function("slice"), ToolChoice.tool("web_search")))
 *         .build();
 * }</pre>
 *
 * @param value as it is on the wire: a name, or an object for certain tools
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
        return object("function", "name", name);
    }

    /**
     * The model calls a certain custom tool.
     *
     * @param name the {@link CustomTool#name}
     */
    public static ToolChoice custom(String name) {
        return object("custom", "name", name);
    }

    /**
     * The model calls a tool of a certain server.
     *
     * @param serverLabel the {@link McpTool#serverLabel}
     */
    public static ToolChoice mcp(String serverLabel) {
        return object("mcp", "server_label", serverLabel);
    }

    /**
     * The model calls a certain tool of a server.
     *
     * @param serverLabel the {@link McpTool#serverLabel}
     * @param name the tool's name on that server
     */
    public static ToolChoice mcp(String serverLabel, String name) {
        return object("mcp", "server_label", serverLabel, "name", name);
    }

    /**
     * The model uses a certain tool that has no name of its own.
     *
     * @param type such as {@code file_search}, {@code code_interpreter}, {@code image_generation}, {@code computer},
     *     {@code shell}, {@code apply_patch} or {@code programmatic_tool_calling}
     */
    public static ToolChoice tool(String type) {
        return object(Objects.requireNonNull(type, "type"));
    }

    /**
     * The model decides, but uses no tools but these.
     *
     * @param allowed such as {@link #function}, at least one
     */
    public static ToolChoice auto(ToolChoice... allowed) {
        return allowed("auto", allowed);
    }

    /**
     * The model uses at least one of these tools, and no others.
     *
     * @param allowed such as {@link #function}, at least one
     */
    public static ToolChoice required(ToolChoice... allowed) {
        return allowed("required", allowed);
    }

    /**
     * The same tools, with the model deciding whether to use them: what follows on a round in which it had to, for else
     * it would have to without end.
     */
    public ToolChoice unforced() {
        Json tools = value.get("tools");
        if (tools == null) {
            return AUTO;
        }
        return object("allowed_tools", "mode", "auto", "tools", tools);
    }

    private static ToolChoice allowed(String mode, ToolChoice... allowed) {
        if (allowed.length == 0) {
            throw new IllegalArgumentException("Name at least one tool that the model may use, or use ToolChoice.NONE");
        }
        for (ToolChoice choice : allowed) {
            if (choice.value.kind() != Json.Kind.OBJECT) {
                throw new IllegalArgumentException("Among the tools that the model may use only certain tools can be"
                        + " named, such as ToolChoice.function(\"f\"), but not " + choice.value);
            }
        }
        return object("allowed_tools", "mode", mode, "tools", List.of(allowed));
    }

    /** The object of a type with further members, given as names and values in turn. */
    private static ToolChoice object(String type, Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        for (int i = 0; i < members.length; i += 2) {
            String name = (String) members[i];
            object.put(name, Objects.requireNonNull(members[i + 1], name));
        }
        return new ToolChoice(ResponsesWire.CODECS.encode(object));
    }
}
