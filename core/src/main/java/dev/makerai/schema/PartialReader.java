package dev.makerai.schema;

import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value while a model is still writing it, so that a user can see it grow.
 *
 * <pre>{@code
 * record Line(String text, BigDecimal amount) {}
 * record Quote(String summary, BigDecimal price, List<Line> lines) {}
 *
 * PartialReader<Quote> reader = Schema.of(Quote.class).partials();
 * for (String delta : deltas) {
 *     Partial<Quote> partial = reader.add(delta);
 *     if (partial != null) {
 *         partial.text("summary");                 // "A brac", then "A bracket in PETG"
 *         partial.get("price", BigDecimal.class);  // null until all its digits are there
 *         partial.list("lines", Line.class);       // those that are complete
 *     }
 * }
 * Quote quote = reader.finish();
 * }</pre>
 *
 * <p>A text appears with its first character and grows. Text of a given form, such as a date or what {@code @Pattern}
 * says, a number, a boolean, an enum and null appear when they have ended, and so do the elements of a list, whole
 * records among them. A record inside a record appears with the first that is known of it. What has appeared never goes
 * away and never changes but by growing.
 *
 * <p>A value that does not fit the schema is left out, and {@link Partial#problems} tells at once; a text that turns
 * out too long stays. Nothing is thrown before {@link #finish}: what is good can be shown while the rest comes, and one
 * who would rather save the tokens can stop at the first problem.
 *
 * <p>Adding costs no more for a long document than for a short one. For one thread; the partials are for any.
 *
 * @param <T> the type of the whole value
 */
public final class PartialReader<T> {
    private static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    private final Schema<T> schema;
    private final PartialTypes types;
    private final StringBuilder text = new StringBuilder();
    private final GrowingJson json = new GrowingJson();
    private final PartialBuilder builder;
    private final JsonScanner scanner;
    private List<Problem> problems = new ArrayList<>();
    private boolean isChanged;
    private boolean isBroken;
    private boolean isTooLong;
    private @Nullable T value;

    PartialReader(Schema<T> schema) {
        this.schema = schema;
        this.types = new PartialTypes(schema.name(), schema.plan());
        this.builder = new PartialBuilder(schema.plan(), json, this::note);
        this.scanner = new JsonScanner(builder);
    }

    /**
     * Takes the next piece of the document.
     *
     * @param delta of any length; it may end anywhere, also inside an escape
     * @return what is known now; null if that is no more than before
     */
    public @Nullable Partial<T> add(String delta) {
        if (isTooLong) {
            return null;
        }
        int shownBefore = json.timesShown();
        isChanged = false;
        if (text.length() + delta.length() > MAX_CHARACTERS) {
            isTooLong = true;
            wrong("more than " + MAX_CHARACTERS + " characters of text");
        } else {
            int start = text.length();
            text.append(delta);
            for (int i = start; i < text.length() && !isBroken; i++) {
                next(i);
            }
        }
        if (!isChanged && json.timesShown() == shownBefore) {
            return null;
        }
        return new Partial<>(types, json.shown(), value, List.copyOf(problems));
    }

    /**
     * Reads the whole value, as {@link Schema#read} does.
     *
     * @throws InvalidValueException if the document is cut off, is not JSON, does not fit, or has more than 16 777 216
     *     characters; it has the text that was added, up to that bound
     */
    public T finish() {
        if (isTooLong) {
            throw new InvalidValueException(schema.name(), problems, 0, text.toString(), null);
        }
        return value == null ? schema.read(text.toString()) : value;
    }

    private void next(int i) {
        boolean hadEnded = builder.hasEnded();
        String fault = scanner.accept(text.charAt(i));
        if (fault != null) {
            wrong(fault + ", near character " + (i + 1));
        } else if (builder.hasEnded() && !hadEnded) {
            readWhole(text.substring(0, i + 1));
        }
    }

    private void readWhole(String document) {
        isChanged = true;
        try {
            value = schema.read(document);
        } catch (InvalidValueException e) {
            problems = e.problems();
        }
    }

    /** Ends the reading of partials. */
    private void wrong(String message) {
        isBroken = true;
        isChanged = true;
        value = null;
        List<Problem> all = new ArrayList<>(problems);
        all.add(new Problem(builder.place(), message));
        problems = all;
    }

    private void note(Problem problem) {
        problems.add(problem);
        isChanged = true;
    }
}
