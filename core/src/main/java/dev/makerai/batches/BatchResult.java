package dev.makerai.batches;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.json.WireName;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import dev.makerai.responses.Response;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request of a batch.
 *
 * @param id the service's id of the request in the batch; null if it gave none
 * @param customId one's own id of the request
 * @param answer how the request was answered, well or not; null if it never was
 * @param error why the request was never answered, or null
 * @param source the exact text of the line
 */
public record BatchResult(
        @Nullable String id,
        String customId,
        @WireName("response") @Nullable Answer answer,
        @Nullable Error error,
        SourceText source) {
    /** Needs one's own id. */
    public BatchResult {
        Objects.requireNonNull(customId, "customId");
        Objects.requireNonNull(source, "source");
    }

    /** What is known of a request that no line tells of. */
    static BatchResult missing(String customId) {
        return new BatchResult(null, customId, null, null, SourceText.NONE);
    }

    /**
     * Reads a line of an output or error file.
     *
     * @param json the line
     * @throws DecodeException if this is not an object with a custom id
     */
    public static BatchResult of(Json json) {
        return read(json.text().getBytes(StandardCharsets.UTF_8));
    }

    static BatchResult read(byte[] line) {
        return BatchWire.CODECS.decode(BatchResult.class, line, null);
    }

    /** Whether the request was answered well. */
    public boolean isOk() {
        return answer != null && answer.isOk();
    }

    /** The HTTP status of the answer; null if there is none. */
    public @Nullable Integer statusCode() {
        return answer == null ? null : answer.statusCode();
    }

    /** The service's id of the request, to name in a support case; null if it gave none. */
    public @Nullable String requestId() {
        return answer == null ? null : answer.requestId();
    }

    /**
     * The model's answer.
     *
     * @throws BatchItemException if there is none; the message says why
     * @throws DecodeException if it cannot be read
     */
    public Response response() {
        Json body = answer == null ? null : answer.body();
        if (body == null || !isOk()) {
            throw new BatchItemException(this);
        }
        return Response.of(body);
    }

    /**
     * The model's answer as a value, for requests that were made with the schema of its type.
     *
     * @param type as the request's
     * @throws BatchItemException if there is none: the request failed, the model declined, or the answer was cut off
     * @throws InvalidValueException if the answer does not fit the type
     */
    public <T> T value(Class<T> type) {
        Response response = response();
        String problem = BatchItemException.problemOf(response);
        if (problem != null) {
            throw new BatchItemException(this, problem);
        }
        return Schema.of(type).read(response.outputText());
    }

    /** The whole line as it was in the file. */
    public Json toJson() {
        return BatchWire.CODECS.encode(this);
    }

    /**
     * How a request was answered.
     *
     * @param statusCode the HTTP status, such as 200; null if the file does not say
     * @param requestId the service's id of the request, or null
     * @param body what would have been the answer of the endpoint, or null
     */
    public record Answer(
            @Nullable Integer statusCode,
            @Nullable String requestId,
            @Nullable Json body) {
        private static final int OK = 200;
        private static final int NOT_OK = 300;

        boolean isOk() {
            return statusCode != null && statusCode >= OK && statusCode < NOT_OK;
        }
    }

    /**
     * Why a request was never answered.
     *
     * @param code the service's short code: {@code batch_expired}, {@code batch_cancelled}, {@code request_timeout} are
     *     known; null if it gave none
     * @param message the service's own words, or null
     */
    public record Error(@Nullable String code, @Nullable String message) {}
}
