package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * Why a response failed.
 *
 * @param code the service's short code, such as {@code server_error} or {@code invalid_image}, or null
 * @param message the service's own words, or null
 * @param type the service's class of error, or null
 * @param param the request's member that is to blame, or null
 */
public record ResponseError(
        @Nullable String code,
        @Nullable String message,
        @Nullable String type,
        @Nullable String param) {}
