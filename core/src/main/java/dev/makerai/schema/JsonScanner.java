package dev.makerai.schema;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a JSON document character by character, as it comes, and tells what it is made of. Numbers and literals are
 * told when the character behind them has come, since they could go on. It takes what the reader of whole documents
 * takes.
 */
final class JsonScanner {
    /** As deep as the reader of whole documents goes. */
    private static final int MAX_DEPTH = 255;

    private static final String NOT_JSON = "this is not JSON";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** What is told, in the order of the text; brackets and quotes come in pairs. */
    interface Events {
        /** An object or list begins. */
        void open(char bracket);

        /** The object or list that began last ends. */
        void close(char bracket);

        /** Another member or element follows. */
        void comma();

        /** @param escaped the name without its quotes, in the form of JSON */
        void name(String escaped);

        /** A string that is a value begins. */
        void openString();

        /** @param escaped some of the string's characters, in the form of JSON; never empty */
        void characters(String escaped);

        /** The string ends. */
        void closeString();

        /** A number, true, false or null. */
        void scalar(String literal);
    }

    private enum State {
        VALUE,
        FIRST_ELEMENT,
        FIRST_NAME,
        NAME,
        COLON,
        AFTER_VALUE,
        IN_NAME,
        IN_STRING,
        IN_WORD
    }

    private final Events events;
    private final boolean[] isObject = new boolean[MAX_DEPTH];
    private final JsonStringScanner string = new JsonStringScanner();
    /** The name, number or literal that is being written. */
    private final StringBuilder word = new StringBuilder();

    private int depth;
    private State state = State.VALUE;

    JsonScanner(Events events) {
        this.events = events;
    }

    /**
     * Takes the next character.
     *
     * @return what is wrong, after which no more may be given; null if nothing
     */
    @Nullable
    String accept(char c) {
        if (state == State.IN_STRING || state == State.IN_NAME) {
            return inString(c);
        }
        if (state == State.IN_WORD) {
            if (isWord(c)) {
                word.append(c);
                return null;
            }
            if (!endWord()) {
                return NOT_JSON;
            }
        }
        boolean isSpace = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        return isSpace ? null : between(c);
    }

    private @Nullable String inString(char c) {
        JsonStringScanner.Step step = string.accept(c);
        if (step == JsonStringScanner.Step.WRONG) {
            return c < ' ' ? "a string holds the bare control character " + shown(c) : "this is no escape of JSON";
        }
        String piece = string.take();
        boolean isEnd = step == JsonStringScanner.Step.END;
        if (state == State.IN_NAME) {
            word.append(piece);
            if (isEnd) {
                state = State.COLON;
                events.name(word.toString());
                word.setLength(0);
            }
            return null;
        }
        if (!piece.isEmpty()) {
            events.characters(piece);
        }
        if (isEnd) {
            state = State.AFTER_VALUE;
            events.closeString();
        }
        return null;
    }

    private static String shown(char control) {
        return String.format("U+%04X, write \\u%04x", (int) control, (int) control);
    }

    private @Nullable String between(char c) {
        switch (state) {
            case VALUE -> {
                return value(c);
            }
            case FIRST_ELEMENT -> {
                return c == ']' ? close(c) : value(c);
            }
            case FIRST_NAME, NAME -> {
                if (c == '"') {
                    state = State.IN_NAME;
                    return null;
                }
                return c == '}' && state == State.FIRST_NAME ? close(c) : NOT_JSON;
            }
            case COLON -> {
                state = State.VALUE;
                return c == ':' ? null : NOT_JSON;
            }
            default -> {
                return afterValue(c);
            }
        }
    }

    private @Nullable String afterValue(char c) {
        if (depth == 0) {
            return "there is more text after the value";
        }
        boolean inObject = isObject[depth - 1];
        if (c == ',') {
            state = inObject ? State.NAME : State.VALUE;
            events.comma();
            return null;
        }
        return c == (inObject ? '}' : ']') ? close(c) : NOT_JSON;
    }

    private @Nullable String value(char c) {
        if (c == '{' || c == '[') {
            if (depth == MAX_DEPTH) {
                return "nested deeper than " + MAX_DEPTH + " levels";
            }
            isObject[depth++] = c == '{';
            state = c == '{' ? State.FIRST_NAME : State.FIRST_ELEMENT;
            events.open(c);
        } else if (c == '"') {
            state = State.IN_STRING;
            events.openString();
        } else if (c == '-' || (c >= '0' && c <= '9') || "tfnTFN".indexOf(c) >= 0) {
            state = State.IN_WORD;
            word.append(c);
        } else {
            return NOT_JSON;
        }
        return null;
    }

    private @Nullable String close(char c) {
        depth--;
        state = State.AFTER_VALUE;
        events.close(c);
        return null;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '+'
                || c == '-'
                || c == '.';
    }

    private boolean endWord() {
        String text = word.toString();
        word.setLength(0);
        state = State.AFTER_VALUE;
        if (NUMBER.matcher(text).matches()) {
            events.scalar(text);
            return true;
        }
        // The reader takes literals in capitals, which JSON does not know.
        String literal = text.toLowerCase(Locale.ROOT);
        boolean isLiteral = literal.equals("true") || literal.equals("false") || literal.equals("null");
        if (isLiteral) {
            events.scalar(literal);
        }
        return isLiteral;
    }
}
