package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The question whether the service may call a remote server's tool. It waits for an {@link McpApprovalResponse}.
 *
 * <pre>{@code
 * for (McpApprovalRequest question : response.items(McpApprovalRequest.class)) {
 *     next.addInput(allowed(question) ? question.approve() : question.deny("Not on this account"));
 * }
 * }</pre>
 *
 * @param id what the answer has to refer to
 * @param serverLabel which server, or null if the service does not say
 * @param name the tool's name
 * @param arguments the arguments as JSON text
 * @param source the exact text it was read from
 */
public record McpApprovalRequest(
        String id, @Nullable String serverLabel, String name, String arguments, SourceText source)
        implements OutputItem {
    /** Needs an id and the tool's name; missing arguments are empty. */
    public McpApprovalRequest(
            String id, @Nullable String serverLabel, String name, @Nullable String arguments, SourceText source) {
        this.id = Objects.requireNonNull(id, "id");
        this.serverLabel = serverLabel;
        this.name = Objects.requireNonNull(name, "name");
        this.arguments = arguments == null ? "" : arguments;
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Answers with yes. */
    public McpApprovalResponse approve() {
        return new McpApprovalResponse(null, id, true, null, SourceText.NONE);
    }

    /**
     * Answers with no.
     *
     * @param reason why, which the model is told; or null
     */
    public McpApprovalResponse deny(@Nullable String reason) {
        return new McpApprovalResponse(null, id, false, reason, SourceText.NONE);
    }
}
