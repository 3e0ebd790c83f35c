package dev.makerai.errors;

/** A request that this service will not accept as it is (HTTP 400, 404, 409 or 422): trying again does not help. */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String request, ApiError error, String note) {
        super(request, error, join(note, "Change the request: trying it again as it is will not help."));
    }
}
