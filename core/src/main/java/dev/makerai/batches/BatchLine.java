package dev.makerai.batches;

import dev.makerai.json.Json;
import dev.makerai.responses.ResponseRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request of a batch.
 *
 * @param customId one's own id of it, by which the result is found; not empty, and unique in the batch
 * @param endpoint which service it is for, the same for all lines of a batch
 * @param body what would be posted there: an object
 */
public record BatchLine(String customId, BatchEndpoint endpoint, Json body) {
    /** Needs an id and an object. */
    public BatchLine {
        Objects.requireNonNull(endpoint, "endpoint");
        if (customId.isBlank()) {
            throw new IllegalArgumentException("The custom id of a line in a batch is blank: give each its own");
        }
        if (body.kind() != Json.Kind.OBJECT) {
            throw new IllegalArgumentException(
                    "The body of the line \"" + customId + "\" has to be a JSON object, but is " + body.kind());
        }
    }

    /**
     * A question to a model.
     *
     * @param customId one's own id of it
     * @param request what to ask
     */
    public static BatchLine of(String customId, ResponseRequest request) {
        return new BatchLine(customId, BatchEndpoint.RESPONSES, request.toJson());
    }

    /** The line as it is in the file, without the line break at its end. */
    public Json toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("custom_id", customId);
        members.put("method", "POST");
        members.put("url", endpoint);
        members.put("body", onOneLine(body));
        return BatchWire.CODECS.encode(members);
    }

    /** JSON has line breaks between its tokens only, where a space is as good. */
    private static Json onOneLine(Json json) {
        String text = json.text();
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? json
                : Json.trusted(text.replace('\n', ' ').replace('\r', ' '));
    }
}
