package dev.makerai.errors;

/** The service failed (HTTP 500 and above): the same request may well pass later. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    ServerException(String request, ApiError error, String note) {
        super(request, error, join(note, "This is a fault of the service: try again later."));
    }
}
