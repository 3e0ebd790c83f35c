package dev.makerai.run;

import dev.makerai.tools.ToolResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees when a model makes the same call with the same outcome again and again. */
final class RepeatedCalls {
    private final int most;
    private final Map<Asked, Seen> seen = new HashMap<>();
    private int round;

    /**
     * @param most how often the same may come; 0 for as often as it likes
     */
    RepeatedCalls(int most) {
        this.most = most;
    }

    /** Takes the calls of a round, each of which counts once; true if one of them has come too often. */
    boolean add(List<ToolCall> calls) {
        boolean any = false;
        round++;
        for (ToolCall call : calls) {
            Asked asked = new Asked(call.name(), call.arguments().strip());
            // The words of a failure may hold an id that is new each time.
            String outcome = call.result() instanceof ToolResult.Failure failure
                    ? failure.kind().name()
                    : call.result().output();
            Seen before = seen.get(asked);
            if (before == null || before.round() != round) {
                int times = before != null && before.outcome().equals(outcome) ? before.times() + 1 : 1;
                seen.put(asked, new Seen(outcome, times, round));
                any |= most > 0 && times >= most;
            }
        }
        return any;
    }

    private record Asked(String name, String arguments) {}

    private record Seen(String outcome, int times, int round) {}
}
