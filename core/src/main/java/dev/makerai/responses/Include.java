package dev.makerai.responses;

import java.util.Objects;

/**
 * What a response should hold beyond the usual.
 *
 * @param value the name on the wire
 */
public record Include(String value) {
    /** The reasoning in encrypted form, to send back where the service stores nothing. */
    public static final Include REASONING_ENCRYPTED_CONTENT = new Include("reasoning.encrypted_content");

    /** The addresses of the images in the input. */
    public static final Include INPUT_IMAGE_URL = new Include("message.input_image.image_url");

    /** The probabilities of the tokens. */
    public static final Include OUTPUT_TEXT_LOGPROBS = new Include("message.output_text.logprobs");

    /** What a file search found. */
    public static final Include FILE_SEARCH_RESULTS = new Include("file_search_call.results");

    /** What a web search found. */
    public static final Include WEB_SEARCH_RESULTS = new Include("web_search_call.results");

    /** The pages that a web search used. */
    public static final Include WEB_SEARCH_SOURCES = new Include("web_search_call.action.sources");

    /** What run code printed and drew. */
    public static final Include CODE_INTERPRETER_OUTPUTS = new Include("code_interpreter_call.outputs");

    /** The addresses of screenshots. */
    public static final Include COMPUTER_OUTPUT_IMAGE_URL = new Include("computer_call_output.output.image_url");

    /** Takes any name: the service may know more than the constants here. */
    public Include {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
