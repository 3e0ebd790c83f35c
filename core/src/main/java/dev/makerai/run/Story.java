package dev.makerai.run;

import dev.makerai.cost.Cost;
import dev.makerai.responses.Usage;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.ToolResult;

/** Tells a run's story as plain text for people. */
final class Story {
    private static final int SHOWN_CHARACTERS = 1000;

    private Story() {}

    static String of(Run<?> run) {
        StringBuilder story = new StringBuilder();
        for (Step step : run.steps()) {
            story.append("Round ")
                    .append(step.round())
                    .append(" (")
                    .append(model(step))
                    .append(spent(run, step))
                    .append(")\n");
            for (ToolCall call : step.calls()) {
                story.append(step.isOfEarlierRound(call) ? "  the model had called " : "  the model called ");
                story.append(call.name()).append(' ');
                story.append(shortened(call.arguments())).append('\n');
                story.append(call.result() instanceof ToolResult.Success ? "    -> " : "    !! ");
                story.append(shortened(call.result().output()));
                story.append(" (").append(call.duration().toMillis()).append(" ms)\n");
                story.append(cause(call));
            }
            String text = step.response().outputText();
            if (!text.isEmpty()) {
                story.append("  the model said ").append(shortened(text)).append('\n');
            }
        }
        return story.append(ending(run))
                .append(tokens(run.usage()))
                .append(money(run))
                .append('\n')
                .toString();
    }

    private static String spent(Run<?> run, Step step) {
        Usage usage = step.response().usage();
        Cost cost = run.cost(step);
        String tokens =
                usage == null ? "" : "; " + usage.inputTokens() + " tokens in, " + usage.outputTokens() + " out";
        return cost.isKnown() ? tokens + "; " + cost : tokens;
    }

    private static String money(Run<?> run) {
        boolean isReported =
                run.steps().stream().anyMatch(step -> step.response().usage() != null);
        return isReported ? "; cost " + run.cost() : "";
    }

    private static String ending(Run<?> run) {
        if (run.end() instanceof RunEnd.Completed) {
            return "Completed";
        }
        // The sentence goes on.
        return run.whyEnded().replaceFirst("\\.$", "");
    }

    /** The model that answered, which may be a certain version of the one that was asked. */
    static String model(Step step) {
        String answered = step.response().model();
        return answered.isEmpty() ? step.request().model() : answered;
    }

    /** What the model was not told. */
    private static String cause(ToolCall call) {
        boolean hidden = call.result() instanceof ToolResult.Failure failure
                && failure.cause() != null
                && failure.kind() == ToolResult.Kind.FAILED
                && !(failure.cause() instanceof ToolFailure);
        return hidden
                ? "       the program knows: " + shortened(String.valueOf(((ToolResult.Failure) call.result()).cause()))
                        + "\n"
                : "";
    }

    private static String tokens(Usage usage) {
        if (usage.totalTokens() == 0) {
            return "; the service reported no tokens";
        }
        return "; " + usage.inputTokens() + " tokens in (" + usage.cachedTokens() + " cached), " + usage.outputTokens()
                + " out (" + usage.reasoningTokens() + " reasoning)";
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
