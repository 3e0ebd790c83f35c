package dev.makerai.history;

import dev.makerai.responses.InputItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said between one question and the next: the question, all that the model did, and the output of each of its
 * calls. A history is made of whole turns, so that a call is never parted from its output.
 *
 * @param runId the run that it came from; of a conversation that was shortened, the id of what that gave
 * @param at when the turn ended
 * @param items the question and what followed it, in their order; as they may be sent again
 * @param unsent how many of the last items the service does not know yet, if it keeps the history; the next request
 *     brings them
 * @param responseId the response that the next turn goes on from, or null where the service does not keep it
 * @param conversationId the conversation object of the service that the turn is in, or null if it is in none
 * @param tokens about how many tokens the turn adds to each later request
 */
public record ConversationTurn(
        String runId,
        Instant at,
        List<InputItem> items,
        int unsent,
        @Nullable String responseId,
        @Nullable String conversationId,
        long tokens) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are fewer items than unsent ones, or the tokens are negative
     */
    public ConversationTurn {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(at, "at");
        items = List.copyOf(items);
        if (unsent < 0 || unsent > items.size()) {
            throw new IllegalArgumentException("Of " + items.size() + " items " + unsent + " cannot be unsent");
        }
        if (tokens < 0) {
            throw new IllegalArgumentException("A turn cannot have " + tokens + " tokens");
        }
    }

    /** The items that the service does not know yet. */
    public List<InputItem> unsentItems() {
        return items.subList(items.size() - unsent, items.size());
    }
}
