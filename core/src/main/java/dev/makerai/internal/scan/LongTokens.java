package dev.makerai.internal.scan;

/**
 * Finds the numbers and the white space of a JSON document that are too long for its reader, which takes time by the
 * square of their length. Costs next to nothing: what is too long lies under one of a few bytes that are looked at.
 */
public final class LongTokens {
    /** The most characters that a number may have. */
    public static final int MAX_NUMBER = 1_000;

    /** The most white space in one place, in bytes: some servers send it to keep a connection alive. */
    public static final int MAX_SPACE = 64 * 1024;

    private final byte[] json;
    /** How far it is known what is a string; itself outside of any. */
    private int outside;

    private LongTokens(byte[] json) {
        this.json = json;
    }

    /**
     * Where the first one begins.
     *
     * @param json a document in UTF-8; it may be broken, which its reader will find
     * @return the position in bytes, or -1 if all may be read
     */
    public static int find(byte[] json) {
        return json.length <= MAX_NUMBER ? -1 : new LongTokens(json).find();
    }

    /**
     * Says what is too long.
     *
     * @param json the document
     * @param start from {@link #find}
     */
    public static String problem(byte[] json, int start) {
        return isSpace(json[start])
                ? "There are more than " + MAX_SPACE + " bytes of white space, the most that is read"
                : "A number has more than " + MAX_NUMBER + " characters, the most that is read";
    }

    private int find() {
        // Of any such row of bytes, one stands at a multiple of the length.
        for (int at = 0; at < json.length; at += MAX_NUMBER) {
            boolean space = isSpace(json[at]);
            if (!space && !isOfNumber(json[at])) {
                continue;
            }
            int start = at;
            while (start > 0 && (space ? isSpace(json[start - 1]) : isOfNumber(json[start - 1]))) {
                start--;
            }
            int end = at + 1;
            while (end < json.length && (space ? isSpace(json[end]) : isOfNumber(json[end]))) {
                end++;
            }
            if (end - start > (space ? MAX_SPACE : MAX_NUMBER) && isOutsideStrings(start)) {
                return start;
            }
            // The next look is behind it, so that a long row is gone through once.
            at = Math.max(at, (end - 1) / MAX_NUMBER * MAX_NUMBER);
        }
        return -1;
    }

    /** To be asked from the front to the back. */
    private boolean isOutsideStrings(int position) {
        while (outside < position) {
            outside = json[outside] == '"' ? JsonPath.endOfString(json, outside) : outside + 1;
        }
        return outside == position;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isOfNumber(byte b) {
        return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }
}
