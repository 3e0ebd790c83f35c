package dev.makerai.tools;

import dev.makerai.internal.naming.Place;
import dev.makerai.internal.naming.SnakeCase;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One method as a tool: its definition, and how it is called. */
final class ToolMethod {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Method method;
    private final @Nullable Object holder;
    private final ToolDefinition definition;
    private final Schema<@Nullable Object[]> parameters;

    private ToolMethod(
            Method method, @Nullable Object holder, ToolDefinition definition, Schema<@Nullable Object[]> parameters) {
        this.method = method;
        this.holder = holder;
        this.definition = definition;
        this.parameters = parameters;
    }

    /**
     * @param holder the object to call the method on, null for a static one
     * @throws IllegalArgumentException if the method cannot be a tool
     */
    static ToolMethod of(Method method, @Nullable Object holder) {
        Tool tool = Objects.requireNonNull(method.getAnnotation(Tool.class));
        Place place = Place.of(method);
        String name = tool.name().isEmpty() ? SnakeCase.of(method.getName()) : tool.name();
        if (!NAME.matcher(name).matches()) {
            throw place.refuse(
                    "the tool name \"" + name + "\" is not 1 to 64 of A-Z, a-z, 0-9, _ and -",
                    "Give it another with @Tool(name = \"…\")");
        }
        if (tool.value().isBlank()) {
            throw place.refuse(
                    "its @Tool describes nothing, so a model cannot know when to call it",
                    "Say what it does, in which units");
        }
        if (method.getTypeParameters().length > 0) {
            throw place.refuse("a generic method stands for many", "Use certain types");
        }
        if (!method.trySetAccessible()) {
            throw place.refuseClosed(method.getDeclaringClass());
        }
        Schema<@Nullable Object[]> parameters = Schema.ofParameters(name, method);
        Schema.requireWritable(method);
        return new ToolMethod(
                method, holder, new ToolDefinition(name, tool.value().strip(), parameters.json()), parameters);
    }

    String name() {
        return definition.name();
    }

    ToolDefinition definition() {
        return definition;
    }

    Place place() {
        return Place.of(method);
    }

    ToolResult call(@Nullable String argumentsJson) {
        if (argumentsJson == null) {
            return new ToolResult.Failure(
                    ToolResult.Kind.INVALID_ARGUMENTS,
                    name() + " cannot take this: $: expected an object, found no arguments at all (Java null)",
                    null);
        }
        @Nullable Object[] arguments;
        try {
            // Some servers send no text at all where there are no parameters.
            arguments = parameters.read(argumentsJson.isBlank() ? "{}" : argumentsJson);
        } catch (InvalidValueException e) {
            return new ToolResult.Failure(ToolResult.Kind.INVALID_ARGUMENTS, String.valueOf(e.getMessage()), e);
        }
        try {
            return success(method.invoke(holder, arguments));
        } catch (InvocationTargetException e) {
            return thrown(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The method was opened before", e);
        }
    }

    private ToolResult success(@Nullable Object value) {
        if (method.getReturnType() == void.class) {
            return new ToolResult.Success("Done.");
        }
        String output;
        try {
            output = value instanceof String text ? text : Schema.toJson(value).text();
        } catch (RuntimeException e) {
            // Also what a collection or an accessor of the result throws.
            return incident(e);
        }
        if (output.length() > Toolset.MAX_OUTPUT_CHARACTERS) {
            return failed(
                    name() + " returned " + output.length() + " characters, but at most "
                            + Toolset.MAX_OUTPUT_CHARACTERS + " can be sent. Ask for less.",
                    null);
        }
        return new ToolResult.Success(output);
    }

    private ToolResult thrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof ToolFailure) {
            String message = String.valueOf(thrown.getMessage());
            int end = Math.min(message.length(), Toolset.MAX_OUTPUT_CHARACTERS);
            return failed(message.substring(0, end), thrown);
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return failed(name() + " was interrupted.", thrown);
        }
        return incident(thrown);
    }

    /** The exception's own message may hold what a model must not see, so an id stands for it. */
    private ToolResult incident(Throwable thrown) {
        String id = String.format("%08x", ThreadLocalRandom.current().nextInt());
        return failed(name() + " failed with an internal error (incident " + id + ").", thrown);
    }

    private static ToolResult failed(String output, @Nullable Throwable cause) {
        return new ToolResult.Failure(ToolResult.Kind.FAILED, output, cause);
    }
}
