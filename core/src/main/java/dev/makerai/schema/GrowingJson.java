package dev.makerai.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON text that grows at its end. What has been shown stays as it is for ever, so that everyone who was shown it can
 * share its characters; what has not been shown yet can be taken back.
 */
final class GrowingJson {
    /**
     * The brackets and quotes that are still open.
     *
     * @param sign what closes the innermost
     * @param outer the others; null for none
     */
    record Open(char sign, @Nullable Open outer) {
        /** What closes them all. */
        static String closing(@Nullable Open innermost) {
            StringBuilder signs = new StringBuilder();
            for (Open open = innermost; open != null; open = open.outer) {
                signs.append(open.sign);
            }
            return signs.toString();
        }
    }

    /**
     * What could be seen at some time; immutable.
     *
     * @param length how many of the characters
     * @param open what is not closed behind them
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; the characters up to the length never change.
    record Shown(char[] characters, int length, @Nullable Open open) {
        /** The text, closed; empty if nothing can be seen. */
        String text() {
            return new StringBuilder(length + 16)
                    .append(characters, 0, length)
                    .append(Open.closing(open))
                    .toString();
        }
    }

    private char[] characters = new char[128];
    private int length;
    private int shownLength;
    private int timesShown;
    private @Nullable Open shownOpen;

    int length() {
        return length;
    }

    void append(char c) {
        require(1);
        characters[length++] = c;
    }

    void append(String text) {
        require(text.length());
        text.getChars(0, text.length(), characters, length);
        length += text.length();
    }

    private void require(int more) {
        if (length + more > characters.length) {
            // A copy: the old characters may be shared.
            characters = Arrays.copyOf(characters, Math.max(length + more, 2 * characters.length));
        }
    }

    String since(int start) {
        return new String(characters, start, length - start);
    }

    /** Takes back what came after a length; never what has been shown. */
    void truncate(int toLength) {
        if (toLength < shownLength) {
            throw new IllegalStateException("Shown text stays");
        }
        length = toLength;
    }

    /** Shows the bracket that the whole begins with, which says nothing yet. */
    void begin(@Nullable Open open) {
        shownLength = length;
        shownOpen = open;
    }

    /** Shows all that is there. */
    void show(@Nullable Open open) {
        begin(open);
        timesShown++;
    }

    /** How often something was shown. */
    int timesShown() {
        return timesShown;
    }

    int shownLength() {
        return shownLength;
    }

    Shown shown() {
        return new Shown(characters, shownLength, shownOpen);
    }
}
