package dev.makerai.errors;

import org.jspecify.annotations.Nullable;

/** JSON that could not be read: it is broken, cut off, or not JSON at all. */
public final class DecodeException extends MakerAiException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARACTERS = 200;

    /** The bound of the JSON reader that is used. */
    private static final int MAX_DEPTH = 255;

    private final String problem;
    private final String path;
    private final String text;
    private final @Nullable String requestId;

    /**
     * @param problem what is wrong, as the start of a sentence
     * @param path where in the document, such as {@code $.output[0].type}
     * @param text the whole text that was read; the message shows its beginning only
     * @param requestId the service's id of the request that was answered so, or null
     * @param cause what the reader said, or null
     */
    public DecodeException(
            String problem, String path, String text, @Nullable String requestId, @Nullable Throwable cause) {
        super(message(problem, path, text, requestId), cause);
        this.problem = problem;
        this.path = path;
        this.text = text;
        this.requestId = requestId;
    }

    /**
     * Makes the exception for a text that a reader stopped at.
     *
     * @param path where in the document it stopped
     * @param text the whole text that was read
     * @param requestId the service's id of the request that was answered so, or null
     * @param cause what the reader said
     */
    public static DecodeException notJson(String path, String text, @Nullable String requestId, Exception cause) {
        String said = cause.getMessage();
        String problem = said != null && said.startsWith("Nesting too deep")
                ? "The JSON nests deeper than " + MAX_DEPTH + " levels, the most that is read"
                : "This is not JSON";
        return new DecodeException(problem, path, text, requestId, cause);
    }

    /** What is wrong, as the start of a sentence. */
    public String problem() {
        return problem;
    }

    /** Where in the document, such as {@code $.output[0].type}; {@code $} is the whole of it. */
    public String path() {
        return path;
    }

    /** The whole text that could not be read. */
    public String text() {
        return text;
    }

    /** The service's id of the request that was answered so, to name in a support case; null where there is none. */
    public @Nullable String requestId() {
        return requestId;
    }

    private static String message(String problem, String path, String text, @Nullable String requestId) {
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
        String request = requestId == null ? "" : " (request id " + requestId + ")";
        return problem + " at " + path + request + ": " + shown;
    }
}
