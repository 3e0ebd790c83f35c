package dev.makerai.schema;

/**
 * Takes what stands between the quotes of a JSON string, character by character, and gives it out in whole characters:
 * an escape when it has ended, a surrogate pair in one. What it gives out is escaped as JSON demands; half of a pair
 * that stands alone is a question mark where it was bare, as in any encoding, and stays where it was escaped.
 */
final class JsonStringScanner {
    /** What a character was. */
    enum Step {
        INSIDE,
        END,
        WRONG
    }

    private static final int UNICODE_ESCAPE = 6;

    private final StringBuilder ready = new StringBuilder();
    private final StringBuilder escape = new StringBuilder(UNICODE_ESCAPE);
    /** The first half of a pair, whose second one may follow; empty for none. */
    private String held = "";

    Step accept(char c) {
        if (escape.length() > 0) {
            escape.append(c);
            return escape.length() == 2 ? shortEscape(c) : unicodeEscape(c);
        }
        if (c == '"') {
            release();
            return Step.END;
        }
        if (c < ' ') {
            return Step.WRONG;
        }
        if (c == '\\') {
            escape.append(c);
        } else if (Character.isSurrogate(c)) {
            surrogate(c, String.valueOf(c), 1);
        } else {
            release();
            ready.append(c);
        }
        return Step.INSIDE;
    }

    /** What has become whole since the last call. */
    String take() {
        String taken = ready.toString();
        ready.setLength(0);
        return taken;
    }

    private Step shortEscape(char c) {
        switch (c) {
            case 'u' -> {
                return Step.INSIDE;
            }
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> endEscape(escape.toString());
            // The reader takes these two, which JSON does not know.
            case '\'' -> endEscape("'");
            case '\n' -> endEscape("\\n");
            default -> {
                return Step.WRONG;
            }
        }
        return Step.INSIDE;
    }

    private void endEscape(String text) {
        release();
        ready.append(text);
        escape.setLength(0);
    }

    private Step unicodeEscape(char c) {
        // Digits of other scripts are none here.
        if (c > 'f' || Character.digit(c, 16) < 0) {
            return Step.WRONG;
        }
        if (escape.length() < UNICODE_ESCAPE) {
            return Step.INSIDE;
        }
        String text = escape.toString();
        char unit = (char) Integer.parseInt(text.substring(2), 16);
        if (Character.isSurrogate(unit)) {
            surrogate(unit, text, UNICODE_ESCAPE);
            escape.setLength(0);
        } else {
            endEscape(text);
        }
        return Step.INSIDE;
    }

    private void surrogate(char unit, String text, int length) {
        if (Character.isHighSurrogate(unit)) {
            release();
            held = text;
        } else if (held.length() == length) {
            ready.append(held).append(text);
            held = "";
        } else {
            release();
            ready.append(alone(text));
        }
    }

    private void release() {
        if (!held.isEmpty()) {
            ready.append(alone(held));
            held = "";
        }
    }

    private static String alone(String half) {
        return half.length() == 1 ? "?" : half;
    }
}
