package dev.makerai.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * A whole answer with a good status.
 *
 * @param body the bytes, which nobody else changes
 * @param requestId the service's id of the request, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Answer(byte[] body, @Nullable String requestId) {}
