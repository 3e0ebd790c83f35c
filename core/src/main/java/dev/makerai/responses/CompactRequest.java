package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a model is to shorten: a conversation that grew too long.
 *
 * <pre>{@code
 * CompactedResponse compacted = ai.responses().compact(CompactRequest.builder("gpt-6.1-sol")
 *         .previousResponseId(response.id())
 *         .build());
 * ResponseRequest next = ResponseRequest.builder("gpt-6.1-sol")
 *         .input(compacted.output())
 *         .addInput(InputMessage.user("And outdoors?"))
 *         .build();
 * }</pre>
 *
 * <p>What is not set is not sent, so the service's own default holds. Immutable.
 */
public final class CompactRequest {
    private final Map<String, Object> members;

    private CompactRequest(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Starts a request.
     *
     * @param model the model's id, such as {@code gpt-6.1-sol}
     */
    public static Builder builder(String model) {
        return new Builder(Map.of()).model(model);
    }

    /** Starts from this request, to make a changed one. */
    public Builder toBuilder() {
        return new Builder(members);
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return ResponsesWire.CODECS.encode(members);
    }

    void writeTo(Buffer buffer) {
        ResponsesWire.CODECS.encode(buffer, members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompactRequest request && request.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members; long images are cut. */
    @Override
    public String toString() {
        return "CompactRequest" + members;
    }

    /**
     * Puts a request together. A null takes a member out again, as {@link #extra} with null does for any. Not
     * thread-safe.
     */
    public static final class Builder extends InputBuilder<Builder> {
        private Builder(Map<String, Object> members) {
            super(members);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the request.
         *
         * @throws IllegalArgumentException if there is nothing to shorten
         */
        public CompactRequest build() {
            if (!members.containsKey("input") && !members.containsKey("previous_response_id")) {
                throw new IllegalArgumentException(
                        "There is nothing to compact: set the input, or the previous response");
            }
            return new CompactRequest(members);
        }
    }
}
