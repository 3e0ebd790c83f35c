package dev.makerai.tools;

import dev.makerai.internal.naming.Nearest;
import dev.makerai.internal.naming.Shown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, ToolMethod> tools;
    private final List<ToolDefinition> definitions;

    private Toolset(Map<String, ToolMethod> tools) {
        this.tools = tools;
        this.definitions = tools.values().stream().map(ToolMethod::definition).toList();
    }

    /**
     * The tools of some holders. Each is one of
     *
     * <ul>
     *   <li>an object with {@link Tool} methods of any visibility, static or not, its own or inherited from a class or an
     *       interface. Where a method is overridden, the override's annotation counts if it has one;
     *   <li>a {@link Class} with static ones;
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
        Map<String, ToolMethod> tools = new LinkedHashMap<>();
        for (int i = 0; i < holders.length; i++) {
            Collection<ToolMethod> found =
                    holders[i] instanceof Toolset set ? set.tools.values() : ToolScan.of(holders[i], i + 1);
            for (ToolMethod tool : found) {
                ToolMethod other = tools.put(tool.name(), tool);
                if (other != null) {
                    throw tool.place()
                            .refuse(
                                    "the tool name \"" + tool.name() + "\" is taken by " + other.place(),
                                    "Give one of them another with @Tool(name = \"…\")");
                }
            }
        }
        return new Toolset(tools);
    }

    /** What a model is told about each tool. */
    public List<ToolDefinition> definitions() {
        return definitions;
    }

    /**
     * Calls a tool.
     *
     * <p>Null is answered as a failure like any other mistake: a null name is an unknown tool, null arguments are
     * invalid ones.
     *
     * @param name the tool's name on the wire
     * @param argumentsJson its arguments, an object; for a tool without parameters it may be empty
     * @return what came of it. If the calling thread was interrupted meanwhile, its interrupt status is set.
     */
    public ToolResult call(@Nullable String name, @Nullable String argumentsJson) {
        ToolMethod tool = name == null ? null : tools.get(name);
        return tool == null
                ? new ToolResult.Failure(ToolResult.Kind.UNKNOWN_TOOL, unknown(name), null)
                : tool.call(argumentsJson);
    }

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
