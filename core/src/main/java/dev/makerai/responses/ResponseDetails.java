package dev.makerai.responses;

import dev.makerai.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What else the service says of a response: the request's members as it understood them, with its defaults, and how it
 * went about the work. Everything is null, or empty, where the service does not say.
 *
 * @param completedAt when it was whole
 * @param background whether it was worked on in the background
 * @param conversation the stored conversation that it belongs to
 * @param previousResponseId the response that it went on from
 * @param instructions how the model was to behave: a text, or a list of items
 * @param maxOutputTokens the most tokens that it might have, those for reasoning included
 * @param maxToolCalls how often the model might use tools that the service runs
 * @param parallelToolCalls whether the model might call several functions at a time
 * @param temperature how freely the model picked its words, 0 to 2
 * @param topP the share of the probability that it picked them from, 0 to 1
 * @param topLogprobs how many likely tokens it was to show at each place, 0 to 20
 * @param truncation what was to happen to an input that is too long: {@code auto} or {@code disabled}
 * @param tools what the model might use
 * @param toolChoice whether it might, had to or must not use tools
 * @param text what form its text was to have
 * @param reasoning how it was to think
 * @param promptCacheKey what requests that begin alike have in common
 * @param promptCacheOptions how the cache was to work
 * @param promptCacheRetention how long the cache was to keep the input; the older form of its options
 * @param promptCacheDiagnostics how much of an earlier response's input was found in the cache, if it was asked for
 * @param inputTransformations what the service left out of the input
 * @param toolUsage what the service's own tools used
 * @param moderation what a filter found in input and output, as it is on the wire
 * @param safetyIdentifier for whom the request was
 * @param user the older form of {@code promptCacheKey} and {@code safetyIdentifier}
 * @param prompt the stored prompt that was used, as it is on the wire
 * @param accessPrograms the programs of the service that the request had a part in, as they are on the wire
 * @param image how pictures in the input were treated, as it is on the wire
 */
public record ResponseDetails(
        @Nullable Instant completedAt,
        @Nullable Boolean background,
        @Nullable Conversation conversation,
        @Nullable String previousResponseId,
        @Nullable Json instructions,
        @Nullable Long maxOutputTokens,
        @Nullable Long maxToolCalls,
        @Nullable Boolean parallelToolCalls,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topLogprobs,
        @Nullable String truncation,
        List<ResponseTool> tools,
        @Nullable ToolChoice toolChoice,
        @Nullable Text text,
        @Nullable Thinking reasoning,
        @Nullable String promptCacheKey,
        @Nullable PromptCache promptCacheOptions,
        @Nullable String promptCacheRetention,
        @Nullable PromptCacheDiagnostics promptCacheDiagnostics,
        List<InputTransformation> inputTransformations,
        @Nullable ToolUsage toolUsage,
        @Nullable Json moderation,
        @Nullable String safetyIdentifier,
        @Nullable String user,
        @Nullable Json prompt,
        @Nullable Json accessPrograms,
        @Nullable Json image) {
    /** Takes lists that are missing, or no lists, as empty. */
    public ResponseDetails {
        tools = tools == null ? List.of() : List.copyOf(tools);
        inputTransformations = inputTransformations == null ? List.of() : List.copyOf(inputTransformations);
    }

    /**
     * A stored conversation.
     *
     * @param id its id
     */
    public record Conversation(String id) {
        /** Needs the id. */
        public Conversation {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * What form a text was to have.
     *
     * @param format plain or JSON, or null
     * @param verbosity how long, or null
     */
    public record Text(
            @Nullable TextFormat format, @Nullable Verbosity verbosity) {}

    /**
     * How a model was to think.
     *
     * @param effort how much, or null
     * @param summary how much of it to tell, or null
     * @param generateSummary the older form of {@code summary}, or null
     * @param mode {@code standard} or {@code pro}, or null
     * @param context which earlier thoughts it saw: {@code auto}, {@code current_turn} or {@code all_turns}; or null
     */
    public record Thinking(
            @Nullable ReasoningEffort effort,
            @Nullable ReasoningSummary summary,
            @Nullable ReasoningSummary generateSummary,
            @Nullable String mode,
            @Nullable String context) {}

    /**
     * How a cache was to work.
     *
     * @param mode who marks the ends of what is kept: {@code implicit}, the service, or {@code explicit}, the request;
     *     or null
     * @param ttl how long it is kept, or null
     * @param comparisonResponseId the response to compare with, or null
     */
    public record PromptCache(
            @Nullable String mode,
            PromptCacheBreakpoint.@Nullable Ttl ttl,
            @Nullable String comparisonResponseId) {}

    /**
     * Something that the service left out of the input.
     *
     * @param type the kind of the item, such as {@code reasoning}; or null
     * @param id the item's id, or null
     * @param action what was done to it, such as {@code removed}; or null
     * @param reason why, such as {@code model_mismatch}; or null
     */
    public record InputTransformation(
            @Nullable String type,
            @Nullable String id,
            @Nullable String action,
            @Nullable String reason) {}
}
