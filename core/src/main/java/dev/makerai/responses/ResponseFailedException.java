package dev.makerai.responses;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/**
 * The service took the request but could not finish the response: it failed, was cancelled, or broke off with an error
 * in the middle of its stream.
 */
public final class ResponseFailedException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final transient Response response;

    private ResponseFailedException(String message, @Nullable String code, Response response) {
        super(message, null);
        this.code = code;
        this.response = response;
    }

    /**
     * Makes the exception for a response that has failed or was cancelled.
     *
     * @param response as the service ended it
     */
    public static ResponseFailedException of(Response response) {
        ResponseError error = response.error();
        String why = error == null ? "the service does not say why" : error.code() + ": " + error.message();
        return new ResponseFailedException(
                "Response " + response.id() + " ended as " + response.status() + ": " + why + request(response),
                error == null ? null : error.code(),
                response);
    }

    /** Makes the exception for a stream that an error broke off. */
    static ResponseFailedException of(ResponseEvent.StreamError error, Response soFar) {
        String code = error.code() == null ? "" : error.code() + ": ";
        String why = error.message() == null ? "the service does not say why" : error.message();
        String param = error.param() == null ? "" : " (parameter " + error.param() + ")";
        return new ResponseFailedException(
                (soFar.id().isEmpty() ? "The response" : "Response " + soFar.id())
                        + " broke off in the middle of its stream: " + code + why + param + request(soFar),
                error.code(),
                soFar);
    }

    /** The service's code, such as {@code server_error} or {@code invalid_image}; null if it gave none. */
    public @Nullable String code() {
        return code;
    }

    /** The id of the response that failed; empty if it got none. */
    public String responseId() {
        return response.id();
    }

    /** The response as far as it came. */
    public Response response() {
        return response;
    }

    private static String request(Response response) {
        return response.requestId() == null ? "" : " (request id " + response.requestId() + ")";
    }
}
