package dev.makerai.batches;

import dev.makerai.errors.MakerAiException;
import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseError;
import dev.makerai.responses.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A request of a batch that has no answer, or none that is of use. The others are not touched by it. */
public final class BatchItemException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final transient BatchResult result;

    BatchItemException(BatchResult result) {
        this(result, problemOf(result));
    }

    BatchItemException(BatchResult result, String problem) {
        super("The request \"" + result.customId() + "\" of the batch " + problem + requestId(result), null);
        this.result = result;
    }

    /** All that is known of the request. */
    public BatchResult result() {
        return result;
    }

    /** Why an answer is of no use; null if it is. */
    static @Nullable String problemOf(Response response) {
        if (response.refusal() != null) {
            return "was declined by the model: " + response.refusal();
        }
        if (response.status().equals(ResponseStatus.COMPLETED)) {
            return null;
        }
        ResponseError error = response.error();
        return "has an answer that is not whole (status " + response.status() + ")"
                + (error == null ? "" : ": " + error.message());
    }

    private static String problemOf(BatchResult result) {
        BatchResult.Error error = result.error();
        if (error != null) {
            return "was not answered (" + error.code() + "): " + error.message();
        }
        BatchResult.Answer answer = result.answer();
        if (answer == null) {
            return "has no result: the files of the batch do not name it";
        }
        if (answer.isOk()) {
            return "has an answer without content";
        }
        Json said = answer.body() == null ? null : answer.body().get("error");
        Json message = said == null ? null : said.get("message");
        return "was answered with HTTP " + answer.statusCode()
                + (message == null || message.string() == null ? "" : ": " + message.string());
    }

    private static String requestId(BatchResult result) {
        return result.requestId() == null ? "" : " (request id " + result.requestId() + ")";
    }
}
