package dev.makerai.history;

import java.nio.file.Path;
import java.util.List;

/**
 * Keeps the turns of conversations, so that they can be gone on with, also by another process.
 *
 * <p>Implementations are thread-safe; one conversation is used by one process at a time.
 */
public interface HistoryStore {
    /**
     * All turns of a conversation in their order; empty if there is none of this id.
     *
     * @param conversationId any name that the program gives
     */
    List<ConversationTurn> load(String conversationId);

    /**
     * Adds a turn; when this returns, it is kept.
     *
     * @param conversationId any name that the program gives
     * @param turn the last one
     */
    void append(String conversationId, ConversationTurn turn);

    /**
     * Puts turns in the place of all that there are, at once or not at all.
     *
     * @param conversationId any name that the program gives
     * @param turns none to forget the conversation
     */
    void replace(String conversationId, List<ConversationTurn> turns);

    /** Keeps them as long as the program runs. */
    static HistoryStore inMemory() {
        return new MemoryHistory();
    }

    /**
     * Keeps each conversation in a file of its own, one line for each turn, on the disk when {@link #append} returns. A
     * line that a crash cut off is left out. The files hold all that was said: whoever may read the folder may read that.
     *
     * @param folder is made when the first turn comes, if need be. Ids of conversations become the names of files, so they
     *     are 1 to 100 of {@code A-Z a-z 0-9 _ - .}, not beginning with a point
     */
    static HistoryStore files(Path folder) {
        return new FileHistory(folder);
    }
}
