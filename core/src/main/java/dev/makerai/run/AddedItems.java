package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.InputItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run adds to the history, so that it can be sent: each call with its output. */
final class AddedItems {
    private AddedItems() {}

    static List<InputItem> of(List<Step> steps, RunEnd end) {
        List<InputItem> items = new ArrayList<>();
        for (Step step : steps) {
            if (isWhole(step)) {
                items.addAll(CallItems.sendable(step.response()));
                items.addAll(outputs(step, end));
            }
        }
        return items;
    }

    /** Whether a response has ended well, and each of its calls can be answered. */
    static boolean isWhole(Step step) {
        try {
            CallItems.of(step.response());
            return CallItems.isWhole(step.response());
        } catch (DecodeException e) {
            return false;
        }
    }

    private static List<InputItem> outputs(Step step, RunEnd end) {
        Map<String, ToolCall> results = new HashMap<>();
        step.calls().forEach(call -> results.putIfAbsent(call.id(), call));
        Set<String> asked = new LinkedHashSet<>();
        for (FunctionCall call : CallItems.of(step.response())) {
            asked.add(call.callId());
        }
        List<InputItem> outputs = new ArrayList<>();
        for (String id : asked) {
            ToolCall result = results.get(id);
            outputs.add(result == null ? FunctionCallOutput.of(id, notRun(end)) : NextRequest.output(result));
        }
        return outputs;
    }

    private static String notRun(RunEnd end) {
        return end instanceof RunEnd.AwaitingApproval
                ? "It was not run: nobody has decided about it yet."
                : "It was not run: the program stopped before.";
    }
}
