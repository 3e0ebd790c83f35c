package dev.makerai.responses;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the tokens of an object without inner ones, and says no to whatever is not plain: a number with a sign
 * or a fraction, half a character as an escape, broken JSON. Never goes beyond the bytes it was given.
 */
final class FlatJson {
    /** The most digits that a long surely holds. */
    private static final int MOST_DIGITS = 18;

    /** Longer texts with escapes are rare, and the space to decode them in is kept. */
    private static final int MOST_ESCAPED_BYTES = 64 * 1024;

    private byte[] bytes = {};
    private int at;
    private int end;
    private int from;
    private int to;
    private boolean escaped;
    private byte[] decoded = {};

    void start(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /** Passes over a mark if it comes next. */
    boolean skip(char mark) {
        skipSpace();
        if (at < end && bytes[at] == mark) {
            at++;
            return true;
        }
        return false;
    }

    boolean atEnd() {
        skipSpace();
        return at == end;
    }

    /** Passes over a string if one comes next, which {@link #text} and the like then are about. */
    boolean string() {
        if (!skip('"')) {
            return false;
        }
        byte[] all = bytes;
        int i = at;
        boolean escapes = false;
        while (i < end) {
            byte b = all[i];
            if (b == '"') {
                from = at;
                to = i;
                at = i + 1;
                escaped = escapes;
                return true;
            } else if (b == '\\') {
                escapes = true;
                i++;
            } else if (b >= 0 && b < ' ') {
                return false;
            }
            i++;
        }
        return false;
    }

    /** Whether the string has no escapes. */
    boolean isPlain() {
        return !escaped;
    }

    /** Whether the string is written exactly so. */
    boolean equalTo(byte[] expected) {
        return Arrays.equals(bytes, from, to, expected, 0, expected.length);
    }

    /** The string as it is written. */
    byte[] bytes() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The string's characters; null if its escapes are not plain. */
    @Nullable
    String text() {
        if (!escaped) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        if (to - from > MOST_ESCAPED_BYTES) {
            return null;
        }
        if (decoded.length < to - from) {
            decoded = new byte[Math.max(to - from, 256)];
        }
        int length = decode();
        return length < 0 ? null : new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    /** A whole number that is not negative; -1 if none comes next. */
    long number() {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + (bytes[at] - '0');
            at++;
        }
        int digits = at - start;
        boolean leadingZero = digits > 1 && bytes[start] == '0';
        return digits == 0 || digits > MOST_DIGITS || leadingZero ? -1 : value;
    }

    /** A whole number that an int holds and that is not negative; -1 if none comes next. */
    int index() {
        long number = number();
        return number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    private void skipSpace() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Decodes the escapes, which only makes the text shorter; -1 if one is not plain. */
    private int decode() {
        int length = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b != '\\') {
                decoded[length++] = b;
                continue;
            }
            i++;
            switch (bytes[i]) {
                case '"', '\\', '/' -> decoded[length++] = bytes[i];
                case 'n' -> decoded[length++] = '\n';
                case 't' -> decoded[length++] = '\t';
                case 'r' -> decoded[length++] = '\r';
                case 'b' -> decoded[length++] = '\b';
                case 'f' -> decoded[length++] = '\f';
                case 'u' -> {
                    int c = unit(i + 1);
                    if (c < 0 || Character.isSurrogate((char) c)) {
                        return -1;
                    }
                    length = putUtf8(c, length);
                    i += 4;
                }
                default -> {
                    return -1;
                }
            }
        }
        return length;
    }

    /** Four hexadecimal digits; -1 if they are none. */
    private int unit(int start) {
        if (to - start < 4) {
            return -1;
        }
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = 16 * unit + digit;
        }
        return unit;
    }

    private int putUtf8(int c, int at) {
        if (c < 0x80) {
            decoded[at] = (byte) c;
            return at + 1;
        } else if (c < 0x800) {
            decoded[at] = (byte) (0xC0 | c >> 6);
            decoded[at + 1] = (byte) (0x80 | c & 0x3F);
            return at + 2;
        }
        decoded[at] = (byte) (0xE0 | c >> 12);
        decoded[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
        decoded[at + 2] = (byte) (0x80 | c & 0x3F);
        return at + 3;
    }
}
