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

    private static final int MAX_PROBLEMS = 10;
    private static final int MAX_PATH = 300;
    private static final int LISTED_NAMES = 30;

    private final Buffer buffer;
    private final JsonReader json;
    private final StringBuilder path = new StringBuilder("$");
    private final List<Problem> problems = new ArrayList<>();
    private int unlisted;
    /** What a constructor threw whose message must not be shown; the first one. */
    private @Nullable Throwable hidden;

    private ValueReader(byte[] text) {
        buffer = new Buffer().write(text);
        json = JsonReader.of(buffer);
    }

    /** @throws InvalidValueException if the text is not JSON or does not fit the plan */
    static @Nullable Object read(Plan plan, String schemaName, String text) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        int tooLong = LongTokens.find(document);
        if (tooLong >= 0) {
            String found = LongTokens.problem(document, tooLong);
            // Here a place stands before it.
            Problem problem = new Problem(
                    JsonPath.at(document, tooLong), Character.toLowerCase(found.charAt(0)) + found.substring(1));
            throw new InvalidValueException(schemaName, List.of(problem), 0, text, null);
        }
        ValueReader in = new ValueReader(document);
        Object value = INVALID;
        try {
            value = plan.read(in);
            if (in.json.peek() != JsonReader.Token.END_DOCUMENT) {
                in.problem("there is more text after the value");
            }
            in.checkStrings(text);
        } catch (JsonDataException e) {
            // The plans look before they read, so what is left is the reader's own bound.
            in.problem("nested too deep");
        } catch (IOException e) {
            // The reader has no exception of its own for a string that is cut off.
            boolean isCutOff =
                    e instanceof EOFException || String.valueOf(e.getMessage()).startsWith("Unterminated string");
            in.broken(text, document, isCutOff);
        }
        if (!in.problems.isEmpty()) {
            throw new InvalidValueException(schemaName, in.problems, in.unlisted, text, in.hidden);
        }
        return value;
    }

    JsonReader json() {
        return json;
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
            String place = path.length() <= MAX_PATH ? path.toString() : path.substring(0, MAX_PATH) + "…";
            problems.add(new Problem(place, message));
        } else {
            unlisted++;
        }
        return INVALID;
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

    private void broken(String text, byte[] document, boolean atEnd) {
        int bytesRead = document.length - (int) buffer.size();
        int at = new String(document, 0, bytesRead, StandardCharsets.UTF_8).length();
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
