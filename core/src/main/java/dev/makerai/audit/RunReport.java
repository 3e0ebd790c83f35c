package dev.makerai.audit;

import dev.makerai.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run as a page for people: what was asked, round by round what the model wrote and which tools it called with what
 * outcome, where the time went, what it cost, and why it ended.
 *
 * <pre>{@code
 * Run<String> run = ai.prompt("What do 2 kg of PETG cost?").tools(new Shop()).run();
 * RunReport.of(run).write(Path.of("run.html"));
 * }</pre>
 *
 * <p>It is one HTML file that needs no network and holds no scripts; whatever the model or a tool wrote is shown as text.
 * It holds all that was said and the small pictures of it, but no key, no tool of the program, and not what an exception
 * of a tool says, which {@link Run#explain} tells the developer.
 */
public final class RunReport {
    private static final int TITLE_CHARACTERS = 140;

    private final Run<?> run;
    private final String title;

    private RunReport(Run<?> run, String title) {
        this.run = run;
        this.title = title;
    }

    /**
     * Reports a run, with the first line of its question as the title.
     *
     * @param run however it ended
     */
    public static RunReport of(Run<?> run) {
        String question = Question.text(run);
        String line = question.strip().lines().findFirst().orElse("A run");
        return new RunReport(run, line.length() <= TITLE_CHARACTERS ? line : line.substring(0, TITLE_CHARACTERS) + "…");
    }

    /** The same with another title. */
    public RunReport title(String text) {
        return new RunReport(run, text);
    }

    /** The page. */
    public String html() {
        return new ReportPage(run, title).html();
    }

    /**
     * Writes the page.
     *
     * @param file is overwritten if it exists
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try {
            Files.write(file, html().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
