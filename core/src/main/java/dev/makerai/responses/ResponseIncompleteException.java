package dev.makerai.responses;

import dev.makerai.errors.MakerAiException;

/** The service cut the response off: it reached a limit of tokens, or a filter stopped it. */
public final class ResponseIncompleteException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    ResponseIncompleteException(Response response) {
        super(message(response), null);
        this.response = response;
    }

    /** Why it was cut off, such as {@code max_output_tokens}; empty if the service does not say. */
    public String reason() {
        IncompleteDetails details = response.incompleteDetails();
        String reason = details == null ? null : details.reason();
        return reason == null ? "" : reason;
    }

    /** The response as far as it came; {@link Response#outputText} holds its text. */
    public Response response() {
        return response;
    }

    private static String message(Response response) {
        IncompleteDetails details = response.incompleteDetails();
        String reason = details == null ? null : details.reason();
        return "Response " + response.id() + " was cut off after "
                + response.outputText().length() + " characters ("
                + (reason == null ? "the service does not say why" : reason) + ")"
                + (IncompleteDetails.MAX_OUTPUT_TOKENS.equals(reason)
                        ? ": allow more output tokens, or ask for less"
                        : "");
    }
}
