package dev.makerai.schema;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.makerai.internal.naming.Shown;
import dev.makerai.internal.scan.JsonPath;
import dev.makerai.internal.scan.LongTokens;
import dev.makerai.schema.InvalidValueException.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text by a plan and notes all that is wrong with it, instead of stopping at the first. */
final class ValueReader {
    /** Stands for a value that was wrong; what contains it is not built. */
    static final Object INVALID = new Object();

    static final int MAX_PROBLEMS = 10;
    private static final int MAX_PATH = 300;
    private static final int LISTED_NAMES = 30;

    private final Buffer buffer;
    private final JsonReader json;
    private final StringBuilder path = new StringBuilder("$");
    private final List<Problem> problems = new ArrayList<>();
    private int unlisted;
    /** What a constructor threw whose message must not be shown; the first one. */
    private @Nullable Throwable hidden;

    private final @Nullable Draft draft;

    /**
     * How a document is read that is still being written.
     *
     * @param closing how many signs at its end close what is open, and so do not say that anything has ended
     * @param isLenient whether a member that does not fit is taken as missing also where it has ended
     */
    record Draft(int closing, boolean isLenient) {}

    private ValueReader(String text, @Nullable Draft draft) {
        buffer = new Buffer().writeUtf8(text);
        json = JsonReader.of(buffer);
        this.draft = draft;
    }

    /** @throws InvalidValueException if the text is not JSON or does not fit the plan */
    static @Nullable Object read(Plan plan, String schemaName, String text) {
        ValueReader in = new ValueReader(text, null);
        Object value = in.read(plan, text);
        if (!in.problems.isEmpty()) {
            throw new InvalidValueException(schemaName, in.problems, in.unlisted, text, in.hidden);
        }
        return value;
    }

    /**
     * Reads a text, of which it is known that it is well-formed.
     *
     * @param problems what is wrong is added to it
     */
    static @Nullable Object check(Plan plan, String text, List<Problem> problems) {
        return readDraft(plan, text, null, problems);
    }

    /** Reads what there is of a document; as {@link #check} where there is no draft. */
    static @Nullable Object readDraft(Plan plan, String text, @Nullable Draft draft, List<Problem> problems) {
        ValueReader in = new ValueReader(text, draft);
        Object value = in.read(plan, text);
        problems.addAll(in.problems);
        return value;
    }

    private @Nullable Object read(Plan plan, String text) {
        byte[] document = text.length() <= LongTokens.MAX_NUMBER ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        int tooLong = LongTokens.find(document);
        if (tooLong >= 0) {
            String found = LongTokens.problem(document, tooLong);
            // Here a place stands before it.
            problems.add(new Problem(
                    JsonPath.at(document, tooLong), Character.toLowerCase(found.charAt(0)) + found.substring(1)));
            return INVALID;
        }
        long bytes = buffer.size();
        Object value = INVALID;
        try {
            value = plan.read(this);
            if (json.peek() != JsonReader.Token.END_DOCUMENT) {
                problem("there is more text after the value");
            }
            checkStrings(text);
        } catch (JsonDataException e) {
            // The plans look before they read, so what is left is the reader's own bound.
            problem("nested too deep");
        } catch (IOException e) {
            // The reader has no exception of its own for a string that is cut off.
            boolean isCutOff =
                    e instanceof EOFException || String.valueOf(e.getMessage()).startsWith("Unterminated string");
            broken(text, bytes - buffer.size(), isCutOff);
        }
        return value;
    }

    JsonReader json() {
        return json;
    }

    /** Whether only a part of the document is there, and not all of it is wanted. */
    boolean isDraft() {
        return draft != null;
    }

    /** Whether the value that was read last is still being written. */
    boolean isOpen() {
        return draft != null && buffer.size() < draft.closing;
    }

    int problemCount() {
        return problems.size() + unlisted;
    }

    /** Takes back what is wrong with the member that was read last, if it may be taken for missing. */
    boolean forgives(int problemsBefore) {
        if (draft == null || !(draft.isLenient || isOpen())) {
            return false;
        }
        unlisted = Math.max(0, problemsBefore - MAX_PROBLEMS);
        while (problems.size() > problemsBefore) {
            problems.remove(problems.size() - 1);
        }
        return true;
    }

    /** Goes to a member; the result is for {@link #leave}. */
    int enter(String member) {
        int mark = path.length();
        path.append('.').append(member);
        return mark;
    }

    /** Goes to a member whose name the text chose. */
    int enterUnknown(String member) {
        String quoted = Shown.quoted(member);
        return enter(quoted.substring(1, quoted.length() - 1));
    }

    /** Goes to an element. */
    int enter(int index) {
        int mark = path.length();
        path.append('[').append(index).append(']');
        return mark;
    }

    void leave(int mark) {
        path.setLength(mark);
    }

    /** Notes what is wrong at the present place. */
    Object problem(String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(shortPath(path.toString()), message));
        } else {
            unlisted++;
        }
        return INVALID;
    }

    static String shortPath(String path) {
        return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "…";
    }

    /** Notes a problem with an exception whose own message is only for the program, not for the model. */
    Object failed(String message, @Nullable Throwable cause) {
        if (hidden == null) {
            hidden = cause;
        }
        return problem(message);
    }

    /** Notes that a value which has been read is not the expected one. */
    Object mismatch(String expected, String found) {
        return problem("expected " + expected + ", found " + found);
    }

    /** Whether the next value is of a kind; if not, notes it and skips the value. */
    boolean isNext(JsonReader.Token kind, String expected) throws IOException {
        if (json.peek() == kind) {
            return true;
        }
        mismatch(expected, skipped());
        return false;
    }

    /** Skips the next value and says what it was. */
    String skipped() throws IOException {
        switch (json.peek()) {
            case STRING -> {
                return Shown.quoted(json.nextString());
            }
            case NUMBER -> {
                return NumberText.shown(json.nextString());
            }
            case BOOLEAN -> {
                return String.valueOf(json.nextBoolean());
            }
            case END_DOCUMENT -> {
                return "nothing";
            }
            default -> {
                String kind = switch (json.peek()) {
                    case BEGIN_OBJECT -> "an object";
                    case BEGIN_ARRAY -> "a list";
                    default -> "null";
                };
                json.skipValue();
                return kind;
            }
        }
    }

    /** Names in a row, the first of them if there are many. */
    static String listed(Collection<String> names) {
        int more = names.size() - LISTED_NAMES;
        String first = names.stream().limit(LISTED_NAMES).collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private void broken(String text, long bytesRead, boolean atEnd) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, 0, (int) bytesRead, StandardCharsets.UTF_8).length();
        if (text.isBlank()) {
            problem("expected JSON, found nothing");
        } else if (atEnd) {
            problem("this JSON ends too early, after " + around(text, text.length()));
        } else {
            problem("this is not JSON near character " + (at + 1) + ", around " + around(text, at));
        }
    }

    /** The reader takes control characters in strings, which JSON does not. The text is well-formed otherwise. */
    private void checkStrings(String text) {
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                inString = !inString;
            } else if (inString && c == '\\') {
                i++;
            } else if (inString && c < ' ') {
                problem(String.format(
                        "this is not JSON near character %d: a string holds the bare control character"
                                + " U+%04X, write \\u%04x",
                        i + 1, (int) c, (int) c));
                return;
            }
        }
    }

    private static String around(String text, int at) {
        return Shown.quoted(text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 10)));
    }
}
