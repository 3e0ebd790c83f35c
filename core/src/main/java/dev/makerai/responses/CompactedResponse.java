package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a model has shortened.
 *
 * @param id the service's id; empty if it gave none
 * @param output the items to send as the next input, all of them and as they are
 * @param usage the tokens it took; null if the service does not say
 * @param createdAt when it was made; null if the service does not say
 * @param image what the service did with pictures; null if it does not say
 * @param requestId the service's id of the HTTP request, to name in a support case; null if it gave none
 * @param source the exact text of the whole
 */
public record CompactedResponse(
        String id,
        List<InputItem> output,
        @Nullable Usage usage,
        @Nullable Instant createdAt,
        @Nullable ImageOptions image,
        @Nullable String requestId,
        SourceText source) {
    /** Needs a list of items; a missing id is empty. */
    public CompactedResponse(
            @Nullable String id,
            List<InputItem> output,
            @Nullable Usage usage,
            @Nullable Instant createdAt,
            @Nullable ImageOptions image,
            @Nullable String requestId,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.output = List.copyOf(output);
        this.usage = usage;
        this.createdAt = createdAt;
        this.image = image;
        this.requestId = requestId;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads one, as a file holds it.
     *
     * @param json the whole of it
     * @throws DecodeException if this is not an object with a list of items
     */
    public static CompactedResponse of(Json json) {
        return read(json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** Reads the body of an answer, which must not change afterwards. */
    static CompactedResponse read(byte[] body, @Nullable String requestId) {
        CompactedResponse read = ResponsesWire.CODECS.decode(CompactedResponse.class, body, requestId);
        return new CompactedResponse(
                read.id, read.output, read.usage, read.createdAt, read.image, requestId, read.source);
    }

    /** The whole as it was on the wire, with every member that this version does not model. */
    public Json toJson() {
        return ResponsesWire.CODECS.encode(this);
    }
}
