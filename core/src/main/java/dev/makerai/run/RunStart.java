package dev.makerai.run;

import dev.makerai.json.Json;
import dev.makerai.responses.ResponseRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins: afresh, or where an earlier one was left.
 *
 * @param state where to begin
 * @param journal where to note what happens, or null
 */
record RunStart(RunState state, @Nullable Journal journal) {
    /**
     * Finds it.
     *
     * @param request the first request, or the next one of a run that is resumed
     * @throws JournalException if the journal cannot be used
     */
    static RunStart of(LoopSettings settings, ResponseRequest request) {
        SavedRun saved = settings.saved;
        if (settings.journal == null) {
            RunState state = saved == null ? new RunState(runId(), request) : saved.state();
            state.takeUp();
            state.goOnWith(request);
            return new RunStart(state, null);
        }
        Journal journal = Journal.open(settings.journal);
        try {
            RunState found = journal.read();
            if (found == null) {
                return new RunStart(begun(saved, request, journal), journal);
            }
            if (saved == null && !RunRecords.written(found.first).equals(RunRecords.written(request))) {
                throw new JournalException(
                        "The journal " + journal.file() + " holds another run, " + found.id
                                + ", which began with another request. Use one file for each run, or go on with that"
                                + " one: ai.resume(SavedRun.read(file)).journal(file)",
                        null);
            }
            if (saved != null && !isSame(found, saved)) {
                throw new JournalException(
                        "The journal " + journal.file() + " holds the run " + found.id + " in another state than the"
                                + " saved run " + saved.runId() + ". Read it again with SavedRun.read(file)",
                        null);
            }
            return resumed(found, saved != null, request, journal);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static RunState begun(@Nullable SavedRun saved, ResponseRequest request, Journal journal) {
        if (saved != null) {
            RunState state = saved.state();
            new SavedRunWriter(journal::write).write(state);
            return resumed(state, true, request, journal).state();
        }
        RunState state = new RunState(runId(), request);
        journal.write(RunRecords.run(state.id, request));
        return state;
    }

    private static RunStart resumed(RunState state, boolean isChosen, ResponseRequest request, Journal journal) {
        boolean isAnswered = state.isAnswered();
        state.takeUp();
        if (isAnswered) {
            // Nothing more will happen.
            journal.close();
            return new RunStart(state, null);
        }
        journal.write(RunRecords.resumed());
        Json next = RunRecords.written(state.request);
        state.goOnWith(
                isChosen
                        ? request
                        : state.request.toBuilder().tools(request.tools()).build());
        if (!next.equals(RunRecords.written(state.request))) {
            journal.write(RunRecords.next(state.request));
        }
        return new RunStart(state, journal);
    }

    private static boolean isSame(RunState found, SavedRun saved) {
        return found.id.equals(saved.runId())
                && new SavedRun(found).request().equals(saved.request())
                && found.ended.keySet().equals(saved.state().ended.keySet());
    }

    /** A random id; it need not be secret, so the quick generator does. */
    private static String runId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "run_"
                + new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
    }
}
