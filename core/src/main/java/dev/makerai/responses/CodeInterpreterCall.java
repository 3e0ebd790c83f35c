package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A program that the service ran in a container.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param code the program, or null while there is none
 * @param containerId the container it ran in, or null if the service does not say
 * @param outputs what it printed and drew; empty unless {@link Include#CODE_INTERPRETER_OUTPUTS} was asked for
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record CodeInterpreterCall(
        @Nullable String id,
        @Nullable String code,
        @Nullable String containerId,
        List<Output> outputs,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    /** Takes a missing list of outputs as empty. */
    public CodeInterpreterCall {
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(source, "source");
    }

    /** Something that a program left behind. */
    public sealed interface Output {
        /**
         * What it printed.
         *
         * @param logs the text
         */
        record Logs(String logs) implements Output {
            /** Needs the text. */
            public Logs {
                Objects.requireNonNull(logs, "logs");
            }
        }

        /**
         * What it drew.
         *
         * @param url where the picture is
         */
        record Image(String url) implements Output {
            /** Needs the address. */
            public Image {
                Objects.requireNonNull(url, "url");
            }
        }

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact output
         */
        record Unknown(String type, Json raw) implements Output {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
