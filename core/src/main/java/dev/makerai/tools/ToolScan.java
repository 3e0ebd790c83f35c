package dev.makerai.tools;

import dev.makerai.internal.naming.Place;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tool methods of a class, inherited ones included. */
final class ToolScan {
    private final List<Method> found = new ArrayList<>();
    /** What a subclass has overridden already: names with their erased parameters. */
    private final Set<String> overridden = new HashSet<>();

    private ToolScan() {}

    /**
     * The tools of an object or a class, by name.
     *
     * @param position which holder it is, from 1, for messages
     */
    static List<ToolMethod> of(@Nullable Object holder, int position) {
        if (holder == null) {
            throw new IllegalArgumentException(
                    "Holder " + position + " of tools is null. Pass an object with @Tool methods.");
        }
        Class<?> type = holder instanceof Class<?> given ? given : holder.getClass();
        ToolScan scan = new ToolScan();
        for (Class<?> each : subclassFirst(type)) {
            scan.add(each);
        }
        List<ToolMethod> tools = new ArrayList<>();
        for (Method method : scan.found) {
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            if (holder instanceof Class<?> && !isStatic) {
                throw Place.of(method)
                        .refuse(
                                "of a class only static methods can be called",
                                "Pass an object of it to Toolset.of, or make the method static");
            }
            tools.add(ToolMethod.of(method, isStatic ? null : holder));
        }
        if (tools.isEmpty()) {
            throw withoutTools(holder, type, position);
        }
        tools.sort(Comparator.comparing(ToolMethod::name));
        return tools;
    }

    private static IllegalArgumentException withoutTools(Object holder, Class<?> type, int position) {
        if (holder instanceof Iterable<?> || type.isArray()) {
            String kind =
                    holder instanceof Collection<?> ? "a collection" : type.isArray() ? "an array" : "an Iterable";
            return new IllegalArgumentException("Holder " + position + " of tools is " + kind + " ("
                    + type.getTypeName() + "), which has no @Tool method itself. Pass its elements.");
        }
        if (holder instanceof Class<?>) {
            return Place.of(type)
                    .refuse(
                            "the class has no static @Tool method",
                            "Annotate static methods with @Tool(\"…\"), or pass an object with @Tool methods");
        }
        return Place.of(type)
                .refuse("it has no @Tool method", "Annotate those methods that a model may call with @Tool(\"…\")");
    }

    /** A class, its superclasses, and then all their interfaces. */
    private static Set<Class<?>> subclassFirst(Class<?> type) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            classes.add(each);
        }
        List<Class<?>> open = new ArrayList<>(classes);
        for (int i = 0; i < open.size(); i++) {
            for (Class<?> implemented : open.get(i).getInterfaces()) {
                if (classes.add(implemented)) {
                    open.add(implemented);
                }
            }
        }
        return classes;
    }

    private void add(Class<?> type) {
        List<Method> tools = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            // A bridge carries the annotations of the method that it leads to.
            if (!method.isBridge() && method.isAnnotationPresent(Tool.class) && !overridden.contains(erased(method))) {
                tools.add(method);
            }
        }
        for (Method tool : tools) {
            found.add(tool);
            hide(tool, type);
        }
    }

    private void hide(Method tool, Class<?> type) {
        if (Modifier.isPrivate(tool.getModifiers()) || Modifier.isStatic(tool.getModifiers())) {
            return;
        }
        overridden.add(erased(tool));
        for (Method bridge : type.getDeclaredMethods()) {
            if (bridge.isBridge()
                    && bridge.getName().equals(tool.getName())
                    && bridge.getParameterCount() == tool.getParameterCount()) {
                overridden.add(erased(bridge));
            }
        }
    }

    private static String erased(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
