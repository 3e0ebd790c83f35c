package dev.makerai;

import dev.makerai.history.ConversationTurn;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.InputItem;
import java.util.ArrayList;
import java.util.List;

/** The items of turns. */
final class TurnItems {
    private TurnItems() {}

    static List<InputItem> joined(List<InputItem> first, List<InputItem> second) {
        List<InputItem> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** How many outputs of calls stand at the end: the service has not seen them. */
    static int outputsAtEnd(List<InputItem> items) {
        int count = 0;
        while (count < items.size() && items.get(items.size() - 1 - count) instanceof FunctionCallOutput) {
            count++;
        }
        return count;
    }

    /** The same turn with repaired items. */
    static ConversationTurn repaired(ConversationTurn turn, List<InputItem> items) {
        return new ConversationTurn(
                turn.runId(),
                turn.at(),
                items,
                turn.responseId() == null && turn.conversationId() == null ? 0 : outputsAtEnd(items),
                turn.responseId(),
                turn.conversationId(),
                turn.tokens());
    }
}
