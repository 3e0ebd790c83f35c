package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseError;
import org.jspecify.annotations.Nullable;

/** The service took the request but could not finish the response. */
public final class ResponseFailedException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final String responseId;

    ResponseFailedException(Response response) {
        super(message(response), null);
        ResponseError error = response.error();
        this.code = error == null ? null : error.code();
        this.responseId = response.id();
    }

    /** The service's code, such as {@code server_error} or {@code invalid_image}; null if it gave none. */
    public @Nullable String code() {
        return code;
    }

    /** The id of the response that failed. */
    public String responseId() {
        return responseId;
    }

    private static String message(Response response) {
        ResponseError error = response.error();
        String why = error == null ? "the service does not say why" : error.code() + ": " + error.message();
        String request = response.requestId() == null ? "" : " (request id " + response.requestId() + ")";
        return "Response " + response.id() + " ended as " + response.status() + ": " + why + request;
    }
}
