package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all requests to a model have in common.
 *
 * @param <B> the builder itself
 */
abstract class InputBuilder<B extends InputBuilder<B>> {
    /** As they go on the wire. */
    final Map<String, Object> members;

    InputBuilder(Map<String, Object> members) {
        this.members = new LinkedHashMap<>(members);
    }

    abstract B self();

    /**
     * Sets the model.
     *
     * @param model the model's id, such as {@code gpt-6.1-sol}
     */
    public B model(String model) {
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
    public B input(String text) {
        return put("input", Objects.requireNonNull(text, "text"));
    }

    /**
     * Asks with items; they take the place of any input set before.
     *
     * @param items in their order
     */
    public B input(List<? extends InputItem> items) {
        return put("input", List.copyOf(items));
    }

    /**
     * Adds an item behind the input set before.
     *
     * @param item such as a message or the output of a function
     */
    public B addInput(InputItem item) {
        return addInput(List.of(item));
    }

    /**
     * Adds items behind the input set before.
     *
     * @param items such as the output of the last response
     * @throws IllegalArgumentException if the input was set with {@link #extra}
     */
    public B addInput(List<? extends InputItem> items) {
        refuseExtra("input");
        List<InputItem> all = new ArrayList<>(items(members.get("input")));
        all.addAll(items);
        return put("input", List.copyOf(all));
    }

    /**
     * Tells the model how to behave; a following response does not inherit it.
     *
     * @param instructions the text, or null for none
     */
    public B instructions(@Nullable String instructions) {
        return put("instructions", instructions);
    }

    /**
     * Goes on from a response that the service has stored.
     *
     * @param id the {@link Response#id}, or null for a new start
     */
    public B previousResponseId(@Nullable String id) {
        if (id != null && id.isEmpty()) {
            throw new IllegalArgumentException("The previous response has no id, so the service cannot go on from"
                    + " it: send its output items as input instead");
        }
        return put("previous_response_id", id);
    }

    /**
     * Says which requests begin alike, so that the service finds the beginning in its cache.
     *
     * @param key the same for all of them
     */
    public B promptCacheKey(@Nullable String key) {
        return put("prompt_cache_key", key);
    }

    /**
     * Sets what the service keeps in its cache, and how long.
     *
     * @param options the model's own by default
     */
    public B promptCacheOptions(@Nullable PromptCacheOptions options) {
        return put("prompt_cache_options", options == null || options.isEmpty() ? null : options);
    }

    /**
     * Sets how fast, and at which price, the request is worked on.
     *
     * @param tier {@link ServiceTier#AUTO} by default
     */
    public B serviceTier(@Nullable ServiceTier tier) {
        return put("service_tier", tier);
    }

    /**
     * Sets whether the service may shrink the pictures that it keeps in the model's context.
     *
     * @param options {@link ImageOptions#AUTO} by default
     */
    public B image(@Nullable ImageOptions options) {
        return put("image", options);
    }

    /**
     * Sets a member that this version does not model, or in another form than it does.
     *
     * @param member the name on the wire, such as {@code truncation}
     * @param value the exact value; null takes the member out
     */
    public B extra(String member, @Nullable Json value) {
        if (member.equals("model")) {
            throw new IllegalArgumentException("The model is set by model(String)");
        }
        return put(member, value);
    }

    /** What was set as JSON cannot be added to, and must not be lost without a word. */
    void refuseExtra(String member) {
        if (members.get(member) instanceof Json) {
            throw new IllegalArgumentException(
                    "The member " + member + " was set with extra, so nothing can be added to"
                            + " it: set all of it there, or take it out with extra(\"" + member + "\", null)");
        }
    }

    B put(String member, @Nullable Object value) {
        if (value == null) {
            members.remove(member);
        } else {
            members.put(member, value);
        }
        return self();
    }

    /** The input as items: a text is one message of the user. */
    @SuppressWarnings("unchecked") // Only the builder puts a list there, and it holds items.
    static List<InputItem> items(@Nullable Object input) {
        if (input instanceof String text) {
            return List.of(InputMessage.user(text));
        }
        return input instanceof List<?> items ? (List<InputItem>) items : List.of();
    }
}
