package dev.makerai.run;

import dev.makerai.responses.Usage;
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
                    .append(step.request().model())
                    .append(")\n");
            for (ToolCall call : step.calls()) {
                story.append("  the model called ").append(call.name()).append(' ');
                story.append(shortened(call.arguments())).append('\n');
                story.append(call.result() instanceof ToolResult.Success ? "    -> " : "    !! ");
                story.append(shortened(call.result().output()));
                story.append(" (").append(call.duration().toMillis()).append(" ms)\n");
            }
            String text = step.response().outputText();
            if (!text.isEmpty()) {
                story.append("  the model said ").append(shortened(text)).append('\n');
            }
        }
        return story.append(ending(run))
                .append(tokens(run.usage()))
                .append('\n')
                .toString();
    }

    private static String ending(Run<?> run) {
        RunEnd end = run.end();
        if (end instanceof RunEnd.Completed) {
            return "Completed";
        }
        return RunException.of(end, run).getMessage();
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
