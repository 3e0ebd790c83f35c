package dev.makerai.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try of a request. It holds no secret: neither headers nor documents nor the query of the address.
 *
 * @param method the HTTP method, such as {@code POST}; {@code WEBSOCKET} for a response over a socket, which has neither
 *     status nor client request id of its own: its lane stands there
 * @param path the path of the address, such as {@code /v1/responses}
 * @param attempt which try of the request this was, counted from 1
 * @param status the HTTP status of the answer; null if none came
 * @param duration from the start of the try until the answer was read, closed, or given up
 * @param requestId the service's id of the request; null if it gave none
 * @param clientRequestId this client's own id of the try, which the service logs too
 * @param failure what went wrong beneath the status, such as a refused connection or an answer that broke off; null if
 *     the answer came whole
 */
public record RequestReport(
        String method,
        String path,
        int attempt,
        @Nullable Integer status,
        Duration duration,
        @Nullable String requestId,
        String clientRequestId,
        @Nullable String failure) {
    /** Needs all that a try always has. */
    public RequestReport {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(clientRequestId, "clientRequestId");
    }

    /** In one line: {@code POST /v1/responses: 200 in 812 ms (try 1, request id req_1)}. */
    @Override
    public String toString() {
        return method + " " + path + ": " + outcome() + " in " + duration.toMillis()
                + " ms (try " + attempt + ", "
                + (requestId == null ? "client request id " + clientRequestId : "request id " + requestId) + ")"
                + (failure == null ? "" : ": " + failure);
    }

    /** A response over a socket has no status. */
    private Object outcome() {
        if (status != null) {
            return status;
        }
        return failure == null ? "done" : "no answer";
    }
}
