package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.IncompleteDetails;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseFailedException;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStatus;
import dev.makerai.responses.Responses;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run as a machine that goes from event to event on the thread of whoever asks for the next one. All views of a run
 * are ways to drive it. To be closed in the end, which stops whatever is under way.
 */
final class RunEngine<T> implements AutoCloseable {
    private final Responses responses;
    private final LoopSettings settings;
    private final RoundAnswer.Form form;
    private final Function<Response, T> reader;
    private final RunState state;
    private final @Nullable Journal journal;
    private final Patience patience;
    private final ToolCalls toolCalls;
    private final RepeatedCalls repeated;
    private final int roundsBefore;

    private Stage stage = Stage.NEXT_ROUND;
    private @Nullable RoundAnswer answer;
    private @Nullable RunEnd end;
    private @Nullable T value;
    private @Nullable RunFrame frame;
    private final @Nullable BudgetGuard budget;

    /** The request of the round under way as it is sent: the output of the next one may be bounded more narrowly. */
    private ResponseRequest sent;

    private long sentNanos;
    private boolean hasToldAnything;
    private boolean hasListenerFailed;

    private enum Stage {
        /** The next request is known. */
        NEXT_ROUND,
        /** The request is under way. */
        ANSWERING,
        /** The response is there. */
        ANSWERED,
        /** Its calls are carried out. */
        CALLING,
        /** How the run ends is known. */
        ENDING,
        /** That was told. */
        ENDED
    }

    /**
     * @param form how to ask
     * @param reader makes a value of the last response
     * @param live whether events of tools have to come while a tool runs, so that none may run on this thread
     * @param state where to begin
     * @param journal where to note what happens, or null
     */
    RunEngine(
            Responses responses,
            LoopSettings settings,
            RoundAnswer.Form form,
            Function<Response, T> reader,
            boolean live,
            RunState state,
            @Nullable Journal journal) {
        this.responses = responses;
        this.settings = settings;
        this.form = form;
        this.reader = reader;
        this.state = state;
        this.journal = journal;
        this.frame = settings.frame;
        this.budget = settings.budget == null ? null : new BudgetGuard(settings.budget, settings.prices());
        this.sent = state.request;
        this.patience = new Patience(settings.deadline, settings.cancellation);
        this.repeated = new RepeatedCalls(settings.maxRepeats);
        this.roundsBefore = state.steps.size();
        this.toolCalls = new ToolCalls(settings, state, journal, patience, live, this::tell);
        if (state.open != null) {
            stage = Stage.ANSWERED;
        }
    }

    /**
     * Goes on to the next event.
     *
     * @return null when the run is over
     */
    @Nullable
    RunEvent next() {
        RunEvent event = advance();
        if (event != null) {
            tell(event);
            if (event instanceof RunEvent.Ended) {
                leaveFrame();
            }
        }
        return event;
    }

    /** Whoever listens hears of the end of each run, also of one that its caller gave up. */
    private void leave(boolean isEndTold) {
        try {
            if (hasToldAnything && !isEndTold && !hasListenerFailed) {
                tell(new RunEvent.Ended(run().end()));
            }
        } finally {
            leaveFrame();
        }
    }

    private void leaveFrame() {
        RunFrame left = frame;
        if (left != null) {
            frame = null;
            left.end(run());
        }
    }

    private void tell(RunEvent event) {
        if (settings.listener != null) {
            // One that throws has ended the run, and is told nothing more of it.
            hasToldAnything = true;
            hasListenerFailed = true;
            settings.listener.on(state.id, event);
            hasListenerFailed = false;
        }
    }

    private @Nullable RunEvent advance() {
        while (true) {
            switch (stage) {
                case NEXT_ROUND -> {
                    if (isWithinBudget()) {
                        stage = Stage.ANSWERING;
                        return new RunEvent.RoundStarted(round(), sent);
                    }
                }
                case ANSWERING -> {
                    RunEvent event = answer();
                    if (event != null) {
                        return event;
                    }
                }
                case ANSWERED -> beginCalls();
                case CALLING -> {
                    RunEvent event = toolCalls.next();
                    return event == null ? finishRound() : event;
                }
                case ENDING -> {
                    stage = Stage.ENDED;
                    return new RunEvent.Ended(end());
                }
                case ENDED -> {
                    return null;
                }
            }
        }
    }

    private boolean isWithinBudget() {
        sent = state.request;
        if (budget == null) {
            return true;
        }
        BudgetGuard.Verdict verdict = budget.check(state.request, state.steps);
        sent = verdict.request();
        if (verdict.end() != null) {
            end(verdict.end());
        }
        return verdict.end() == null;
    }

    private int round() {
        return state.steps.size() + 1;
    }

    private @Nullable RunEvent answer() {
        try {
            if (answer == null) {
                sentNanos = System.nanoTime();
                answer = form.ask(responses, sent, patience);
            }
            RunEvent event = answer.next();
            if (event != null) {
                return event;
            }
        } catch (MakerAiException e) {
            fail(e);
            return null;
        }
        Response response = answer.response();
        answer.close();
        answer = null;
        state.open = response;
        state.answerTime = answerTime();
        if (journal != null) {
            journal.responded(state);
        }
        stage = Stage.ANSWERED;
        return null;
    }

    private Duration answerTime() {
        return Duration.ofNanos(System.nanoTime() - sentNanos);
    }

    private void beginCalls() {
        Response response = open();
        List<FunctionCall> calls = List.of();
        if (state.closing == null) {
            try {
                calls = CallItems.executable(response);
            } catch (DecodeException e) {
                Step step = new Step(round(), sent, response, List.of(), state.answerTime);
                state.steps.add(step);
                note(step);
                end(new RunEnd.Failed(e));
                return;
            }
        }
        stage = Stage.CALLING;
        if (state.closing == null && CallItems.isWhole(response)) {
            toolCalls.begin(calls);
        } else {
            toolCalls.beginNone();
        }
    }

    private RunEvent finishRound() {
        Response response = open();
        List<ToolCall> calls = toolCalls.results();
        List<PendingCall> pending = toolCalls.pending();
        Step step = new Step(round(), sent, response, calls, state.answerTime);
        state.steps.add(step);
        note(step);
        boolean isDone =
                calls.isEmpty() && pending.isEmpty() && !response.status().isUnderWay();
        RunEnd stopped = isDone ? null : stopped();
        if (stopped != null) {
            end(stopped);
        } else if (!pending.isEmpty()) {
            state.pending = pending;
            end(new RunEnd.AwaitingApproval(pending));
        } else if (calls.isEmpty()) {
            end(endOf(response));
        } else {
            RunEnd.LimitReached limit = limit(step.round() - roundsBefore, repeated.add(calls));
            if (journal != null && state.hasAsyncCalls()) {
                journal.closed(calls, limit);
            }
            state.close(calls, limit);
            stage = Stage.NEXT_ROUND;
        }
        return new RunEvent.RoundFinished(step);
    }

    private void note(Step step) {
        if (settings.ledger != null) {
            settings.ledger.add(StepCost.entry(state.id, step, settings.prices()));
        }
    }

    private Response open() {
        if (state.open == null) {
            throw new IllegalStateException("There is no response");
        }
        return state.open;
    }

    private void fail(MakerAiException problem) {
        Response soFar = answer == null ? null : answer.soFar();
        if (soFar != null) {
            Step step = new Step(round(), sent, soFar, List.of(), answerTime());
            if (journal != null) {
                journal.brokeOff(soFar, answerTime());
            }
            state.steps.add(step);
            note(step);
        }
        RunEnd stopped = stopped();
        end(stopped == null ? new RunEnd.Failed(problem) : stopped);
    }

    private void end(RunEnd how) {
        end = how;
        stage = Stage.ENDING;
        state.lastEnd = RunRecords.kind(how);
        if (journal != null) {
            journal.ended(state);
        }
    }

    private RunEnd end() {
        if (end == null) {
            throw new IllegalStateException("The run has not ended");
        }
        return end;
    }

    /** Why the run may not go on, or null. */
    private @Nullable RunEnd stopped() {
        if (Thread.currentThread().isInterrupted() || patience.isCancelled()) {
            return new RunEnd.Cancelled();
        }
        return patience.isLate()
                ? new RunEnd.LimitReached(
                        Limit.DEADLINE,
                        "The time for the whole run, " + settings.deadline
                                + ", is over. Allow more with deadline, or ask for less.")
                : null;
    }

    private RunEnd.@Nullable LimitReached limit(int rounds, boolean isRepeated) {
        if (rounds == settings.maxRounds) {
            return new RunEnd.LimitReached(
                    Limit.ROUNDS,
                    "The model still asked for tools after " + rounds + " rounds. Allow more with maxRounds, or look"
                            + " at run().explain() for a call that repeats itself.");
        }
        return isRepeated
                ? new RunEnd.LimitReached(
                        Limit.REPEATED_CALLS,
                        "The model made the same call " + settings.maxRepeats + " times, always with the same outcome."
                                + " Look at run().explain(), and let the tool say what to do instead, or allow more"
                                + " with maxRepeats.")
                : null;
    }

    private RunEnd endOf(Response last) {
        if (last.status().equals(ResponseStatus.INCOMPLETE)) {
            IncompleteDetails details = last.incompleteDetails();
            String reason = details == null ? null : details.reason();
            Long most = sent.maxOutputTokens();
            if (budget != null && most != null && !most.equals(state.request.maxOutputTokens())) {
                return budget.cutOff(most);
            }
            return new RunEnd.Incomplete(reason == null ? "the service does not say why" : reason);
        }
        if (!CallItems.isWhole(last) || last.error() != null) {
            return new RunEnd.Failed(ResponseFailedException.of(last));
        }
        if (state.closing != null) {
            return state.closing;
        }
        DecodeException wordless = Wordless.problem(last);
        if (wordless != null) {
            return new RunEnd.Failed(wordless);
        }
        String refusal = last.refusal();
        if (refusal != null) {
            return new RunEnd.Refused(refusal);
        }
        try {
            value = reader.apply(last);
            return new RunEnd.Completed();
        } catch (MakerAiException e) {
            return new RunEnd.Failed(e);
        }
    }

    /** The request of the next round, if that is known and not sent yet; else null. */
    @Nullable
    ResponseRequest nextRequest() {
        return stage == Stage.NEXT_ROUND ? state.request : null;
    }

    /** Takes another request for the next round. */
    void nextRequest(ResponseRequest request) {
        state.request = request;
    }

    /** The run as it ended; cancelled if it was closed before. */
    Run<T> run() {
        return new Run<>(state, end == null ? new RunEnd.Cancelled() : end, value, settings.prices);
    }

    @Override
    public void close() {
        boolean isEndTold = stage == Stage.ENDED;
        stage = Stage.ENDED;
        try {
            if (answer != null) {
                answer.close();
            }
            toolCalls.stop();
        } finally {
            try {
                if (journal != null) {
                    journal.close();
                }
            } finally {
                leave(isEndTold);
            }
        }
    }
}
