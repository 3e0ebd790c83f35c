package dev.makerai.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps turns in memory. */
final class MemoryHistory implements HistoryStore {
    private final Map<String, List<ConversationTurn>> turns = new HashMap<>();

    @Override
    public synchronized List<ConversationTurn> load(String conversationId) {
        return List.copyOf(turns.getOrDefault(conversationId, List.of()));
    }

    @Override
    public synchronized void append(String conversationId, ConversationTurn turn) {
        turns.computeIfAbsent(conversationId, absent -> new ArrayList<>()).add(turn);
    }

    @Override
    public synchronized void replace(String conversationId, List<ConversationTurn> all) {
        if (all.isEmpty()) {
            turns.remove(conversationId);
        } else {
            turns.put(conversationId, new ArrayList<>(all));
        }
    }
}
