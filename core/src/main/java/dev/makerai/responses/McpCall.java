package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a remote server's tool, which the service made.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param serverLabel which server, or null if the service does not say
 * @param name the tool's name
 * @param arguments the arguments as JSON text
 * @param output what the tool gave back, or null while there is nothing
 * @param error why it failed, or null
 * @param approvalRequestId the request whose approval allowed it, or null if none was needed
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record McpCall(
        @Nullable String id,
        @Nullable String serverLabel,
        String name,
        String arguments,
        @Nullable String output,
        @Nullable Failure error,
        @Nullable String approvalRequestId,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    /** Needs the tool's name; missing arguments are empty. */
    public McpCall(
            @Nullable String id,
            @Nullable String serverLabel,
            String name,
            @Nullable String arguments,
            @Nullable String output,
            @Nullable Failure error,
            @Nullable String approvalRequestId,
            @Nullable ItemStatus status,
            SourceText source) {
        this.id = id;
        this.serverLabel = serverLabel;
        this.name = Objects.requireNonNull(name, "name");
        this.arguments = arguments == null ? "" : arguments;
        this.output = output;
        this.error = error;
        this.approvalRequestId = approvalRequestId;
        this.status = status;
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Why a call failed. */
    public sealed interface Failure {
        /**
         * The server did not follow its protocol, or refused.
         *
         * @param code the protocol's number of the error
         * @param message the error in words, or null
         */
        record ProtocolError(long code, @Nullable String message) implements Failure {}

        /**
         * The tool itself failed.
         *
         * @param content what it said, or null
         */
        record ExecutionError(@Nullable Json content) implements Failure {}

        /**
         * The server answered with an error of HTTP.
         *
         * @param code the status, such as 404
         * @param message the error in words, or null
         */
        record HttpError(long code, @Nullable String message) implements Failure {}

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact error, which may be a plain text
         */
        record Unknown(String type, Json raw) implements Failure {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
