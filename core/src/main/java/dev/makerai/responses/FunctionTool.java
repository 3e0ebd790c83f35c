package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function of the application that a model may ask to have called.
 *
 * <pre>{@code
 * FunctionTool.of("slice", "Slices a model and gives the print time", schema).withAsync(true)
 * }</pre>
 *
 * @param name what the model calls it, at most 64 characters of {@code [A-Za-z0-9_-]}
 * @param description when to use it and what it gives back, or null
 * @param parameters the JSON schema of its arguments; {@link #NO_PARAMETERS} if it has none
 * @param strict whether the arguments are to follow the schema exactly, which the schema must then allow
 * @param async whether the model goes on while the function works; null for the service's default, which is to wait
 * @param deferLoading whether the model learns of it only by {@link ToolSearchTool}; null for the service's default
 * @param allowedCallers who may call it; empty for the service's default, the model alone
 * @param outputSchema the JSON schema of what it gives back, for programs that call it; or null
 * @param source the exact text it was read from
 */
public record FunctionTool(
        String name,
        @Nullable String description,
        Json parameters,
        Boolean strict,
        @Nullable Boolean async,
        @Nullable Boolean deferLoading,
        List<Caller> allowedCallers,
        @Nullable Json outputSchema,
        SourceText source)
        implements ResponseTool {
    /** The strict schema of a function without arguments. */
    public static final Json NO_PARAMETERS =
            Json.trusted("{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}");

    /** Needs the name; without parameters it takes none, and it is strict unless told otherwise. */
    public FunctionTool(
            String name,
            @Nullable String description,
            @Nullable Json parameters,
            @Nullable Boolean strict,
            @Nullable Boolean async,
            @Nullable Boolean deferLoading,
            List<Caller> allowedCallers,
            @Nullable Json outputSchema,
            SourceText source) {
        this.name = Objects.requireNonNull(name, "name");
        this.description = description;
        this.parameters = parameters == null ? NO_PARAMETERS : parameters;
        this.strict = strict == null ? Boolean.TRUE : strict;
        this.async = async;
        this.deferLoading = deferLoading;
        this.allowedCallers = List.copyOf(allowedCallers);
        this.outputSchema = outputSchema;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a function with strict arguments.
     *
     * @param name what the model calls it
     * @param description when to use it and what it gives back
     * @param parameters the strict JSON schema of its arguments
     */
    public static FunctionTool of(String name, String description, Json parameters) {
        return new FunctionTool(name, description, parameters, true, null, null, List.of(), null, SourceText.NONE);
    }

    /**
     * The same function, its arguments held to the schema exactly or not.
     *
     * @param strict true by default
     */
    public FunctionTool withStrict(boolean strict) {
        return copy(strict, async, deferLoading, allowedCallers, outputSchema);
    }

    /**
     * The same function, with the model going on while it works or waiting for it. The model's call then says so too,
     * and its output may come in any later request.
     *
     * @param async false by default
     */
    public FunctionTool withAsync(boolean async) {
        return copy(strict, async, deferLoading, allowedCallers, outputSchema);
    }

    /**
     * The same function, shown to the model at once or only when {@link ToolSearchTool} finds it.
     *
     * @param defer false by default
     */
    public FunctionTool withDeferLoading(boolean defer) {
        return copy(strict, async, defer, allowedCallers, outputSchema);
    }

    /**
     * The same function for other callers.
     *
     * @param callers the model alone by default
     */
    public FunctionTool withAllowedCallers(Caller... callers) {
        return copy(strict, async, deferLoading, List.of(callers), outputSchema);
    }

    /**
     * The same function, with the form of what it gives back.
     *
     * @param schema a JSON schema, which programs of the model rely on; null for none
     */
    public FunctionTool withOutputSchema(@Nullable Json schema) {
        return copy(strict, async, deferLoading, allowedCallers, schema);
    }

    private FunctionTool copy(
            Boolean strict,
            @Nullable Boolean async,
            @Nullable Boolean deferLoading,
            List<Caller> allowedCallers,
            @Nullable Json outputSchema) {
        return new FunctionTool(
                name,
                description,
                parameters,
                strict,
                async,
                deferLoading,
                allowedCallers,
                outputSchema,
                SourceText.NONE);
    }
}
