package dev.makerai.internal.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Replaces a text in JSON, however its characters are escaped there: plain, as {@code \/}, as {@code &#92;u0073}, or
 * escaped again because the JSON lies in a string of other JSON.
 */
final class EscapedText {
    private static final int HEX_DIGITS = 4;

    private final byte[] json;
    private final byte[] wanted;

    private EscapedText(byte[] json, byte[] wanted) {
        this.json = json;
        this.wanted = wanted;
    }

    /**
     * Replaces every occurrence.
     *
     * @param json UTF-8, whole or cut off
     * @param wanted not empty
     * @param replacement what stands there instead, which needs no escapes
     * @return the array itself if the text does not occur
     */
    static byte[] replace(byte[] json, String wanted, String replacement) {
        return new EscapedText(json, wanted.getBytes(StandardCharsets.UTF_8))
                .replace(replacement.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] replace(byte[] replacement) {
        ByteArrayOutputStream out = null;
        int copied = 0;
        int at = 0;
        while (at < json.length) {
            byte b = json[at];
            if (b != wanted[0] && b != '\\') {
                at++;
                continue;
            }
            int end = endOfMatch(at);
            if (end < 0) {
                // A run of backslashes is tried once as a whole, so that a long one does not cost its square.
                at = b == '\\' ? endOfBackslashes(at) : at + 1;
                continue;
            }
            out = out == null ? new ByteArrayOutputStream(json.length) : out;
            out.write(json, copied, at - copied);
            out.writeBytes(replacement);
            copied = end;
            at = end;
        }
        if (out == null) {
            return json;
        }
        out.write(json, copied, json.length - copied);
        return out.toByteArray();
    }

    /** Where the text ends that begins here; -1 if it does not. */
    private int endOfMatch(int start) {
        int at = start;
        for (byte c : wanted) {
            at = endOfCharacter(at, c);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private int endOfCharacter(int start, byte c) {
        int at = endOfBackslashes(start);
        if (at > start) {
            if (c == '\\') {
                return at;
            }
            if (at < json.length && json[at] == 'u' && isHex(at + 1, c)) {
                return at + 1 + HEX_DIGITS;
            }
        }
        return at < json.length && json[at] == c ? at + 1 : -1;
    }

    private boolean isHex(int from, byte c) {
        if (from + HEX_DIGITS > json.length) {
            return false;
        }
        int value = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return false;
            }
            value = value * 16 + digit;
        }
        return value == c;
    }

    private int endOfBackslashes(int start) {
        int at = start;
        while (at < json.length && json[at] == '\\') {
            at++;
        }
        return at;
    }
}
