package dev.makerai.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service that answered a request with an error status. The subclasses are the cases in which a caller acts
 * differently; any other status is this class itself.
 *
 * <pre>{@code
 * try {
 *     return ai.responses().create(request);
 * } catch (RateLimitException e) {
 *     return later(request, e.retryAfter());
 * }
 * }</pre>
 */
public sealed class ApiException extends MakerAiException
        permits AuthenticationException,
                BadRequestException,
                QuotaExceededException,
                RateLimitException,
                ServerException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;

    /**
     * @param request the HTTP method and path, such as {@code POST /v1/responses}
     * @param error what the service said
     * @param advice what to do, as a whole sentence
     */
    ApiException(String request, ApiError error, String advice) {
        super(message(request, error, advice), null);
        this.error = error;
    }

    /**
     * Makes the exception that fits a status and code.
     *
     * @param request the HTTP method and path, such as {@code POST /v1/responses}
     * @param error what the service said
     * @param note more that the message should say, such as how often it was tried, as whole sentences; may be empty
     */
    public static ApiException of(String request, ApiError error, String note) {
        if (QuotaExceededException.isQuota(error)) {
            return new QuotaExceededException(request, error, note);
        }
        return switch (error.status()) {
            case 400, 404, 409, 422 -> new BadRequestException(request, error, note);
            case 401, 403 -> new AuthenticationException(request, error, note);
            case 429 -> new RateLimitException(request, error, note);
            default ->
                error.status() >= 500
                        ? new ServerException(request, error, note)
                        : new ApiException(request, error, join(note, advice(error.status())));
        };
    }

    /** All of what the service said. */
    public final ApiError error() {
        return error;
    }

    /** The HTTP status, such as 404. */
    public final int status() {
        return error.status();
    }

    /** The service's short code, such as {@code model_not_found}; null if it gave none. */
    public final @Nullable String code() {
        return error.code();
    }

    /** The service's class of error, such as {@code invalid_request_error}; null if it gave none. */
    public final @Nullable String type() {
        return error.type();
    }

    /** The request's member that is to blame; null if the service named none. */
    public final @Nullable String param() {
        return error.param();
    }

    /** The service's id of the request, to name in a support case; null if it gave none. */
    public final @Nullable String requestId() {
        return error.requestId();
    }

    /** How long the service asks to wait before the next try; null if it did not say. */
    public final @Nullable Duration retryAfter() {
        return error.retryAfter();
    }

    static String join(String note, String advice) {
        return note.isEmpty() ? advice : note + " " + advice;
    }

    private static String advice(int status) {
        if (status >= 300 && status < 400) {
            return "Redirects are not followed, so that the key never reaches another host: set the base URL to where"
                    + " the service really is.";
        }
        return status == 413
                ? "Send less: fewer or smaller images, or a shorter history."
                : "Check the base URL and the request.";
    }

    private static String message(String request, ApiError error, String advice) {
        StringBuilder text =
                new StringBuilder(request).append(" was answered with HTTP ").append(error.status());
        if (error.message() != null) {
            text.append(": ").append(error.message());
        }
        text.append(text.charAt(text.length() - 1) == '.' ? "" : ".");
        String separator = " (";
        separator = detail(text, separator, "code ", error.code());
        separator = detail(text, separator, "type ", error.type());
        separator = detail(text, separator, "parameter ", error.param());
        separator = detail(text, separator, "request id ", error.requestId());
        text.append(separator.equals(" (") ? "" : ")");
        return text.append(' ').append(advice).toString();
    }

    private static String detail(StringBuilder text, String separator, String label, @Nullable String value) {
        if (value == null) {
            return separator;
        }
        text.append(separator).append(label).append(value);
        return ", ";
    }
}
