package dev.makerai.internal.scan;

import dev.makerai.internal.naming.Shown;
import java.nio.charset.StandardCharsets;

/**
 * Says where in a JSON document a byte is, as {@code $.output[0].text}. The reader's own path is wrong behind values
 * that were passed over, and dear to keep for the many that are never asked for.
 */
public final class JsonPath {
    /** One more than the reader goes down. */
    private static final int MAX_DEPTH = 256;

    private static final int SHOWN_CHARACTERS = 300;

    private final byte[] json;
    /** Of each open value: the index of the present element, or -1 in an object. */
    private final int[] index = new int[MAX_DEPTH];
    /** Of each open object: where the present member's name begins and ends; 0 before there is one. */
    private final int[] nameStart = new int[MAX_DEPTH];

    private final int[] nameEnd = new int[MAX_DEPTH];
    private int depth;

    private JsonPath(byte[] json) {
        this.json = json;
    }

    /**
     * The path of the innermost value at a position.
     *
     * @param json a document in UTF-8; it may be broken behind the position
     * @param position in bytes, up to the document's length
     * @return {@code $}, the whole, also where it lies too deep to say
     */
    public static String at(byte[] json, int position) {
        JsonPath path = new JsonPath(json);
        return path.goTo(position) ? path.text() : "$";
    }

    /** The position behind a string that begins at a quote, or the end of the document if it never ends. */
    public static int endOfString(byte[] json, int quote) {
        int i = quote + 1;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, json.length);
    }

    private boolean goTo(int position) {
        int string = 0;
        int at = 0;
        while (at < position) {
            byte b = json[at];
            int end = at + 1;
            if (b == '"') {
                string = at;
                end = endOfString(json, at);
            } else if (b == '{' || b == '[') {
                if (depth == MAX_DEPTH) {
                    return false;
                }
                index[depth] = b == '{' ? -1 : 0;
                nameEnd[depth++] = 0;
            } else if (b == '}' || b == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth > 0) {
                step(b, string, at);
            }
            at = end;
        }
        return true;
    }

    private void step(byte mark, int string, int at) {
        int top = depth - 1;
        if (mark == ':') {
            nameStart[top] = string;
            nameEnd[top] = at;
        } else if (mark == ',') {
            nameEnd[top] = 0;
            index[top] += index[top] < 0 ? 0 : 1;
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            if (index[i] >= 0) {
                text.append('[').append(index[i]).append(']');
            } else if (nameEnd[i] > 0) {
                text.append('.').append(name(i));
            }
        }
        return text.length() <= SHOWN_CHARACTERS ? text.toString() : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private String name(int level) {
        int start = nameStart[level] + 1;
        int end = Math.max(start, endOfString(json, nameStart[level]) - 1);
        String shown = Shown.quoted(new String(json, start, end - start, StandardCharsets.UTF_8));
        return shown.substring(1, shown.length() - 1);
    }
}
