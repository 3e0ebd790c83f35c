package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have commands run in a shell: by the application, which answers with a {@link ShellCallOutput},
 * or by the service in a container.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to
 * @param action the commands
 * @param environment where they are to run, or null if the service does not say
 * @param caller who called: the model, or a program of its; null if the service does not say
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ShellCall(
        @Nullable String id,
        String callId,
        Action action,
        @Nullable Environment environment,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id and the commands. */
    public ShellCall {
        Objects.requireNonNull(callId, "call_id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Commands that may run side by side.
     *
     * @param commands lines for the shell
     * @param timeoutMs how long each may take, in milliseconds, or null
     * @param maxOutputLength the most characters of output to give back, or null
     */
    public record Action(
            List<String> commands,
            @Nullable Long timeoutMs,
            @Nullable Long maxOutputLength) {
        /** Takes a missing list as empty. */
        public Action {
            commands = List.copyOf(commands);
        }
    }

    /** Where commands run. */
    public sealed interface Environment {
        /**
         * The application's own computer.
         *
         * @param skills what the model finds there
         */
        record Local(List<Skill> skills) implements Environment {
            /** Takes a missing list as empty. */
            public Local {
                skills = List.copyOf(skills);
            }
        }

        /**
         * A container of the service.
         *
         * @param containerId its id
         */
        record ContainerReference(String containerId) implements Environment {
            /** Needs the id. */
            public ContainerReference {
                Objects.requireNonNull(containerId, "container_id");
            }
        }

        /**
         * A folder with instructions for the model.
         *
         * @param name what it is called
         * @param description what it is for
         * @param path where it is
         */
        record Skill(String name, String description, String path) {
            /** Needs all. */
            public Skill {
                Objects.requireNonNull(name, "name");
                Objects.requireNonNull(description, "description");
                Objects.requireNonNull(path, "path");
            }
        }

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact environment
         */
        record Unknown(String type, Json raw) implements Environment {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
