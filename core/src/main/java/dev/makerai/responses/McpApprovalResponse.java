package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the service may call a remote server's tool; {@link McpApprovalRequest#approve} and
 * {@link McpApprovalRequest#deny} make it.
 *
 * @param id the service's id of the item, or null for one that was not stored yet
 * @param approvalRequestId the {@link McpApprovalRequest#id} it answers
 * @param approve whether it may
 * @param reason why, or null
 * @param source the exact text it was read from
 */
public record McpApprovalResponse(
        @Nullable String id,
        String approvalRequestId,
        boolean approve,
        @Nullable String reason,
        SourceText source) implements OutputItem {
    /** Needs the request's id. */
    public McpApprovalResponse {
        Objects.requireNonNull(approvalRequestId, "approval_request_id");
        Objects.requireNonNull(source, "source");
    }
}
