package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have a file made, changed or deleted. It waits for an {@link ApplyPatchCallOutput} with the same
 * call id.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to
 * @param operation what to do; paths in it come from the model and must be checked
 * @param caller who called: the model, or a program of its; null if the service does not say
 * @param status how far the item has come, or null
 * @param createdBy who made the item, or null if the service does not say
 * @param source the exact text it was read from
 */
public record ApplyPatchCall(
        @Nullable String id,
        String callId,
        Operation operation,
        @Nullable ToolCaller caller,
        @Nullable ItemStatus status,
        @Nullable String createdBy,
        SourceText source)
        implements OutputItem {
    /** Needs the call id and the operation. */
    public ApplyPatchCall {
        Objects.requireNonNull(callId, "call_id");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(source, "source");
    }

    /** What to do with a file. */
    public sealed interface Operation {
        /**
         * Makes a file.
         *
         * @param path where
         * @param diff its lines, each behind a plus sign
         */
        record CreateFile(String path, String diff) implements Operation {
            /** Needs both. */
            public CreateFile {
                Objects.requireNonNull(path, "path");
                Objects.requireNonNull(diff, "diff");
            }
        }

        /**
         * Changes a file.
         *
         * @param path where it is
         * @param diff the changes, as hunks of the V4A format
         */
        record UpdateFile(String path, String diff) implements Operation {
            /** Needs both. */
            public UpdateFile {
                Objects.requireNonNull(path, "path");
                Objects.requireNonNull(diff, "diff");
            }
        }

        /**
         * Deletes a file.
         *
         * @param path where it is
         */
        record DeleteFile(String path) implements Operation {
            /** Needs the path. */
            public DeleteFile {
                Objects.requireNonNull(path, "path");
            }
        }

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact operation
         */
        record Unknown(String type, Json raw) implements Operation {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
