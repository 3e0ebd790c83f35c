package dev.makerai.run;

import dev.makerai.http.Cancellation;
import dev.makerai.internal.naming.Shown;
import dev.makerai.responses.FunctionCall;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tool calls of the responses of one run: those of a response many at a time, each within its time, and keeps
 * their order. Every call gets a result, whatever happens, unless somebody is to decide about it later.
 */
final class ToolCalls {
    /** Bounds what one model can set going at the same time; the rest waits for a place. */
    private static final int AT_A_TIME = 32;

    private static final Signal WAKE_UP = new Signal(null, null);
    private static final Cancellation.Registration NOTHING = () -> {};

    private final LoopSettings settings;
    private final CallPreparation preparation;
    private final RunState state;
    private final @Nullable Journal journal;
    private final Patience patience;
    private final boolean live;
    private final Consumer<RunEvent> here;
    private final Thread thread = Thread.currentThread();

    private final Queue<RunEvent> events = new ArrayDeque<>();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final List<RunningCall> waiting = new ArrayList<>();
    private final List<RunningCall> running = new ArrayList<>();
    private final Map<String, ToolCall> ended = new HashMap<>();
    private List<FunctionCall> calls = List.of();
    /** Those that the model waits for. */
    private final Set<String> needed = new HashSet<>();

    private List<PendingCall> pending = List.of();
    private @Nullable RunningCall only;
    private Cancellation.Registration stop = NOTHING;

    /** Something that a tool's thread says to that of the run: a call has ended, or is further. */
    private record Signal(
            @Nullable RunningCall ended, @Nullable RunningCall further) {}

    /**
     * @param live whether no tool may run on this thread
     * @param here takes events of a tool that does
     */
    ToolCalls(
            LoopSettings settings,
            RunState state,
            @Nullable Journal journal,
            Patience patience,
            boolean live,
            Consumer<RunEvent> here) {
        this.settings = settings;
        this.preparation = new CallPreparation(settings, state, journal, patience);
        this.state = state;
        this.journal = journal;
        this.patience = patience;
        this.live = live;
        this.here = here;
    }

    /**
     * Makes them ready, for which somebody may have to decide about them. If the run's time ends, it is cancelled, or
     * this thread is interrupted, the calls that have not ended come to {@link ToolResult.Kind#INTERRUPTED}.
     *
     * @param asked as the model asked for them; of several with the same call id only the first is run, and the others
     *     come to {@link ToolResult.Kind#DUPLICATE_CALL}. Those that have ended already are not run again
     */
    void begin(List<FunctionCall> asked) {
        beginNone();
        calls = state.asked(asked);
        if (calls.isEmpty()) {
            return;
        }
        for (FunctionCall call : asked) {
            if (!CallItems.isAsync(call)) {
                needed.add(call.callId());
            }
        }
        Set<String> seen = new HashSet<>();
        List<PendingCall> undecided = new ArrayList<>();
        for (FunctionCall call : calls) {
            if (seen.add(call.callId())) {
                ToolCall before = state.ended.get(call.callId());
                if (before != null) {
                    ended.put(call.callId(), before);
                } else if (isUnderWay(call.callId())) {
                    // It began in an earlier round, and goes on.
                    continue;
                } else {
                    begin(call, undecided);
                }
            }
        }
        pending = List.copyOf(undecided);
        if (waiting.size() == 1
                && running.isEmpty()
                && needed.contains(waiting.get(0).id())
                && !live
                && preparation.mayRunHere(waiting.get(0).name())) {
            only = waiting.remove(0);
            events.add(started(only));
        } else if (!waiting.isEmpty()) {
            stop.close();
            stop = patience.onCancel(() -> signals.add(WAKE_UP));
        }
    }

    /** Begins a round in which nothing is to be carried out, nor waited for. */
    void beginNone() {
        calls = List.of();
        pending = List.of();
        needed.clear();
        ended.clear();
    }

    private boolean isUnderWay(String callId) {
        return Stream.concat(waiting.stream(), running.stream())
                .anyMatch(call -> call.id().equals(callId));
    }

    private void begin(FunctionCall call, List<PendingCall> undecided) {
        CallPreparation.Prepared prepared = preparation.prepare(call, events);
        if (prepared.pending() != null) {
            undecided.add(prepared.pending());
        } else if (prepared.work() != null) {
            waiting.add(
                    new RunningCall(call, prepared.work(), prepared.device(), prepared.timeout(), new ToThisThread()));
        } else if (prepared.refusal() != null) {
            take(new ToolCall(call.callId(), call.name(), call.arguments(), prepared.refusal(), Duration.ZERO));
        }
    }

    /**
     * Waits until something happens.
     *
     * @return null when all calls have their results that the model waits for; if it waits for none, and there is none,
     *     the first of the others
     */
    @Nullable
    RunEvent next() {
        RunEvent ready = events.poll();
        if (ready != null) {
            return ready;
        }
        if (only != null) {
            RunningCall call = only;
            only = null;
            runHere(call);
            return events.poll();
        }
        try {
            if (!calls.isEmpty() && !patience.isOver()) {
                start();
                collect();
            }
            while (events.isEmpty() && !isRoundDone()) {
                if (patience.isOver()) {
                    giveUpAll();
                } else {
                    start();
                    if (events.isEmpty()) {
                        await(Long.MAX_VALUE);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUpAll();
        }
        if (waiting.isEmpty() && running.isEmpty()) {
            stopListening();
        }
        return events.poll();
    }

    private boolean isRoundDone() {
        if (calls.isEmpty() || (waiting.isEmpty() && running.isEmpty())) {
            return true;
        }
        if (!pending.isEmpty()) {
            // The run ends here, so nothing may be under way.
            return false;
        }
        return needed.isEmpty() ? !ended.isEmpty() : needed.stream().noneMatch(this::isUnderWay);
    }

    /** Takes what has come in the meantime. */
    private void collect() throws InterruptedException {
        do {
            await(0);
        } while (!signals.isEmpty());
    }

    private void stopListening() {
        stop.close();
        stop = NOTHING;
        signals.clear();
    }

    private void runHere(RunningCall call) {
        try (Cancellation.Registration cancel = patience.onCancel(call::stop)) {
            if (patience.isOver()) {
                call.giveUp();
            } else {
                call.runHere();
            }
        }
        call.rethrow();
        take(call.toolCall());
    }

    private void giveUpAll() {
        for (RunningCall call : running) {
            call.giveUp();
            take(call.toolCall());
        }
        for (RunningCall call : waiting) {
            call.giveUp();
            take(call.toolCall());
        }
        running.clear();
        waiting.clear();
    }

    private void start() {
        while (!waiting.isEmpty() && running.size() < AT_A_TIME) {
            RunningCall next = waiting.get(0);
            try {
                next.start(settings.carrier);
            } catch (RejectedExecutionException e) {
                if (running.isEmpty()) {
                    // All threads are in use, perhaps by tools that wait for this very run: here is one more.
                    waiting.remove(0);
                    here.accept(started(next));
                    runHere(next);
                }
                // Else a place will be free when one of them ends.
                return;
            }
            waiting.remove(0);
            running.add(next);
            events.add(started(next));
        }
    }

    /**
     * Waits for the next call to finish, at the longest until one is late or the run's time is over.
     *
     * @param most how long at most, in nanoseconds
     */
    private void await(long most) throws InterruptedException {
        long nanos = most;
        for (RunningCall call : running) {
            nanos = Math.min(nanos, call.nanosLeft());
        }
        Signal signal = signals.poll(Math.max(0, Math.min(nanos, patience.nanosLeft())), TimeUnit.NANOSECONDS);
        RunningCall further = signal == null ? null : signal.further();
        RunEvent progress = further == null ? null : further.takeProgress();
        if (progress != null && running.contains(further)) {
            events.add(progress);
        }
        RunningCall finished = signal == null ? null : signal.ended();
        // One that was stopped for being late may still finish: nobody waits for it any more.
        if (finished != null && running.remove(finished)) {
            finished.rethrow();
            take(finished.toolCall());
        }
        for (RunningCall call : List.copyOf(running)) {
            if (call.nanosLeft() <= 0 && call.giveUpLate()) {
                running.remove(call);
                take(call.toolCall());
            }
        }
    }

    private void take(ToolCall call) {
        ended.put(call.id(), call);
        state.end(call);
        if (journal != null) {
            journal.ended(call);
        }
        events.add(new RunEvent.ToolFinished(call));
    }

    private static RunEvent started(RunningCall call) {
        return new RunEvent.ToolStarted(call.id(), call.name(), call.arguments());
    }

    /** Stops what still runs, since nobody waits for it any more; nothing is left to stop after a normal end. */
    void stop() {
        running.forEach(RunningCall::stop);
        running.clear();
        waiting.clear();
        stopListening();
    }

    /** The calls that somebody is to decide about later, in their order. */
    List<PendingCall> pending() {
        return pending;
    }

    /** What came of each call, in the order of the response; those that wait for a decision are missing. */
    List<ToolCall> results() {
        return calls.isEmpty() ? List.of() : inOrder(calls, ended);
    }

    /** What came of each call, in the order of the calls. */
    static List<ToolCall> inOrder(List<FunctionCall> calls, Map<String, ToolCall> ended) {
        Set<String> seen = new HashSet<>();
        List<ToolCall> all = new ArrayList<>();
        for (FunctionCall call : calls) {
            ToolCall first = ended.get(call.callId());
            if (!seen.add(call.callId())) {
                all.add(duplicate(call));
            } else if (first != null) {
                all.add(first);
            }
        }
        return all;
    }

    static boolean isDuplicate(ToolCall call) {
        return call.result() instanceof ToolResult.Failure failure && failure.kind() == ToolResult.Kind.DUPLICATE_CALL;
    }

    private static ToolCall duplicate(FunctionCall call) {
        ToolResult.Failure failure = new ToolResult.Failure(
                ToolResult.Kind.DUPLICATE_CALL,
                "Not run, since another call before it has the id " + Shown.quoted(call.callId()) + " too.",
                null);
        return new ToolCall(call.callId(), call.name(), call.arguments(), failure, Duration.ZERO);
    }

    /** Hears of the calls on their threads. */
    private final class ToThisThread implements RunningCall.Observer {
        @Override
        public void ended(RunningCall call) {
            try {
                // At once, so that a crash of the program before anybody looks does not lose what was done.
                if (journal != null && call.hasOutcome()) {
                    journal.ended(call.toolCall());
                }
            } catch (RuntimeException e) {
                call.fail(e);
            } finally {
                signals.add(new Signal(call, null));
            }
        }

        @Override
        public void further(RunningCall call) {
            if (Thread.currentThread() != thread) {
                signals.add(new Signal(null, call));
                return;
            }
            RunEvent progress = call.takeProgress();
            if (progress != null) {
                here.accept(progress);
            }
        }
    }
}
