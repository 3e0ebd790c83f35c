package dev.makerai;

import dev.makerai.history.ConversationTurn;
import dev.makerai.history.HistoryMode;
import dev.makerai.history.HistoryProblem;
import dev.makerai.history.HistoryStore;
import dev.makerai.run.RunException;
import dev.makerai.run.SavedRun;
import dev.makerai.schema.Partial;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Questions that follow each other: the model sees what was said before.
 *
 * <pre>{@code
 * Conversation chat = ai.conversation();
 * chat.ask("PLA or PETG for a planter?");
 * chat.ask("And outdoors?");
 * }</pre>
 *
 * <p>Each question with all that follows it is a turn: the run with its tool calls, each with its output. A turn is in the
 * history as a whole or not at all: a run that failed before any tool was run leaves it as it was, so that the question
 * can be asked again; one that ended later is in it with what it did.
 *
 * <p>One turn at a time: a second question while one is being answered throws {@link IllegalStateException}. Otherwise
 * thread-safe.
 */
public final class Conversation {
    private final MakerAi ai;
    private final UnaryOperator<Prompt> settings;
    private final ConversationHistory history;

    private Conversation(Builder builder) {
        this.ai = builder.ai;
        this.settings = builder.settings;
        this.history = new ConversationHistory(builder);
    }

    static Conversation of(MakerAi ai, Consumer<Builder> change) {
        Builder builder = new Builder(ai);
        change.accept(builder);
        return new Conversation(builder);
    }

    /**
     * Asks a question.
     *
     * @return the answer's text
     * @throws RunException if there is no answer: the request failed, the model declined, or the answer was cut off
     * @throws IllegalStateException if another question is being answered
     */
    public String ask(String question) {
        return prompt(question).run().value();
    }

    /**
     * Asks a question whose answer is a value of a Java type.
     *
     * @param type a record, or any other type that {@link dev.makerai.schema.Schema} supports
     * @throws RunException if there is no answer: the request failed, the model declined, the answer was cut off or
     *     does not fit the type
     * @throws IllegalArgumentException if the type has no strict schema; the message says why and what to do
     * @throws IllegalStateException if another question is being answered
     */
    public <T> T ask(String question, Class<T> type) {
        return prompt(question).run(type).value();
    }

    /**
     * Asks a question and hands on the answer while the model writes it.
     *
     * @param onText takes each piece, on this thread; what it throws reaches the caller
     * @return the whole answer
     * @throws RunException if there is no whole answer: the request failed, the model declined, or it was cut off
     * @throws IllegalStateException if another question is being answered
     */
    public String stream(String question, Consumer<? super String> onText) {
        return prompt(question).stream(onText).value();
    }

    /**
     * Asks a question whose answer is a value of a Java type, and hands on what is known of it while the model writes
     * it.
     *
     * @param type a record, or any other type that {@link dev.makerai.schema.Schema} supports
     * @param onPartial takes each partial, on this thread; the last one holds the whole value
     * @return the whole value
     * @throws RunException if there is no answer: the request failed, the model declined, the answer was cut off or
     *     does not fit the type
     * @throws IllegalArgumentException if the type has no strict schema; the message says why and what to do
     * @throws IllegalStateException if another question is being answered
     */
    public <T> T stream(String question, Class<T> type, Consumer<? super Partial<T>> onPartial) {
        return prompt(question).stream(type, onPartial).value();
    }

    /**
     * Begins a question that needs more, such as an image. Each run of it is a turn of the conversation; it begins when it
     * is run and ends with it, in the views {@code stream()} and {@code steps()} with their last event or when they are
     * closed.
     */
    public Prompt prompt(String question) {
        return settings.apply(ai.prompt(question)).frame(new TurnFrame(history, null));
    }

    /**
     * Goes on with the last turn, whose run was saved, for instance after an approval: what comes of it takes the turn's
     * place.
     *
     * @param saved the run of the last turn
     * @throws IllegalStateException by what runs it, if other turns came after it
     */
    public Prompt resume(SavedRun saved) {
        return settings.apply(ai.resume(saved)).frame(new TurnFrame(history, saved));
    }

    /** The turns that are known here, in their order. */
    public List<ConversationTurn> turns() {
        return history.turns();
    }

    /** What was wrong with the history as it was kept, and was repaired when it was loaded; mostly empty. */
    public List<HistoryProblem> problems() {
        return history.problems();
    }

    /**
     * Has the model shorten what was said so far, so that later questions cost less: all turns become one. What was asked
     * for stays; reasoning, calls and their outputs become an encrypted summary.
     *
     * @throws IllegalStateException if the service keeps the conversation ({@link HistoryMode#CONVERSATION}), or a question
     *     is being answered
     * @throws dev.makerai.errors.ApiException if the service cannot; the history is then as it was
     */
    public void compact() {
        history.compact();
    }

    /** How the history is kept and how long it is; not what was said. */
    @Override
    public String toString() {
        return "Conversation[" + history + "]";
    }

    /** Says how a conversation is held. */
    public static final class Builder {
        final MakerAi ai;
        UnaryOperator<Prompt> settings = UnaryOperator.identity();
        HistoryMode mode = HistoryMode.PREVIOUS_RESPONSE;
        HistoryStore store = HistoryStore.inMemory();
        String id = "conversation";
        int maxTurns = Integer.MAX_VALUE;
        long maxTokens = Long.MAX_VALUE;
        long compactAfter = Long.MAX_VALUE;

        private Builder(MakerAi ai) {
            this.ai = ai;
        }

        /**
         * What holds for each question: tools, instructions, limits.
         *
         * @param settings is called for each question
         */
        public Builder prompts(UnaryOperator<Prompt> settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** Who keeps what was said; by default the service, for 30 days. */
        public Builder history(HistoryMode mode) {
            this.mode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Keeps the turns where another process finds them, and goes on from those that are there.
         *
         * @param store where
         * @param id a name for this conversation in the store
         */
        public Builder store(HistoryStore store, String id) {
            this.store = Objects.requireNonNull(store, "store");
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sends no more than the last turns, where the program keeps the history ({@link HistoryMode#LOCAL}). All of them
         * stay in the store.
         *
         * @param turns at least 0
         */
        public Builder maxTurns(int turns) {
            if (turns < 0) {
                throw new IllegalArgumentException("maxTurns must be at least 0, but is " + turns);
            }
            this.maxTurns = turns;
            return this;
        }

        /**
         * Sends no more of the last turns than about so many tokens, where the program keeps the history
         * ({@link HistoryMode#LOCAL}); always whole turns. All of them stay in the store.
         *
         * @param tokens above 0; counted by the service where it reports usage, else estimated from the length
         */
        public Builder maxTokens(long tokens) {
            this.maxTokens = positive(tokens, "maxTokens");
            return this;
        }

        /**
         * Shortens the history as {@link Conversation#compact} does before a question, when it has grown beyond so many
         * tokens.
         *
         * @param tokens above 0; counted by the service where it reports usage, else estimated from the length
         */
        public Builder compactAfter(long tokens) {
            this.compactAfter = positive(tokens, "compactAfter");
            return this;
        }

        private static long positive(long tokens, String name) {
            if (tokens < 1) {
                throw new IllegalArgumentException(name + " must be above 0, but is " + tokens);
            }
            return tokens;
        }
    }
}
