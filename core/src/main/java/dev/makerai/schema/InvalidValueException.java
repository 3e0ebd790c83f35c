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

    private final Problem[] problems;
    private final String text;

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
