package dev.makerai.batches;

import dev.makerai.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is begun with.
 *
 * <pre>{@code
 * BatchRequest request = BatchRequest.of("file-1", BatchEndpoint.RESPONSES)
 *         .metadata(Map.of("order", "42"))
 *         .outputExpiresAfter(Duration.ofDays(7));
 * }</pre>
 *
 * @param inputFileId a file that was uploaded for batches, a {@link BatchLine} in each line
 * @param endpoint which service all of the lines are for
 * @param completionWindow within which time it is to be done; the service knows {@code 24h} alone
 * @param metadata one's own marks: at most 16 pairs, names of at most 64 characters and values of at most 512
 * @param outputExpiresAfter when the files with the results are deleted; null to keep them
 */
public record BatchRequest(
        String inputFileId,
        BatchEndpoint endpoint,
        String completionWindow,
        Map<String, String> metadata,
        @Nullable OutputExpiresAfter outputExpiresAfter) {
    /** Needs the file, the endpoint and the time. */
    public BatchRequest {
        Objects.requireNonNull(inputFileId, "inputFileId");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(completionWindow, "completionWindow");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Starts with a day's time and no marks.
     *
     * @param inputFileId a file that was uploaded for batches
     * @param endpoint which service its lines are for
     */
    public static BatchRequest of(String inputFileId, BatchEndpoint endpoint) {
        return new BatchRequest(inputFileId, endpoint, "24h", Map.of(), null);
    }

    /**
     * With marks of one's own.
     *
     * @param metadata at most 16 pairs; none if empty
     */
    public BatchRequest metadata(Map<String, String> metadata) {
        return new BatchRequest(inputFileId, endpoint, completionWindow, metadata, outputExpiresAfter);
    }

    /**
     * With an end for the files with the results.
     *
     * @param time how long after they were made, from an hour to 30 days
     */
    public BatchRequest outputExpiresAfter(Duration time) {
        return new BatchRequest(
                inputFileId,
                endpoint,
                completionWindow,
                metadata,
                new OutputExpiresAfter("created_at", time.toSeconds()));
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return BatchWire.CODECS.encode(members());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("input_file_id", inputFileId);
        members.put("endpoint", endpoint);
        members.put("completion_window", completionWindow);
        if (!metadata.isEmpty()) {
            members.put("metadata", metadata);
        }
        if (outputExpiresAfter != null) {
            members.put("output_expires_after", outputExpiresAfter);
        }
        return members;
    }

    /**
     * When the files with the results are deleted.
     *
     * @param anchor from when the time counts; the service knows {@code created_at} alone
     * @param seconds how long, 3600 to 2 592 000
     */
    public record OutputExpiresAfter(String anchor, long seconds) {
        private static final long LEAST = 3600;
        private static final long MOST = 2_592_000;

        /** Needs a time that the service takes. */
        public OutputExpiresAfter {
            Objects.requireNonNull(anchor, "anchor");
            if (seconds < LEAST || seconds > MOST) {
                throw new IllegalArgumentException("The results of a batch can be kept for " + LEAST + " to " + MOST
                        + " seconds (an hour to 30 days), but not for " + seconds);
            }
        }
    }
}
