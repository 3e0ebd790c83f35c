package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Reads a request, as a file holds it; members that this version does not model are kept.
     *
     * @throws dev.makerai.errors.DecodeException if it has no model, or a member has not the form that it should have
     */
    public static ResponseRequest of(Json json) {
        return new ResponseRequest(RequestMembers.of(json));
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
        return InputBuilder.items(members.get("input"));
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

    /** The conversation that this goes on with, or null. */
    public @Nullable String conversation() {
        if (members.get("conversation") instanceof Json json) {
            Json id = json.get("id");
            return id == null ? json.string() : id.string();
        }
        return members.get("conversation") instanceof String id ? id : null;
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

    /** How the model is to think, or null. */
    public @Nullable ReasoningOptions reasoning() {
        return members.get("reasoning") instanceof ReasoningOptions options ? options : null;
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
        return isInBackground() && !Boolean.FALSE.equals(store());
    }

    boolean isInBackground() {
        Object background = members.get("background");
        return Boolean.TRUE.equals(background) || background instanceof Json json && Boolean.TRUE.equals(json.bool());
    }

    /** The request as the message of a WebSocket, to which the lane is added; a change of it changes nothing here. */
    Map<String, Object> socketMembers() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "response.create");
        message.putAll(members);
        // A WebSocket knows neither; both are what it does anyway.
        message.remove("stream");
        message.remove("background");
        return message;
    }

    void writeTo(Buffer buffer) {
        Map<String, Object> whole = new LinkedHashMap<>(members);
        // Who waits for a whole answer could not read a stream, and the service refuses its options without one.
        whole.remove("stream");
        whole.remove("stream_options");
        ResponsesWire.CODECS.encode(buffer, whole);
    }

    void writeStreamedTo(Buffer buffer) {
        Map<String, Object> streamed = new LinkedHashMap<>(members);
        streamed.put("stream", true);
        ResponsesWire.CODECS.encode(buffer, streamed);
    }

    /** Writes some of the members. */
    void writeTo(Buffer buffer, Set<String> names) {
        Map<String, Object> some = new LinkedHashMap<>(members);
        some.keySet().retainAll(names);
        ResponsesWire.CODECS.encode(buffer, some);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseRequest request && request.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members; long images are cut, and tools that were set as JSON are left out, since they may hold secrets. */
    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>(members);
        shown.computeIfPresent("tools", (name, tools) -> tools instanceof Json ? "…" : tools);
        return "ResponseRequest" + shown;
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
         * Goes on with a conversation that the service keeps: its items come before the input, and input and output
         * are added to it.
         *
         * @param id the conversation's id, or null for none
         */
        public Builder conversation(@Nullable String id) {
            return put("conversation", id);
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
         * Sets whether to answer at once with a response that is still worked on, to be retrieved later.
         *
         * @param background false by default
         */
        public Builder background(boolean background) {
            return put("background", background);
        }

        /**
         * Sets what the service does when the model's context fills up.
         *
         * @param management nothing if empty
         */
        public Builder contextManagement(List<ContextManagement> management) {
            return put("context_management", management.isEmpty() ? null : List.copyOf(management));
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
         * Limits how often the model uses tools that the service runs, all of them together.
         *
         * @param calls the most; above 0
         */
        public Builder maxToolCalls(long calls) {
            return put("max_tool_calls", RequestLimits.positive("The most calls of tools", calls));
        }

        /**
         * Sets what the answer's text is like.
         *
         * @param text what is null in it is left to the service
         */
        public Builder text(@Nullable TextOptions text) {
            return put("text", TextOptions.NONE.equals(text) ? null : text);
        }

        /**
         * Sets what form the answer's text has.
         *
         * @param format {@link TextFormat#TEXT} by default
         */
        public Builder textFormat(@Nullable TextFormat format) {
            return text(new TextOptions(format, text().verbosity()));
        }

        /**
         * Sets how long the answer is.
         *
         * @param verbosity {@link Verbosity#MEDIUM} by default
         */
        public Builder verbosity(@Nullable Verbosity verbosity) {
            return text(new TextOptions(text().format(), verbosity));
        }

        /**
         * Sets how the model thinks.
         *
         * @param reasoning what is null in it is left to the model
         */
        public Builder reasoning(@Nullable ReasoningOptions reasoning) {
            return put("reasoning", ReasoningOptions.NONE.equals(reasoning) ? null : reasoning);
        }

        /**
         * Sets how much the model thinks.
         *
         * @param effort the model's own measure by default
         */
        public Builder reasoningEffort(@Nullable ReasoningEffort effort) {
            return reasoning(reasoning().withEffort(effort));
        }

        /**
         * Sets how much of its thinking the model tells.
         *
         * @param summary nothing by default
         */
        public Builder reasoningSummary(@Nullable ReasoningSummary summary) {
            return reasoning(reasoning().withSummary(summary));
        }

        /**
         * Limits the answer.
         *
         * @param tokens the most that it may have, those for reasoning included; above 0
         */
        public Builder maxOutputTokens(long tokens) {
            return put("max_output_tokens", RequestLimits.positive("The most output tokens", tokens));
        }

        /**
         * Sets how freely the model picks its words; models that think may refuse it.
         *
         * @param temperature 0 to 2, by default 1
         */
        public Builder temperature(double temperature) {
            return put("temperature", RequestLimits.inRange("temperature", temperature, 2.0));
        }

        /**
         * Limits the words that the model picks from to the likeliest; models that think may refuse it.
         *
         * @param topP the share of the probability that they make up, 0 to 1, by default 1
         */
        public Builder topP(double topP) {
            return put("top_p", RequestLimits.inRange("top_p", topP, 1.0));
        }

        /**
         * Asks for the likeliest words at each place and how likely they were; the response holds them with
         * {@link Include#OUTPUT_TEXT_LOGPROBS}.
         *
         * @param count how many words, 0 to 20
         */
        public Builder topLogprobs(int count) {
            return put("top_logprobs", RequestLimits.inRange("top_logprobs", count, 20));
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
            RequestLimits.checkMetadata(metadata);
            return put(
                    "metadata", metadata.isEmpty() ? null : Collections.unmodifiableMap(new LinkedHashMap<>(metadata)));
        }

        /**
         * Says for whom the request is, so that the service can tell one's users apart where one abuses it.
         *
         * @param identifier at most 128 characters that do not say who it is, such as a hash
         */
        public Builder safetyIdentifier(@Nullable String identifier) {
            RequestLimits.checkSafetyIdentifier(identifier);
            return put("safety_identifier", identifier);
        }

        /**
         * Has what goes in and comes out checked for harm.
         *
         * @param moderation nothing is checked by default
         */
        public Builder moderation(@Nullable ModerationOptions moderation) {
            return put("moderation", moderation);
        }

        /**
         * Makes use of programs of trusted access.
         *
         * @param programs none by default
         */
        public Builder accessPrograms(@Nullable AccessPrograms programs) {
            return put("access_programs", programs);
        }

        /**
         * Sets whether the pieces of a stream come with filler, which hides their lengths from those who see the
         * encrypted traffic. Counts for streams only.
         *
         * @param included true by default; false saves traffic where nobody can listen
         */
        public Builder includeObfuscation(boolean included) {
            return put("stream_options", Map.of("include_obfuscation", included));
        }

        /**
         * Makes the request.
         *
         * @throws IllegalArgumentException if it goes on both from a response and with a conversation
         */
        public ResponseRequest build() {
            if (isSet("conversation") && isSet("previous_response_id")) {
                throw new IllegalArgumentException("A request cannot go on from a previous response and with a"
                        + " conversation: set one of them to null");
            }
            return new ResponseRequest(members);
        }

        private boolean isSet(String member) {
            Object value = members.get(member);
            return value != null && !value.equals(Json.NULL);
        }

        private TextOptions text() {
            refuseExtra("text");
            return members.get("text") instanceof TextOptions text ? text : TextOptions.NONE;
        }

        private ReasoningOptions reasoning() {
            refuseExtra("reasoning");
            return members.get("reasoning") instanceof ReasoningOptions options ? options : ReasoningOptions.NONE;
        }
    }
}
