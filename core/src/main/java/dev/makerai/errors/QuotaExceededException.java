package dev.makerai.errors;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No credit or budget is left (HTTP 429, or 403): trying again does not help until someone raises it. */
public final class QuotaExceededException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** As the API's error guide of 2026 lists them, mostly with the status of a rate limit, and an older one. */
    private static final Set<String> QUOTA_CODES = Set.of(
            "insufficient_quota",
            "billing_hard_limit_reached",
            "credit_balance_exhausted",
            "organization_spend_limit_exceeded",
            "project_spend_limit_exceeded",
            "organization_usage_limit_exceeded");

    QuotaExceededException(String request, ApiError error, String note) {
        super(request, error, join(note, "Add credit or raise the spending limit: trying again will not help."));
    }

    /**
     * Whether an error says that no credit or budget is left.
     *
     * @param error what the service said
     */
    public static boolean isQuota(ApiError error) {
        return contains(error.code()) || contains(error.type());
    }

    private static boolean contains(@Nullable String code) {
        return code != null && QUOTA_CODES.contains(code);
    }
}
