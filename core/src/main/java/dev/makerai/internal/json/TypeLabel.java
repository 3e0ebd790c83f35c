package dev.makerai.internal.json;

import dev.makerai.internal.scan.JsonPath;
import java.nio.charset.StandardCharsets;

/**
 * Finds the {@code type} member of an object by its bytes, before the object is read: the label often comes late, and
 * looking ahead with a second reader would copy what it passes.
 */
final class TypeLabel {
    private static final byte[] TYPE = "\"type\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] json;
    private final byte[] wanted;
    private int at;

    private TypeLabel(byte[] json, byte[] wanted, int at) {
        this.json = json;
        this.wanted = wanted;
        this.at = at;
    }

    /**
     * Where the label's opening quote is.
     *
     * @param json a document; it may be broken, which the reader will find
     * @param objectStart where the object's opening brace is
     * @return the position, or -1 if the object has no member {@code type} that is a whole string
     */
    static int find(byte[] json, int objectStart) {
        return find(json, TYPE, objectStart);
    }

    /** As {@link #find(byte[], int)}, for the member of any name, which is given with its quotes. */
    static int find(byte[] json, byte[] quotedName, int objectStart) {
        return new TypeLabel(json, quotedName, objectStart + 1).find();
    }

    /** The position behind a string that begins at a quote, or the end of the document if it never ends. */
    static int endOfString(byte[] json, int quote) {
        return JsonPath.endOfString(json, quote);
    }

    private int find() {
        while (skipTo() == '"') {
            int name = at;
            at = endOfString(json, at);
            boolean isWanted = at - name == wanted.length && regionMatches(name);
            byte first = skipTo();
            if (isWanted) {
                return first == '"' && isClosed(at) ? at : -1;
            }
            skipValue(first);
        }
        return -1;
    }

    private boolean isClosed(int quote) {
        int end = endOfString(json, quote);
        return end > quote + 1 && json[end - 1] == '"';
    }

    private boolean regionMatches(int from) {
        for (int i = 0; i < wanted.length; i++) {
            if (json[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next byte that is neither white space nor a separator; 0 at the end. */
    private byte skipTo() {
        while (at < json.length) {
            byte b = json[at];
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != ':' && b != ',') {
                return b;
            }
            at++;
        }
        return 0;
    }

    private void skipValue(byte first) {
        if (first == '"') {
            at = endOfString(json, at);
            return;
        }
        int depth = 0;
        while (at < json.length) {
            byte b = json[at];
            if (b == '"') {
                at = endOfString(json, at);
                continue;
            }
            if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                if (depth == 0) {
                    return;
                }
                depth--;
            }
            if (depth == 0 && b == ',') {
                return;
            }
            at++;
        }
    }
}
