package dev.makerai.errors;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a service said when it refused a request. Every text has the API key and anything that looks like one masked.
 *
 * @param status the HTTP status, such as 429
 * @param code the service's short code, such as {@code rate_limit_exceeded}, or null
 * @param type the service's class of error, such as {@code invalid_request_error}, or null
 * @param param the request's member that is to blame, such as {@code input[0].content}, or null
 * @param message the service's own words, or null
 * @param requestId the service's id of the request, to name in a support case, or null
 * @param retryAfter how long the service asks to wait before the next try, or null
 */
public record ApiError(
        int status,
        @Nullable String code,
        @Nullable String type,
        @Nullable String param,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable Duration retryAfter)
        implements Serializable {}
