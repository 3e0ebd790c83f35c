package dev.makerai.errors;

/** The key is missing, wrong or not allowed to do this (HTTP 401 or 403). */
public final class AuthenticationException extends ApiException {
    private static final long serialVersionUID = 1L;

    AuthenticationException(String request, ApiError error, String note) {
        super(
                request,
                error,
                join(
                        note,
                        "Check the API key (OPENAI_API_KEY), its project and organisation, and what the key is allowed to do."));
    }
}
