package dev.makerai;

import dev.makerai.cost.TokenEstimate;
import dev.makerai.errors.ApiException;
import dev.makerai.history.ConversationTurn;
import dev.makerai.history.HistoryCheck;
import dev.makerai.history.HistoryMode;
import dev.makerai.history.HistoryProblem;
import dev.makerai.history.HistoryStore;
import dev.makerai.responses.CompactRequest;
import dev.makerai.responses.CompactedResponse;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Usage;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The turns of one conversation: what a request says of them, and what a run adds to them. Thread-safe. */
final class ConversationHistory {
    private static final String FORGOTTEN = "previous_response_not_found";

    private final MakerAi ai;
    private final HistoryMode mode;
    private final HistoryStore store;
    private final String id;
    private final int maxTurns;
    private final long maxTokens;
    private final long compactAfter;
    private final UnaryOperator<Prompt> settings;
    private final List<ConversationTurn> turns = new ArrayList<>();
    private final List<HistoryProblem> problems = new ArrayList<>();

    /** The question that is being answered; null between turns. */
    private @Nullable List<InputItem> question;

    /** The conversation object of the service, once there is one. */
    private @Nullable String conversationId;

    /** Whether the service has said that it does not know the last response any more. */
    private boolean isForgotten;

    /** Whether the store does not have all that is here, since it failed. */
    private boolean isStoreBehind;

    ConversationHistory(Conversation.Builder builder) {
        this.ai = builder.ai;
        this.mode = builder.mode;
        this.store = builder.store;
        this.id = builder.id;
        this.maxTurns = builder.maxTurns;
        this.maxTokens = builder.maxTokens;
        this.compactAfter = builder.compactAfter;
        this.settings = builder.settings;
        for (ConversationTurn turn : store.load(id)) {
            HistoryCheck check = HistoryCheck.ofStored(turn.items());
            problems.addAll(check.problems());
            turns.add(check.isValid() ? turn : TurnItems.repaired(turn, check.repaired()));
        }
        ConversationTurn last = last();
        conversationId = mode == HistoryMode.CONVERSATION && last != null ? last.conversationId() : null;
    }

    synchronized List<ConversationTurn> turns() {
        return List.copyOf(turns);
    }

    synchronized List<HistoryProblem> problems() {
        return List.copyOf(problems);
    }

    private @Nullable ConversationTurn last() {
        return turns.isEmpty() ? null : turns.get(turns.size() - 1);
    }

    /** Begins a turn. */
    synchronized ResponseRequest begin(ResponseRequest request) {
        requireIdle();
        if (mode != HistoryMode.CONVERSATION && turns.size() > 1 && tokens(turns) > compactAfter) {
            compact();
        }
        List<InputItem> asked = List.copyOf(request.input());
        ResponseRequest.Builder next = request.toBuilder();
        switch (mode) {
            case PREVIOUS_RESPONSE -> goOnFromResponse(next, asked);
            case CONVERSATION -> goOnInConversation(next, asked);
            case LOCAL -> next.store(false).previousResponseId(null).input(withHistory(lastTurns(), asked));
        }
        ResponseRequest framed = next.build();
        question = asked;
        return framed;
    }

    private void goOnFromResponse(ResponseRequest.Builder next, List<InputItem> asked) {
        ConversationTurn last = last();
        String responseId = last == null || isForgotten ? null : last.responseId();
        next.previousResponseId(responseId);
        next.input(
                responseId == null || last == null
                        ? withHistory(turns, asked)
                        : TurnItems.joined(last.unsentItems(), asked));
    }

    private void goOnInConversation(ResponseRequest.Builder next, List<InputItem> asked) {
        ConversationTurn last = last();
        if (conversationId == null) {
            conversationId = ai.conversations().create().id();
            next.input(withHistory(turns, asked));
        } else {
            boolean isIn = last != null && conversationId.equals(last.conversationId());
            next.input(isIn && last != null ? TurnItems.joined(last.unsentItems(), asked) : withHistory(turns, asked));
        }
        next.previousResponseId(null).conversation(conversationId);
    }

    private static List<InputItem> withHistory(List<ConversationTurn> turns, List<InputItem> asked) {
        List<InputItem> all = new ArrayList<>();
        turns.forEach(turn -> all.addAll(turn.items()));
        // Reasoning that was not encrypted means nothing to a service that did not keep it.
        List<InputItem> sendable = new ArrayList<>(HistoryCheck.of(all).repaired());
        sendable.addAll(asked);
        return sendable;
    }

    /** Those of the last turns that may be sent. */
    private List<ConversationTurn> lastTurns() {
        int from = turns.size();
        long tokens = 0;
        while (from > 0 && turns.size() - from < maxTurns) {
            tokens += turns.get(from - 1).tokens();
            if (tokens > maxTokens) {
                break;
            }
            from--;
        }
        return turns.subList(from, turns.size());
    }

    private static long tokens(List<ConversationTurn> turns) {
        return turns.stream().mapToLong(ConversationTurn::tokens).sum();
    }

    /** Goes on with the last turn. */
    synchronized void beginAgain(String runId) {
        requireIdle();
        ConversationTurn last = last();
        if (last == null || !last.runId().equals(runId)) {
            throw new IllegalStateException("The run " + runId
                    + " is not the last turn of this conversation, so it cannot" + " be gone on with: ask anew");
        }
        question = last.items().subList(0, 1);
    }

    private void requireIdle() {
        if (question != null) {
            throw new IllegalStateException("A question of this conversation is still being answered: wait for its end,"
                    + " close its stream, or hold another conversation");
        }
    }

    /** Ends a turn. */
    synchronized void end(@Nullable Run<?> run) {
        List<InputItem> asked = question;
        question = null;
        if (run == null || asked == null) {
            return;
        }
        isForgotten = isForgotten(run);
        Response whole = run.lastWholeResponse();
        if (whole == null) {
            return;
        }
        ConversationTurn turn = turn(run, whole, asked);
        ConversationTurn last = last();
        boolean isResumed = last != null && last.runId().equals(turn.runId());
        if (isResumed) {
            turns.remove(turns.size() - 1);
        }
        turns.add(turn);
        boolean appends = !isResumed && !isStoreBehind;
        isStoreBehind = true;
        if (appends) {
            store.append(id, turn);
        } else {
            store.replace(id, List.copyOf(turns));
        }
        isStoreBehind = false;
    }

    private boolean isForgotten(Run<?> run) {
        return run.end() instanceof RunEnd.Failed failed
                && failed.cause() instanceof ApiException problem
                && FORGOTTEN.equals(problem.code());
    }

    private ConversationTurn turn(Run<?> run, Response whole, List<InputItem> asked) {
        List<InputItem> added = run.newItems();
        List<InputItem> items = TurnItems.joined(asked, added);
        Usage first = run.steps().get(0).response().usage();
        Usage last = whole.usage();
        long tokens = first == null || last == null || first.inputTokens() == 0
                ? TokenEstimate.of(items)
                : TokenEstimate.of(asked) + Math.max(0, last.inputTokens() + last.outputTokens() - first.inputTokens());
        return new ConversationTurn(
                run.id(),
                Instant.now(),
                items,
                TurnItems.outputsAtEnd(added),
                mode == HistoryMode.PREVIOUS_RESPONSE && !whole.id().isEmpty() ? whole.id() : null,
                mode == HistoryMode.CONVERSATION ? conversationId : null,
                tokens);
    }

    /** Has the model shorten all turns to one. */
    synchronized void compact() {
        requireIdle();
        if (mode == HistoryMode.CONVERSATION) {
            throw new IllegalStateException("The service keeps this conversation, so it shortens it too:"
                    + " prompts(prompt -> prompt.request(request -> request.contextManagement(...)))");
        }
        if (turns.isEmpty()) {
            return;
        }
        CompactedResponse compacted = ai.responses()
                .compact(CompactRequest.builder(settings.apply(ai.prompt("")).model())
                        .input(withHistory(turns, List.of()))
                        .build());
        Usage usage = compacted.usage();
        ConversationTurn turn = new ConversationTurn(
                compacted.id(),
                Instant.now(),
                compacted.output(),
                compacted.output().size(),
                null,
                null,
                usage == null ? TokenEstimate.of(compacted.output()) : usage.outputTokens());
        store.replace(id, List.of(turn));
        turns.clear();
        turns.add(turn);
        isStoreBehind = false;
    }

    @Override
    public synchronized String toString() {
        return mode + ", " + turns.size() + (turns.size() == 1 ? " turn" : " turns");
    }
}
