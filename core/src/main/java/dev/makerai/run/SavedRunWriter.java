package dev.makerai.run;

import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.tools.Effect;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down a run that has ended, as a journal would have. */
final class SavedRunWriter {
    private final Consumer<Json> out;

    SavedRunWriter(Consumer<Json> out) {
        this.out = out;
    }

    void write(RunState ended) {
        RunState state = ended.copy();
        state.unclose();
        List<Step> steps = state.steps;
        out.accept(RunRecords.run(state.id, state.first));
        RunState written = new RunState(state.id, state.first);
        boolean isOpenListed = isOpenListed(state);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean isOpen = isOpenListed && i == steps.size() - 1;
            if (step.calls().isEmpty() && !isOpen) {
                out.accept(RunRecords.brokeOff(step.response(), step.answerTime()));
                written.steps.add(step);
            } else {
                // What a budget left of the open one's output holds no more when the run goes on.
                ResponseRequest asked = isOpen ? state.request : step.request();
                ResponseRequest changed = isSame(written.request, asked) ? null : asked;
                response(step.response(), step.answerTime(), changed, isOpen ? state.closing : null);
                written.request = asked;
                if (!isOpen) {
                    step.calls().forEach(call -> closed(call, state));
                    written.open = step.response();
                    written.steps.add(step);
                    if (written.hasAsyncCalls()) {
                        boolean isLastBefore = i == steps.size() - (isOpenListed ? 2 : 1);
                        boolean isClosing = isLastBefore && state.open != null;
                        out.accept(RunRecords.closed(step.calls(), isClosing ? state.closing : null));
                    }
                    written.close(step.calls(), null);
                }
            }
        }
        if (!isOpenListed && state.open != null) {
            response(
                    state.open,
                    state.answerTime,
                    isSame(written.request, state.request) ? null : state.request,
                    state.closing);
        }
        if (state.open == null && !isSame(written.request, state.request)) {
            out.accept(RunRecords.next(state.request));
        }
        state.begunCalls()
                .forEach((id, isMachine) ->
                        out.accept(RunRecords.begins(id, isMachine ? Effect.MACHINE : Effect.WRITE)));
        state.ended.values().forEach(call -> out.accept(RunRecords.call(call)));
        state.pending.forEach(call -> out.accept(RunRecords.pending(call)));
        if (!state.lastEnd.isEmpty()) {
            out.accept(RunRecords.end(state.lastEnd));
        }
    }

    private void closed(ToolCall call, RunState state) {
        if (ToolCalls.isDuplicate(call)) {
            return;
        }
        if (state.hasMovedMachine(call.id())) {
            out.accept(RunRecords.begins(call.id(), Effect.MACHINE));
        }
        out.accept(RunRecords.call(call));
    }

    private void response(
            Response response,
            Duration answerTime,
            @Nullable ResponseRequest changed,
            RunEnd.@Nullable LimitReached closing) {
        out.accept(RunRecords.response(changed, response, answerTime, closing));
    }

    private static boolean isSame(ResponseRequest one, ResponseRequest other) {
        return one.equals(other) || RunRecords.written(one).equals(RunRecords.written(other));
    }

    private static boolean isOpenListed(RunState state) {
        return state.open != null
                && !state.steps.isEmpty()
                && state.steps.get(state.steps.size() - 1).response() == state.open;
    }
}
