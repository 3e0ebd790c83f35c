package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;

/**
 * Functions that belong together under one name, so that the model finds its way among many.
 *
 * @param name what the model calls the group
 * @param description what the functions are for
 * @param tools the functions; a {@link ResponseTool.Unknown} too, if this version does not model one
 * @param source the exact text it was read from
 */
public record NamespaceTool(String name, String description, List<ResponseTool> tools, SourceText source)
        implements ResponseTool {
    /** Needs all of them, and at least one function. */
    public NamespaceTool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        tools = List.copyOf(tools);
        Objects.requireNonNull(source, "source");
        if (tools.isEmpty()) {
            throw new IllegalArgumentException("The namespace " + name + " needs at least one function");
        }
        for (ResponseTool tool : tools) {
            if (!(tool instanceof FunctionTool || tool instanceof CustomTool || tool instanceof Unknown)) {
                throw new IllegalArgumentException("The namespace " + name + " can hold a FunctionTool or a CustomTool"
                        + " but no " + tool.getClass().getSimpleName() + ": put that beside it");
            }
        }
    }

    /**
     * Puts functions together.
     *
     * @param name what the model calls the group
     * @param description what the functions are for
     * @param tools each a {@link FunctionTool} or {@link CustomTool}
     */
    public static NamespaceTool of(String name, String description, List<? extends ResponseTool> tools) {
        return new NamespaceTool(name, description, List.copyOf(tools), SourceText.NONE);
    }
}
