package dev.makerai.audit;

import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.OutputItem;
import dev.makerai.run.Run;
import dev.makerai.run.Step;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a run went, as bars: calls begin where the answer that asked for them ends. What was between rounds
 * is not known.
 */
final class Timeline {
    /** Beside a bar, there is place for its time. */
    private static final double WHOLE_PERCENT = 84;

    private final List<Bar> bars = new ArrayList<>();
    /** When each call was asked for, by its id: one that the model did not wait for may end rounds later. */
    private final Map<String, Duration> asked = new HashMap<>();

    private Duration whole = Duration.ZERO;

    private record Bar(String name, String kind, Duration start, Duration time) {}

    private Timeline() {}

    static Timeline of(Run<?> run) {
        Timeline timeline = new Timeline();
        run.steps().forEach(timeline::add);
        return timeline;
    }

    private void add(Step step) {
        bars.add(new Bar("Round " + step.round(), "model", whole, step.answerTime()));
        whole = whole.plus(step.answerTime());
        Duration answered = whole;
        for (OutputItem item : step.response().output()) {
            if (item instanceof FunctionCall call) {
                asked.putIfAbsent(call.callId(), answered);
            }
        }
        for (ToolCall call : step.calls()) {
            Duration start = asked.getOrDefault(call.id(), answered);
            String kind = call.result() instanceof ToolResult.Success ? "tool" : "failed";
            bars.add(new Bar(call.name(), kind, start, call.duration()));
            Duration end = start.plus(call.duration());
            whole = end.compareTo(whole) > 0 ? end : whole;
        }
    }

    /** All of it. */
    Duration time() {
        return whole;
    }

    void write(Html page) {
        page.open("div", "card time");
        double nanos = Math.max(1, whole.toNanos());
        for (Bar bar : bars) {
            page.element("div", "name" + (bar.kind.equals("model") ? "" : " soft"), bar.name);
            page.raw(String.format(
                    Locale.ROOT,
                    "<div class=\"track\"><div class=\"bar %s\" style=\"margin-left:%.2f%%;width:%.2f%%\"></div><span>",
                    bar.kind,
                    bar.start.toNanos() / nanos * WHOLE_PERCENT,
                    bar.time.toNanos() / nanos * WHOLE_PERCENT));
            page.text(Amounts.time(bar.time)).raw("</span>").close("div");
        }
        page.close("div");
    }
}
