package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model use a shell: one in a container of the service, or one of the application's, which then decides what
 * it runs.
 *
 * <pre>{@code
 * ShellTool.of(ContainerOptions.of().withNetworkPolicy(NetworkPolicy.NONE))
 * }</pre>
 *
 * @param environment where commands run; null for the service's default
 * @param allowedCallers who may call it; empty for the service's default, the model alone
 * @param source the exact text it was read from
 */
public record ShellTool(@Nullable Environment environment, List<Caller> allowedCallers, SourceText source)
        implements ResponseTool {
    /** Needs the source. */
    public ShellTool {
        allowedCallers = List.copyOf(allowedCallers);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Runs commands somewhere.
     *
     * @param environment such as {@link ContainerOptions}
     */
    public static ShellTool of(Environment environment) {
        return new ShellTool(Objects.requireNonNull(environment, "environment"), List.of(), SourceText.NONE);
    }

    /**
     * Runs commands in a container that there already is.
     *
     * @param containerId the container's id
     */
    public static ShellTool of(String containerId) {
        return of(new Reference(containerId));
    }

    /**
     * Lets the application run commands.
     *
     * @param skills what lies on its machine for the model to use
     */
    public static ShellTool local(LocalSkill... skills) {
        return of(new Local(List.of(skills)));
    }

    /**
     * The same tool for other callers.
     *
     * @param callers the model alone by default
     */
    public ShellTool withAllowedCallers(Caller... callers) {
        return new ShellTool(environment, List.of(callers), SourceText.NONE);
    }

    /** Where commands run: in a new container, or in one of the cases here. */
    public sealed interface Environment permits ContainerOptions, Local, Reference, UnknownEnvironment {}

    /**
     * The application's own machine.
     *
     * @param skills what lies there for the model to use
     */
    public record Local(List<LocalSkill> skills) implements Environment {
        /** Needs the list. */
        public Local {
            skills = List.copyOf(skills);
        }
    }

    /**
     * Instructions and programs in a folder of the application's machine.
     *
     * @param name what the model calls them
     * @param description when to use them
     * @param path the folder
     */
    public record LocalSkill(String name, String description, String path) {
        /** Needs all of them. */
        public LocalSkill {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * A container that there already is.
     *
     * @param containerId the container's id
     */
    public record Reference(String containerId) implements Environment {
        /** Needs the id. */
        public Reference {
            Objects.requireNonNull(containerId, "container_id");
        }
    }

    /**
     * An environment of a kind that this version does not model.
     *
     * @param type the kind on the wire; empty if it has none
     * @param raw the exact environment
     */
    public record UnknownEnvironment(String type, Json raw) implements Environment {
        /** Keeps both as they are. */
        public UnknownEnvironment {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }

        /** The kind and the length, not the text: it may hold a secret. */
        @Override
        public String toString() {
            return "UnknownEnvironment[type=" + type + ", raw=" + raw.text().length() + " characters]";
        }
    }
}
