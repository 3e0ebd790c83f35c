package dev.makerai.tools;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.naming.Nearest;
import dev.makerai.internal.naming.Shown;
import dev.makerai.schema.InvalidValueException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tools that a model may call: what it is told about them, and the way to call one by name.
 *
 * <pre>{@code
 * Toolset tools = Toolset.of(new Shop(), Lengths.class);   // an object's tools, and a class's static ones
 * tools.definitions();                                     // names, descriptions, strict schemas
 * ToolResult result = tools.call("price_per_kilogram", "{\"material\":\"PETG\"}");
 * result.output();                                         // what the model is answered: 24.90
 * }</pre>
 *
 * <p>Whatever a model writes, {@link #call} returns a result and does not throw; only an {@link Error} passes through.
 *
 * <p>Of exceptions, the model sees two kinds of message: that of a {@link ToolFailure} which a tool throws, and that of an
 * {@link IllegalArgumentException} which the constructor of a record among the arguments throws to refuse its values.
 * All others are for the program only, as the cause of the {@link ToolResult.Failure}.
 *
 * <p>Immutable. Several threads may call at once, so the objects that hold the tools have to allow that.
 */
public final class Toolset {
    /** The longest output that is sent to a model, in characters. A longer one is a failure, since half of it misleads. */
    public static final int MAX_OUTPUT_CHARACTERS = 262_144;

    private final Map<String, RegisteredTool> tools;
    private final List<ToolDefinition> definitions;

    private Toolset(Map<String, RegisteredTool> tools) {
        this.tools = tools;
        this.definitions =
                tools.values().stream().map(RegisteredTool::definition).toList();
    }

    /**
     * The tools of some holders. Each is one of
     *
     * <ul>
     *   <li>an object with {@link Tool} methods of any visibility, static or not, its own or inherited from a class or an
     *       interface. Where a method is overridden, the override's annotation counts if it has one;
     *   <li>a {@link Class} with static ones;
     *   <li>a {@link DynamicTool};
     *   <li>another toolset.
     * </ul>
     *
     * <p>The tools stand in the order of the holders, and within one in the order of their names, since Java does not
     * tell the order in which methods are declared.
     *
     * @throws IllegalArgumentException if a holder has no tool, two tools have one name, or a method cannot be a tool;
     *     the message says where, why and what to do
     */
    public static Toolset of(Object... holders) {
        if (holders == null) {
            throw new IllegalArgumentException("The holders of tools are null. Pass objects with @Tool methods.");
        }
        Map<String, RegisteredTool> tools = new LinkedHashMap<>();
        for (int i = 0; i < holders.length; i++) {
            for (RegisteredTool tool : tools(holders[i], i + 1)) {
                RegisteredTool other = tools.put(tool.name(), tool);
                if (other != null) {
                    throw new IllegalArgumentException(tool.origin() + ": the tool name \"" + tool.name()
                            + "\" is taken by " + other.origin()
                            + ". Give one of them another with @Tool(name = \"…\").");
                }
            }
        }
        return new Toolset(tools);
    }

    private static Collection<? extends RegisteredTool> tools(@Nullable Object holder, int position) {
        if (holder instanceof Toolset set) {
            return set.tools.values();
        }
        return holder instanceof DynamicTool dynamic ? List.of(dynamic.tool()) : ToolScan.of(holder, position);
    }

    /** What a model is told about each tool. */
    public List<ToolDefinition> definitions() {
        return definitions;
    }

    /**
     * How the calls of a tool are treated.
     *
     * @param name the tool's name on the wire
     * @throws IllegalArgumentException if there is no such tool
     */
    public ToolPolicy policy(String name) {
        RegisteredTool tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException(unknown(name));
        }
        return tool.policy();
    }

    /**
     * Calls a tool at once, whatever its {@link Effect}: to ask first is up to the caller.
     *
     * <p>Null is answered as a failure like any other mistake: a null name is an unknown tool, null arguments are
     * invalid ones.
     *
     * @param name the tool's name on the wire
     * @param argumentsJson its arguments, an object; for a tool without parameters it may be empty
     * @return what came of it. If the calling thread was interrupted meanwhile, its interrupt status is set.
     */
    public ToolResult call(@Nullable String name, @Nullable String argumentsJson) {
        Preparation prepared = prepare(name, argumentsJson);
        return prepared.refusal() != null
                ? prepared.refusal()
                : Objects.requireNonNull(prepared.call()).invoke(ToolContext.NONE);
    }

    /**
     * Reads the arguments of a call without carrying it out, so that it can be looked at and approved first.
     *
     * @param name the tool's name on the wire
     * @param argumentsJson its arguments, an object; for a tool without parameters it may be empty
     * @return the call, or why there is none
     */
    public Preparation prepare(@Nullable String name, @Nullable String argumentsJson) {
        RegisteredTool tool = name == null ? null : tools.get(name);
        if (tool == null) {
            return refused(ToolResult.Kind.UNKNOWN_TOOL, unknown(name), null);
        }
        if (argumentsJson == null) {
            return refused(
                    ToolResult.Kind.INVALID_ARGUMENTS,
                    name + " cannot take this: $: expected an object, found no arguments at all (Java null)",
                    null);
        }
        // Some servers send no text at all where there are no parameters.
        String text = argumentsJson.isBlank() ? "{}" : argumentsJson;
        try {
            RegisteredTool.Work work = tool.read(text);
            return new Preparation(new PreparedCall(tool, work, text), null);
        } catch (InvalidValueException | DecodeException e) {
            return refused(ToolResult.Kind.INVALID_ARGUMENTS, String.valueOf(e.getMessage()), e);
        }
    }

    private static Preparation refused(ToolResult.Kind kind, String output, @Nullable Throwable cause) {
        return new Preparation(null, new ToolResult.Failure(kind, output, cause));
    }

    /**
     * What came of reading a call: one of both.
     *
     * @param call the call, or null if there can be none
     * @param refusal why there can be none, or null
     */
    public record Preparation(@Nullable PreparedCall call, ToolResult.@Nullable Failure refusal) {}

    private String unknown(@Nullable String name) {
        String there = tools.isEmpty() ? "There are no tools." : "Tools: " + String.join(", ", tools.keySet()) + ".";
        if (name == null) {
            return "The call names no tool (its name is null). " + there;
        }
        @Nullable String meant = Nearest.of(name, tools.keySet());
        String hint = meant == null ? "" : " Did you mean " + meant + "?";
        return "There is no tool " + Shown.quoted(name) + "." + hint + " " + there;
    }

    /** The tools' names. */
    @Override
    public String toString() {
        return "Toolset" + tools.keySet();
    }
}
