package dev.makerai.errors;

/** Too many requests or tokens in a short time (HTTP 429): the same request may well pass later. */
public final class RateLimitException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitException(String request, ApiError error, String note) {
        super(request, error, join(note, "Wait and try again, or send fewer requests at a time."));
    }
}
