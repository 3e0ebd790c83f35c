package dev.makerai.schema;

import dev.makerai.errors.MakerAiException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON that does not fit a schema. The message lists what is wrong in a form that a model can mend, such as
 * "calculate_print_cost cannot take this: $.weight_grams: expected a number, found \"12\"; $.quantity: missing,
 * expected an integer".
 *
 * <p>Where a record's constructor threw anything but an IllegalArgumentException, the message does not repeat its text;
 * the first such exception is the cause.
 */
public final class InvalidValueException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_LISTED = 10;

    private final Problem[] problems;
    private final String text;

    /**
     * Says what does not fit.
     *
     * @param schemaName what could not be read, such as a tool
     * @param problems at least one; ten are listed
     * @param text the whole text that was read
     * @param cause null if there is none
     */
    public InvalidValueException(String schemaName, List<Problem> problems, String text, @Nullable Throwable cause) {
        this(
                schemaName,
                problems.subList(0, Math.min(problems.size(), MAX_LISTED)),
                Math.max(0, problems.size() - MAX_LISTED),
                text,
                cause);
    }

    InvalidValueException(
            String schemaName, List<Problem> problems, int unlisted, String text, @Nullable Throwable cause) {
        super(message(schemaName, problems, unlisted), cause);
        this.problems = problems.toArray(new Problem[0]);
        this.text = text;
    }

    /** What is wrong, in the order of the text; at least one, and at most ten are listed. */
    public List<Problem> problems() {
        return List.of(problems);
    }

    /** The whole text that was read. */
    public String text() {
        return text;
    }

    /**
     * One thing that is wrong.
     *
     * @param path where, such as {@code $.parts[2].weight_grams}; {@code $} is the whole of it
     * @param message what was expected and what was found
     */
    public record Problem(String path, String message) implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return path + ": " + message;
        }
    }

    private static String message(String schemaName, List<Problem> problems, int unlisted) {
        List<String> lines = new ArrayList<>();
        for (Problem problem : problems) {
            lines.add(problem.toString());
        }
        String more = unlisted == 0 ? "" : "; and " + unlisted + " more";
        return schemaName + " cannot take this: " + String.join("; ", lines) + more;
    }
}
