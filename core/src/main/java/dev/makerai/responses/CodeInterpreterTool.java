package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model run Python code in a container of the service.
 *
 * <pre>{@code
 * CodeInterpreterTool.of(ContainerOptions.of().withFiles("file_print_log"))
 * }</pre>
 *
 * @param container where the code runs
 * @param allowedCallers who may call it; empty for the service's default, the model alone
 * @param source the exact text it was read from
 */
public record CodeInterpreterTool(Container container, List<Caller> allowedCallers, SourceText source)
        implements ResponseTool {
    /** Needs the container. */
    public CodeInterpreterTool {
        Objects.requireNonNull(container, "container");
        allowedCallers = List.copyOf(allowedCallers);
        Objects.requireNonNull(source, "source");
    }

    /** Runs code in a container that the service makes. */
    public static CodeInterpreterTool of() {
        return of(ContainerOptions.of());
    }

    /**
     * Runs code in a container that the service makes.
     *
     * @param options how; without skills, which this tool cannot use
     */
    public static CodeInterpreterTool of(ContainerOptions options) {
        return new CodeInterpreterTool(Container.of(options), List.of(), SourceText.NONE);
    }

    /**
     * Runs code in a container that there already is.
     *
     * @param containerId the container's id
     */
    public static CodeInterpreterTool of(String containerId) {
        return new CodeInterpreterTool(new Container(Json.string(containerId)), List.of(), SourceText.NONE);
    }

    /**
     * The same tool for other callers.
     *
     * @param callers the model alone by default
     */
    public CodeInterpreterTool withAllowedCallers(Caller... callers) {
        return new CodeInterpreterTool(container, List.of(callers), SourceText.NONE);
    }

    /**
     * Where code runs.
     *
     * @param value as it is on the wire: the id of a container, or an object that says how to make one
     */
    public record Container(Json value) {
        /** Takes either as it is. */
        public Container {
            Objects.requireNonNull(value, "value");
        }

        private static Container of(ContainerOptions options) {
            if (!options.skills().isEmpty()) {
                throw new IllegalArgumentException("A code interpreter cannot use skills: give them to a ShellTool");
            }
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", "auto");
            if (!options.fileIds().isEmpty()) {
                members.put("file_ids", options.fileIds());
            }
            if (options.memoryLimit() != null) {
                members.put("memory_limit", options.memoryLimit());
            }
            if (options.networkPolicy() != null) {
                members.put("network_policy", options.networkPolicy());
            }
            return new Container(ResponsesWire.CODECS.encode(members));
        }

        /** The id of a container that there already is; null if one is to be made. */
        public @Nullable String id() {
            return value.string();
        }

        /** How a container is to be made; null if there already is one. */
        public @Nullable ContainerOptions options() {
            return value.kind() == Json.Kind.OBJECT ? ResponsesWire.decode(ContainerOptions.class, value) : null;
        }

        /** The id or the options, without secrets. */
        @Override
        public String toString() {
            return "Container[" + (id() == null ? options() : id()) + "]";
        }
    }
}
