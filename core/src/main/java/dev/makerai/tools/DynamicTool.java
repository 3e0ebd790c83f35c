package dev.makerai.tools;

import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import dev.makerai.strict.StrictSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tool that is made while the program runs, from a name, a schema and a lambda.
 *
 * <pre>{@code
 * record Fan(String printer, @Range(min = 0, max = 100) int percent) {}
 *
 * DynamicTool fan = DynamicTool.of("set_fan", "Sets the part cooling fan", Fan.class, (arguments, context) -> {
 *     speeds.put(arguments.printer(), arguments.percent());
 *     return "The fan runs at " + arguments.percent() + " %";
 * });
 * Toolset tools = Toolset.of(fan.withPolicy(ToolPolicy.of(Effect.MACHINE)), new Shop());
 * }</pre>
 *
 * <p>Immutable. Several threads may call the lambda at once.
 */
public final class DynamicTool {
    private final RegisteredTool tool;

    private DynamicTool(RegisteredTool tool) {
        this.tool = tool;
    }

    /**
     * Carries out calls.
     *
     * @param <A> the arguments
     */
    @FunctionalInterface
    public interface Handler<A> {
        /**
         * Carries out a call.
         *
         * @param arguments they fit the schema
         * @param context of the call
         * @return what the model gets, as a {@link Tool} method would return it
         * @throws Exception if that fails; the model sees the message of a {@link ToolFailure} only
         */
        @Nullable
        Object call(A arguments, ToolContext context) throws Exception;
    }

    /**
     * A tool whose arguments are a record.
     *
     * @param name the name on the wire, at most 64 characters of {@code [A-Za-z0-9_-]}
     * @param description what it does, for the model
     * @param arguments a record
     * @param handler carries out the calls
     * @throws IllegalArgumentException if the name or the record cannot be used
     */
    public static <A> DynamicTool of(String name, String description, Class<A> arguments, Handler<? super A> handler) {
        if (!arguments.isRecord()) {
            throw new IllegalArgumentException("The arguments of the tool " + name + " have to be a record, but "
                    + arguments.getTypeName() + " is none");
        }
        Schema<A> schema = Schema.of(arguments);
        return of(name, description, schema.json(), schema::read, handler);
    }

    /**
     * A tool whose schema comes from elsewhere, such as a file or another program. The model gets its strict form, as
     * {@link StrictSchema} makes it; the handler gets arguments that fit the schema as it is given here.
     *
     * @param name the name on the wire, at most 64 characters of {@code [A-Za-z0-9_-]}
     * @param description what it does, for the model
     * @param parameters a JSON schema of an object
     * @param handler carries out the calls
     * @throws IllegalArgumentException if the name cannot be used, or the schema is not of an object or has no strict
     *     form
     */
    public static DynamicTool of(String name, String description, Json parameters, Handler<? super Json> handler) {
        Json type = parameters.get("type");
        if (type == null || !"object".equals(type.string())) {
            throw new IllegalArgumentException(
                    "The schema of the tool " + name + " has to be of an object: its \"type\" is " + type);
        }
        StrictSchema strict = StrictSchema.of(parameters);
        return of(name, description, strict.json(), text -> strict.read(name, text), handler);
    }

    private static <A> DynamicTool of(
            String name, String description, Json parameters, Reader<A> reader, Handler<? super A> handler) {
        Objects.requireNonNull(handler, "handler");
        if (!ToolMethod.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The tool name \"" + name + "\" is not 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("The tool " + name
                    + " has no description, so a model cannot know when to call it: say what it does, in which units");
        }
        ToolDefinition definition = new ToolDefinition(name, description.strip(), parameters);
        return new DynamicTool(new Lambda<>(definition, ToolPolicy.READ, reader, handler));
    }

    /**
     * The same tool, with its calls treated in another way. A device that its policy names is one for this tool alone.
     *
     * @throws IllegalArgumentException if the policy speaks of an argument that the schema does not have
     */
    public DynamicTool withPolicy(ToolPolicy policy) {
        var arguments =
                RegisteredTool.properties(tool.definition().parameters()).keySet();
        if (!policy.device().isEmpty() && !arguments.contains(policy.device())) {
            throw new IllegalArgumentException("The tool " + tool.name() + " has no argument \"" + policy.device()
                    + "\" that could say which device is meant, only " + arguments);
        }
        String unknown = PreviewText.unknownPlace(policy.preview(), arguments);
        if (unknown != null) {
            throw new IllegalArgumentException("The preview of the tool " + tool.name() + " speaks of " + unknown
                    + ", but its arguments are " + arguments);
        }
        return new DynamicTool(((Lambda<?>) tool).withPolicy(policy));
    }

    RegisteredTool tool() {
        return tool;
    }

    /** The tool's name. */
    @Override
    public String toString() {
        return "DynamicTool[" + tool.name() + "]";
    }

    private interface Reader<A> {
        A read(String json);
    }

    private record Lambda<A>(ToolDefinition definition, ToolPolicy policy, Reader<A> reader, Handler<? super A> handler)
            implements RegisteredTool {
        Lambda<A> withPolicy(ToolPolicy other) {
            return new Lambda<>(definition, other, reader, handler);
        }

        @Override
        public String origin() {
            return "a DynamicTool";
        }

        @Override
        public Object holder() {
            return handler;
        }

        @Override
        public Work read(String argumentsJson) {
            A arguments = reader.read(argumentsJson);
            return context -> handler.call(arguments, context);
        }
    }
}
