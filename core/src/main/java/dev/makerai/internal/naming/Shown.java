package dev.makerai.internal.naming;

/** Text from outside as it may stand in a message: short, in one line, with nothing invisible in it. */
public final class Shown {
    private static final int MAX_CHARACTERS = 80;

    private Shown() {}

    /** The text in double quotes, cut after 80 characters, with what cannot be seen as its code point. */
    public static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            if (++used > MAX_CHARACTERS) {
                return shown.append("…\"").toString();
            }
            int codePoint = text.codePointAt(i);
            if (isVisible(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(String.format("U+%04X", codePoint));
            }
            i += Character.charCount(codePoint);
        }
        return shown.append('"').toString();
    }

    /** Whether a reader can see the character, or the gap that a plain space leaves. */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
