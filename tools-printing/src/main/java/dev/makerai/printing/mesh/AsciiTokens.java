package dev.makerai.printing.mesh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits a text file into words at blanks, counting lines; LF, CR and CRLF each end one. */
final class AsciiTokens {
    private static final int LONGEST = 1 << 20;

    /** More than the longest keyword, so that the end of a long word is none. */
    private static final int KEPT_OF_LONG = 1 << 10;

    private final StlInput input;
    private byte[] bytes;
    private int at;
    private int limit;
    private int start;
    private int end;
    private long line;
    private boolean firstOfLine;
    private boolean afterReturn;
    private boolean endsFile;
    private boolean cutsLongWords;

    AsciiTokens(StlInput input) {
        this.input = input;
        this.bytes = input.buffer().array();
        this.at = input.buffer().position();
        this.limit = input.buffer().limit();
        this.line = 1 + input.linesSkipped();
    }

    /** Goes to the next word. @return false at the end of the file */
    boolean next() {
        firstOfLine = false;
        while (true) {
            while (at < limit) {
                byte b = bytes[at];
                // Bytes above 127, which belong to names in any encoding, are negative here.
                if (b > ' ' || b < 0) {
                    takeWord();
                    return true;
                }
                if (b == '\n' || b == '\r') {
                    countLine(b);
                } else {
                    afterReturn = false;
                }
                at++;
            }
            if (!refill(at)) {
                return false;
            }
        }
    }

    private void countLine(byte b) {
        if (b == '\r' || !afterReturn) {
            line++;
        }
        afterReturn = b == '\r';
        firstOfLine = true;
    }

    private void takeWord() {
        afterReturn = false;
        endsFile = false;
        int from = at;
        int i = at + 1;
        while (true) {
            while (i < limit && (bytes[i] > ' ' || bytes[i] < 0)) {
                i++;
            }
            if (i < limit) {
                break;
            }
            if (cutsLongWords && i - from > KEPT_OF_LONG) {
                from = i - KEPT_OF_LONG;
            }
            int length = i - from;
            if (!refill(from)) {
                from = at;
                i = from + length;
                endsFile = true;
                break;
            }
            from = at;
            i = from + length;
        }
        start = from;
        end = i;
        at = i;
    }

    /** Reads on, keeping what begins at {@code from}, which then begins at {@link #at}. */
    private boolean refill(int from) {
        if (limit - from >= LONGEST) {
            throw MeshFormatException.atLine(
                    "token_too_long", "There is a word of more than " + LONGEST + " bytes; STL has none.", line);
        }
        ByteBuffer buffer = input.buffer();
        buffer.position(from);
        if (buffer.remaining() == buffer.capacity()) {
            input.grow();
        }
        boolean more = input.fill();
        bytes = input.buffer().array();
        at = input.buffer().position();
        limit = input.buffer().limit();
        return more;
    }

    /** Whether words may have any length from now on, as in names; of long ones only the end is kept. */
    void cutLongWords(boolean cuts) {
        cutsLongWords = cuts;
    }

    /** Whether the word is this keyword, which is given in lower case, in any case. */
    boolean is(byte[] keyword) {
        if (end - start != keyword.length) {
            return false;
        }
        for (int i = 0; i < keyword.length; i++) {
            if ((bytes[start + i] | 0x20) != keyword[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the file ends right behind the word and within one of these keywords, of which it has the beginning. */
    boolean isCutOff(byte[]... keywords) {
        if (!endsFile) {
            return false;
        }
        for (byte[] keyword : keywords) {
            int length = end - start;
            if (length < keyword.length && is(Arrays.copyOf(keyword, length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file ends right behind the word, which is no number but would be one with another digit. */
    boolean isCutOffNumber() {
        byte[] longer = Arrays.copyOfRange(bytes, start, end + 1);
        longer[end - start] = '0';
        return endsFile && !Float.isNaN(DecimalFloat.parse(longer, 0, longer.length));
    }

    /** The line of the word, from 1; at the end of the file, the last line. */
    long line() {
        return line;
    }

    /** Whether a line ended since the word before. */
    boolean firstOfLine() {
        return firstOfLine;
    }

    /** The word as a number, or {@link DecimalFloat#NOT_A_NUMBER}. */
    float number() {
        return DecimalFloat.parse(bytes, start, end);
    }

    /** Whether the word could be meant as a number, of whatever notation. */
    boolean looksNumeric() {
        byte b = bytes[start];
        return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || is(NAN) || is(INF) || is(INFINITY);
    }

    /** Whether the word is digits with a comma between them. */
    boolean hasDecimalComma() {
        for (int i = start + 1; i < end - 1; i++) {
            if (bytes[i] == ',' && isDigit(bytes[i - 1]) && isDigit(bytes[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of the word, for messages. */
    String shown() {
        int shown = Math.min(end - start, 40);
        StringBuilder text = new StringBuilder("\"");
        for (char c : new String(bytes, start, shown, StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(c >= ' ' && c < 127 ? c : '?');
        }
        return text.append(shown < end - start ? "…\"" : "\"").toString();
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static final byte[] NAN = keyword("nan");
    private static final byte[] INF = keyword("inf");
    private static final byte[] INFINITY = keyword("infinity");

    static byte[] keyword(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
