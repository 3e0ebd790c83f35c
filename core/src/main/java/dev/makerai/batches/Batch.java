package dev.makerai.batches;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import dev.makerai.responses.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests that the service works on. Times that have not come yet are null, as is all else that the service
 * does not say.
 *
 * @param id the service's id, to find it again
 * @param endpoint which service the requests are for
 * @param model the model that worked on it
 * @param errors why the file was refused
 * @param inputFileId the file with the requests
 * @param completionWindow within which time it is to be done, such as {@code 24h}
 * @param status how far it has come; empty if the service does not say
 * @param outputFileId the file with the results
 * @param errorFileId the file with the requests that failed
 * @param createdAt when it was begun
 * @param inProgressAt when its file had been checked
 * @param expiresAt when the time will be over
 * @param finalizingAt when all was done
 * @param completedAt when the results were there
 * @param failedAt when its file was refused
 * @param expiredAt when the time was over
 * @param cancellingAt when it was to stop
 * @param cancelledAt when it had stopped
 * @param requestCounts how many requests it has, and how many are done
 * @param usage the tokens that it took
 * @param metadata one's own marks
 * @param source the exact text of the whole
 */
public record Batch(
        String id,
        @Nullable BatchEndpoint endpoint,
        @Nullable String model,
        @Nullable Errors errors,
        @Nullable String inputFileId,
        @Nullable String completionWindow,
        BatchStatus status,
        @Nullable String outputFileId,
        @Nullable String errorFileId,
        @Nullable Instant createdAt,
        @Nullable Instant inProgressAt,
        @Nullable Instant expiresAt,
        @Nullable Instant finalizingAt,
        @Nullable Instant completedAt,
        @Nullable Instant failedAt,
        @Nullable Instant expiredAt,
        @Nullable Instant cancellingAt,
        @Nullable Instant cancelledAt,
        @Nullable RequestCounts requestCounts,
        @Nullable Usage usage,
        Map<String, String> metadata,
        SourceText source) {
    /** Texts that are missing become empty. */
    public Batch(
            @Nullable String id,
            @Nullable BatchEndpoint endpoint,
            @Nullable String model,
            @Nullable Errors errors,
            @Nullable String inputFileId,
            @Nullable String completionWindow,
            @Nullable BatchStatus status,
            @Nullable String outputFileId,
            @Nullable String errorFileId,
            @Nullable Instant createdAt,
            @Nullable Instant inProgressAt,
            @Nullable Instant expiresAt,
            @Nullable Instant finalizingAt,
            @Nullable Instant completedAt,
            @Nullable Instant failedAt,
            @Nullable Instant expiredAt,
            @Nullable Instant cancellingAt,
            @Nullable Instant cancelledAt,
            @Nullable RequestCounts requestCounts,
            @Nullable Usage usage,
            @Nullable Map<String, String> metadata,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.endpoint = endpoint;
        this.model = model;
        this.errors = errors;
        this.inputFileId = inputFileId;
        this.completionWindow = completionWindow;
        this.status = status == null ? new BatchStatus("") : status;
        this.outputFileId = outputFileId;
        this.errorFileId = errorFileId;
        this.createdAt = createdAt;
        this.inProgressAt = inProgressAt;
        this.expiresAt = expiresAt;
        this.finalizingAt = finalizingAt;
        this.completedAt = completedAt;
        this.failedAt = failedAt;
        this.expiredAt = expiredAt;
        this.cancellingAt = cancellingAt;
        this.cancelledAt = cancelledAt;
        this.requestCounts = requestCounts;
        this.usage = usage;
        this.metadata = metadata == null ? Map.of() : metadata;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a batch, as a file holds it.
     *
     * @param json the whole batch
     * @throws DecodeException if this is not an object
     */
    public static Batch of(Json json) {
        return BatchWire.CODECS.decode(Batch.class, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** The whole batch as it was on the wire. */
    public Json toJson() {
        return BatchWire.CODECS.encode(this);
    }

    /**
     * Why the file of a batch was refused.
     *
     * @param data the single reasons, in the order of the file
     */
    public record Errors(List<Problem> data) {
        /** Copies the list; a missing one becomes empty. */
        public Errors(@Nullable List<Problem> data) {
            this.data = data == null ? List.of() : List.copyOf(data);
        }
    }

    /**
     * What is wrong with the file of a batch.
     *
     * @param code the service's short code, or null
     * @param message the service's own words, or null
     * @param param the member that is to blame, or null
     * @param line the line in the file, counted from 1; null where it is not about a line
     */
    public record Problem(
            @Nullable String code,
            @Nullable String message,
            @Nullable String param,
            @Nullable Long line) {}

    /**
     * How many requests a batch has.
     *
     * @param total all of them; 0 before the file has been checked
     * @param completed those that were answered
     * @param failed those that went wrong
     */
    public record RequestCounts(long total, long completed, long failed) {}
}
