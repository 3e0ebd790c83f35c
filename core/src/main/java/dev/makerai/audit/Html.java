package dev.makerai.audit;

/** Writes HTML: whatever is text stays text, and what would not be seen is made visible. */
final class Html {
    /** More of one text is left out, so that a page stays one that a browser opens. */
    static final int MAX_CHARACTERS = 20_000;

    private final StringBuilder out = new StringBuilder(16_384);

    /** Adds markup. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Adds an element with a text. */
    Html element(String name, String cssClass, String text) {
        return open(name, cssClass).text(text).close(name);
    }

    Html open(String name, String cssClass) {
        out.append('<').append(name);
        if (!cssClass.isEmpty()) {
            out.append(" class=\"").append(cssClass).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Adds text, or the beginning of one that is too long. */
    Html text(String text) {
        int end = Math.min(text.length(), MAX_CHARACTERS);
        text.codePoints().limit(end).forEach(this::character);
        int left = text.codePointCount(0, text.length()) - end;
        if (left > 0) {
            out.append(" … and ").append(Amounts.count(left)).append(" further characters");
        }
        return this;
    }

    private void character(int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) point);
            default -> {
                if (isUnseen(point)) {
                    out.append(String.format("⟨U+%04X⟩", point));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    /** Controls, marks that turn the direction of text, and halves of characters. */
    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            // Joiners are a part of many scripts and pictures.
            case Character.FORMAT -> point != 0x200c && point != 0x200d && point != 0xad;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
