package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * <pre>{@code
 * ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
 *         .instructions("Answer in one sentence.")
 *         .input("Which filament for a car dashboard?")
 *         .build();
 * }</pre>
 *
 * <p>What is not set is not sent, so the service's own default holds. Immutable.
 */
public final class ResponseRequest {
    private final Map<String, Object> members;

    private ResponseRequest(Map<String, Object> members) {
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

    /** The model's id. */
    public String model() {
        return String.valueOf(members.get("model"));
    }

    /** The input as items: a text is one message of the user; empty if there is none. */
    public List<InputItem> input() {
        return items(members.get("input"));
    }

    /** How the model is to behave, or null. */
    public @Nullable String instructions() {
        return members.get("instructions") instanceof String text ? text : null;
    }

    /** The response that this one goes on from, or null. */
    public @Nullable String previousResponseId() {
        return members.get("previous_response_id") instanceof String id ? id : null;
    }

    /** The tools that the model may use; empty if there are none. */
    @SuppressWarnings("unchecked") // Only the builder puts a list there, and it holds tools.
    public List<ResponseTool> tools() {
        return members.get("tools") instanceof List<?> tools ? (List<ResponseTool>) tools : List.of();
    }

    /** Whether the model may, must or must not use tools; null if the model decides. */
    public @Nullable ToolChoice toolChoice() {
        return members.get("tool_choice") instanceof ToolChoice choice ? choice : null;
    }

    /** Whether the service is to keep the response; null for its own default, which is to keep it. */
    public @Nullable Boolean store() {
        return members.get("store") instanceof Boolean store ? store : null;
    }

    /** What the answer is to hold beyond the usual; empty if nothing was asked for. */
    @SuppressWarnings("unchecked") // Only the builder puts a list there, and it holds these.
    public List<Include> include() {
        return members.get("include") instanceof List<?> include ? (List<Include>) include : List.of();
    }

    /** What form the answer's text has; plain text unless it was set. */
    public TextFormat textFormat() {
        TextFormat format = members.get("text") instanceof TextOptions text ? text.format() : null;
        return format == null ? TextFormat.TEXT : format;
    }

    /** The most tokens that the answer may have, those for reasoning included, or null. */
    public @Nullable Long maxOutputTokens() {
        return members.get("max_output_tokens") instanceof Long tokens ? tokens : null;
    }

    /** The request as it goes on the wire. */
    public Json toJson() {
        return ResponsesWire.CODECS.encode(members);
    }

    /** Whether its stream can be taken up again: the service works on it in the background and stores it. */
    boolean isResumable() {
        Object background = members.get("background");
        boolean isInBackground =
                Boolean.TRUE.equals(background) || background instanceof Json json && Boolean.TRUE.equals(json.bool());
        return isInBackground && !Boolean.FALSE.equals(store());
    }

    void writeTo(Buffer buffer) {
        ResponsesWire.CODECS.encode(buffer, members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseRequest request && request.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members; long images are cut. */
    @Override
    public String toString() {
        return "ResponseRequest" + members;
    }

    @SuppressWarnings("unchecked") // Only the builder puts a list there, and it holds items.
    private static List<InputItem> items(@Nullable Object input) {
        if (input instanceof String text) {
            return List.of(InputMessage.user(text));
        }
        return input instanceof List<?> items ? (List<InputItem>) items : List.of();
    }

    private record TextOptions(
            @Nullable TextFormat format, @Nullable Verbosity verbosity) {
        static final TextOptions NONE = new TextOptions(null, null);
    }

    private record ReasoningOptions(
            @Nullable ReasoningEffort effort, @Nullable ReasoningSummary summary) {
        static final ReasoningOptions NONE = new ReasoningOptions(null, null);
    }

    /**
     * Puts a request together. A null takes a member out again, as {@link #extra} with null does for any. Not
     * thread-safe.
     */
    public static final class Builder {
        private final Map<String, Object> members;

        private Builder(Map<String, Object> members) {
            this.members = new LinkedHashMap<>(members);
        }

        /**
         * Sets the model.
         *
         * @param model the model's id, such as {@code gpt-6.1-sol}
         */
        public Builder model(String model) {
            if (model.isBlank()) {
                throw new IllegalArgumentException("The model's id is empty: name one, such as gpt-6.1-sol");
            }
            return put("model", model);
        }

        /**
         * Asks with one text; it takes the place of any input set before.
         *
         * @param text what the user says
         */
        public Builder input(String text) {
            return put("input", Objects.requireNonNull(text, "text"));
        }

        /**
         * Asks with items; they take the place of any input set before.
         *
         * @param items in their order
         */
        public Builder input(List<? extends InputItem> items) {
            return put("input", List.copyOf(items));
        }

        /**
         * Adds an item behind the input set before.
         *
         * @param item such as a message or the output of a function
         */
        public Builder addInput(InputItem item) {
            return addInput(List.of(item));
        }

        /**
         * Adds items behind the input set before.
         *
         * @param items such as the output of the last response
         */
        public Builder addInput(List<? extends InputItem> items) {
            List<InputItem> all = new ArrayList<>(items(members.get("input")));
            all.addAll(items);
            return put("input", List.copyOf(all));
        }

        /**
         * Tells the model how to behave; a following response does not inherit it.
         *
         * @param instructions the text, or null for none
         */
        public Builder instructions(@Nullable String instructions) {
            return put("instructions", instructions);
        }

        /**
         * Goes on from a response that the service has stored.
         *
         * @param id the {@link Response#id}, or null for a new start
         */
        public Builder previousResponseId(@Nullable String id) {
            if (id != null && id.isEmpty()) {
                throw new IllegalArgumentException("The previous response has no id, so the service cannot go on from"
                        + " it: send its output items as input instead");
            }
            return put("previous_response_id", id);
        }

        /**
         * Sets whether the service stores the response, so that a later one can go on from it.
         *
         * @param store true by default
         */
        public Builder store(boolean store) {
            return put("store", store);
        }

        /**
         * Sets what the model may use while it answers.
         *
         * @param tools none if empty
         */
        public Builder tools(List<? extends ResponseTool> tools) {
            return put("tools", tools.isEmpty() ? null : List.copyOf(tools));
        }

        /**
         * Sets whether the model may, must or must not use tools.
         *
         * @param choice {@link ToolChoice#AUTO} by default
         */
        public Builder toolChoice(@Nullable ToolChoice choice) {
            return put("tool_choice", choice);
        }

        /**
         * Sets whether the model may call several functions at a time.
         *
         * @param parallel true by default
         */
        public Builder parallelToolCalls(boolean parallel) {
            return put("parallel_tool_calls", parallel);
        }

        /**
         * Sets what form the answer's text has.
         *
         * @param format {@link TextFormat#TEXT} by default
         */
        public Builder textFormat(@Nullable TextFormat format) {
            TextOptions text = members.get("text") instanceof TextOptions options ? options : TextOptions.NONE;
            return put("text", new TextOptions(format, text.verbosity()), TextOptions.NONE);
        }

        /**
         * Sets how long the answer is.
         *
         * @param verbosity {@link Verbosity#MEDIUM} by default
         */
        public Builder verbosity(@Nullable Verbosity verbosity) {
            TextOptions text = members.get("text") instanceof TextOptions options ? options : TextOptions.NONE;
            return put("text", new TextOptions(text.format(), verbosity), TextOptions.NONE);
        }

        /**
         * Sets how much the model thinks.
         *
         * @param effort the model's own measure by default
         */
        public Builder reasoningEffort(@Nullable ReasoningEffort effort) {
            return put("reasoning", new ReasoningOptions(effort, reasoning().summary()), ReasoningOptions.NONE);
        }

        /**
         * Sets how much of its thinking the model tells.
         *
         * @param summary nothing by default
         */
        public Builder reasoningSummary(@Nullable ReasoningSummary summary) {
            return put("reasoning", new ReasoningOptions(reasoning().effort(), summary), ReasoningOptions.NONE);
        }

        /**
         * Limits the answer.
         *
         * @param tokens the most that it may have, those for reasoning included; above 0
         */
        public Builder maxOutputTokens(long tokens) {
            if (tokens <= 0) {
                throw new IllegalArgumentException("The most output tokens must be above 0, but are " + tokens);
            }
            return put("max_output_tokens", tokens);
        }

        /**
         * Sets how freely the model picks its words; models that think may refuse it.
         *
         * @param temperature 0 to 2, by default 1
         */
        public Builder temperature(double temperature) {
            return put("temperature", inRange("temperature", temperature, 2));
        }

        /**
         * Limits the words that the model picks from to the likeliest; models that think may refuse it.
         *
         * @param topP the share of the probability that they make up, 0 to 1, by default 1
         */
        public Builder topP(double topP) {
            return put("top_p", inRange("top_p", topP, 1));
        }

        /**
         * Asks for more than the usual in the response.
         *
         * @param include nothing more if empty
         */
        public Builder include(List<Include> include) {
            return put("include", include.isEmpty() ? null : List.copyOf(include));
        }

        /**
         * Marks the response with pairs of one's own.
         *
         * @param metadata at most 16 pairs, names of at most 64 characters and values of at most 512; none if empty
         */
        public Builder metadata(Map<String, String> metadata) {
            return put(
                    "metadata", metadata.isEmpty() ? null : Collections.unmodifiableMap(new LinkedHashMap<>(metadata)));
        }

        /**
         * Says which requests begin alike, so that the service finds the beginning in its cache.
         *
         * @param key the same for all of them
         */
        public Builder promptCacheKey(@Nullable String key) {
            return put("prompt_cache_key", key);
        }

        /**
         * Says for whom the request is, so that the service can tell one's users apart where one abuses it.
         *
         * @param identifier at most 128 characters that do not say who it is, such as a hash
         */
        public Builder safetyIdentifier(@Nullable String identifier) {
            return put("safety_identifier", identifier);
        }

        /**
         * Sets how fast, and at which price, the request is worked on.
         *
         * @param tier {@link ServiceTier#AUTO} by default
         */
        public Builder serviceTier(@Nullable ServiceTier tier) {
            return put("service_tier", tier);
        }

        /**
         * Sets a member that this version does not model, or in another form than it does.
         *
         * @param member the name on the wire, such as {@code max_tool_calls}
         * @param value the exact value; null takes the member out
         */
        public Builder extra(String member, @Nullable Json value) {
            if (member.equals("model")) {
                throw new IllegalArgumentException("The model is set by model(String)");
            }
            return put(member, value);
        }

        /** Makes the request. */
        public ResponseRequest build() {
            return new ResponseRequest(members);
        }

        private ReasoningOptions reasoning() {
            return members.get("reasoning") instanceof ReasoningOptions options ? options : ReasoningOptions.NONE;
        }

        private static double inRange(String member, double value, double most) {
            if (!(value >= 0 && value <= most)) {
                throw new IllegalArgumentException(member + " must be from 0 to " + most + ", but is " + value);
            }
            return value;
        }

        private Builder put(String member, Object value, Object none) {
            return put(member, value.equals(none) ? null : value);
        }

        private Builder put(String member, @Nullable Object value) {
            if (value == null) {
                members.remove(member);
            } else {
                members.put(member, value);
            }
            return this;
        }
    }
}
