package dev.makerai.audit;

import dev.makerai.run.Run;
import dev.makerai.run.Step;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.Locale;

/** Where the time of a run went, as bars: the calls of a round begin where its answer ends. */
final class Timeline {
    /** Beside a bar, there is place for its time. */
    private static final double WHOLE_PERCENT = 84;

    private final Html page;
    private final double nanos;
    private double offset;

    private Timeline(Html page, Duration whole) {
        this.page = page;
        this.nanos = Math.max(1, whole.toNanos());
    }

    /** The time of answers and tools, one after the other; what was between them is not known. */
    static Duration time(Run<?> run) {
        Duration sum = Duration.ZERO;
        for (Step step : run.steps()) {
            sum = sum.plus(step.answerTime()).plus(longest(step));
        }
        return sum;
    }

    private static Duration longest(Step step) {
        return step.calls().stream()
                .map(ToolCall::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    static void write(Run<?> run, Html page) {
        new Timeline(page, time(run)).write(run);
    }

    private void write(Run<?> run) {
        page.open("div", "card time");
        for (Step step : run.steps()) {
            bar("Round " + step.round(), "model", step.answerTime());
            offset += step.answerTime().toNanos();
            for (ToolCall call : step.calls()) {
                bar(call.name(), call.result() instanceof ToolResult.Success ? "tool" : "failed", call.duration());
            }
            offset += longest(step).toNanos();
        }
        page.close("div");
    }

    private void bar(String name, String kind, Duration time) {
        page.element("div", "name" + (kind.equals("model") ? "" : " soft"), name);
        page.raw(String.format(
                Locale.ROOT,
                "<div class=\"track\"><div class=\"bar %s\" style=\"margin-left:%.2f%%;width:%.2f%%\"></div><span>",
                kind,
                offset / nanos * WHOLE_PERCENT,
                time.toNanos() / nanos * WHOLE_PERCENT));
        page.text(Amounts.time(time)).raw("</span>").close("div");
    }
}
