package dev.makerai.tools;

import dev.makerai.internal.naming.Place;
import dev.makerai.internal.naming.SnakeCase;
import dev.makerai.json.Json;
import dev.makerai.responses.InputContent;
import dev.makerai.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One method as a tool: its definition, and how it is called. */
final class ToolMethod implements RegisteredTool {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Method method;
    private final @Nullable Object target;
    private final ToolDefinition definition;
    private final ToolPolicy policy;
    private final Schema<@Nullable Object[]> parameters;
    private final int contextAt;

    private ToolMethod(
            Method method,
            @Nullable Object target,
            ToolDefinition definition,
            ToolPolicy policy,
            Schema<@Nullable Object[]> parameters,
            int contextAt) {
        this.method = method;
        this.target = target;
        this.definition = definition;
        this.policy = policy;
        this.parameters = parameters;
        this.contextAt = contextAt;
    }

    /**
     * @param target the object to call the method on, null for a static one
     * @throws IllegalArgumentException if the method cannot be a tool
     */
    static ToolMethod of(Method method, @Nullable Object target) {
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
        int contextAt = contextAt(method, place);
        Schema<@Nullable Object[]> parameters = Schema.ofParameters(name, method, Set.of(ToolContext.class));
        if (!returnsParts(method)) {
            Schema.requireWritable(method);
        }
        return new ToolMethod(
                method,
                target,
                new ToolDefinition(name, tool.value().strip(), parameters.json()),
                policy(method, tool, parameters.json(), place),
                parameters,
                contextAt);
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    @Override
    public ToolPolicy policy() {
        return policy;
    }

    @Override
    public String origin() {
        return place().toString();
    }

    @Override
    public Object holder() {
        return target == null ? method.getDeclaringClass() : target;
    }

    Place place() {
        return Place.of(method);
    }

    @Override
    public Work read(String argumentsJson) {
        @Nullable Object[] read = parameters.read(argumentsJson);
        return context -> {
            @Nullable Object[] arguments = read;
            if (contextAt >= 0) {
                arguments = new @Nullable Object[read.length + 1];
                System.arraycopy(read, 0, arguments, 0, contextAt);
                arguments[contextAt] = context;
                System.arraycopy(read, contextAt, arguments, contextAt + 1, read.length - contextAt);
            }
            try {
                Object value = method.invoke(target, arguments);
                return method.getReturnType() == void.class ? "Done." : value;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
    }

    private static ToolPolicy policy(Method method, Tool tool, Json parameters, Place place) {
        ToolPolicy policy;
        try {
            policy = ToolPolicy.of(
                    tool.effect(), method.getAnnotation(ToolLimits.class), method.getAnnotation(Preview.class));
        } catch (IllegalArgumentException e) {
            throw place.refuse("of its @ToolLimits " + e.getMessage(), "Give it another value");
        }
        Set<String> arguments = RegisteredTool.properties(parameters).keySet();
        if (!policy.device().isEmpty() && !arguments.contains(policy.device())) {
            throw place.refuse(
                    "it has no parameter \"" + policy.device() + "\" that could say which device is meant",
                    "Name one of " + arguments + " in @ToolLimits(device = \"…\")");
        }
        String unknown = PreviewText.unknownPlace(policy.preview(), arguments);
        if (unknown != null) {
            throw place.refuse(
                    "its @Preview speaks of " + unknown + ", which is no parameter", "Use the wire names " + arguments);
        }
        return policy;
    }

    /** Where among the parameters the context stands; -1 if it has none. */
    private static int contextAt(Method method, Place place) {
        int at = -1;
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == ToolContext.class) {
                if (at >= 0) {
                    throw place.refuse("it has two parameters of type ToolContext", "Take one of them away");
                }
                at = i;
            }
        }
        return at;
    }

    /** Pictures and documents need no form in JSON. */
    private static boolean returnsParts(Method method) {
        Type type = method.getGenericReturnType();
        if (type instanceof ParameterizedType list
                && Collection.class.isAssignableFrom((Class<?>) list.getRawType())
                && list.getActualTypeArguments().length == 1) {
            Type element = list.getActualTypeArguments()[0];
            type = element instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : element;
        }
        return type instanceof Class<?> raw && InputContent.class.isAssignableFrom(raw);
    }
}
