package dev.makerai.history;

import dev.makerai.responses.InputItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said between one question and the next: the question, all that the model did, and the output of each of its
 * calls. A history is made of whole turns, so that a call is never parted from its output.
 *
 * @param at when the turn ended
 * @param items the question and what followed it, in their order; as they may be sent again
 * @param responseId the response of the service that the next turn goes on from, or null where the program keeps the
 *     history
 * @param unsent how many of the last items the service does not know yet; the next request brings them
 */
public record ConversationTurn(
        Instant at, List<InputItem> items, @Nullable String responseId, int unsent) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are fewer items than unsent ones
     */
    public ConversationTurn {
        items = List.copyOf(items);
        if (unsent < 0 || unsent > items.size()) {
            throw new IllegalArgumentException(
                    "Of " + items.size() + " items " + unsent + " cannot be unsent");
        }
    }

    /** The items that the next request brings. */
    public List<InputItem> unsentItems() {
        return items.subList(items.size() - unsent, items.size());
    }
}
