package dev.makerai.internal.json;

import java.util.Random;

/** Writes JSON values of every kind with every kind of white space, the same ones for the same seed. */
public final class RandomJson {
    private static final String[] SPACES = {"", "", "", " ", "\n", "\t ", "\r\n  "};
    private static final String[] TEXTS = {
        "", "type", "a b", "ü€😀", "\\\"", "\\\\", "\\u00e9", "\\n{[", "]},:", "x".repeat(9000)
    };
    private static final String[] NUMBERS = {"0", "-0", "1.50", "12345678901234567890", "1e5", "-1.0E-3", "42", "9e999"
    };

    private final Random random;

    public RandomJson(long seed) {
        this.random = new Random(seed);
    }

    public String space() {
        return SPACES[random.nextInt(SPACES.length)];
    }

    public String text() {
        // The long one crosses the segments of a buffer, but is rare so that the loops stay quick.
        return TEXTS[random.nextInt(random.nextInt(20) == 0 ? TEXTS.length : TEXTS.length - 1)];
    }

    public String value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 6)) {
            case 0 -> '"' + text() + '"';
            case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 2 -> random.nextBoolean() ? "true" : "false";
            case 3 -> "null";
            case 4 -> array(depth);
            default -> object(depth);
        };
    }

    public String array(int depth) {
        StringBuilder array = new StringBuilder("[").append(space());
        for (int i = random.nextInt(4); i > 0; i--) {
            array.append(value(depth - 1))
                    .append(space())
                    .append(i == 1 ? "" : ",")
                    .append(space());
        }
        return array.append(']').toString();
    }

    public String object(int depth) {
        StringBuilder object = new StringBuilder("{").append(space());
        for (int i = random.nextInt(4); i > 0; i--) {
            object.append('"')
                    .append(text())
                    .append('"')
                    .append(space())
                    .append(':')
                    .append(space());
            object.append(value(depth - 1))
                    .append(space())
                    .append(i == 1 ? "" : ",")
                    .append(space());
        }
        return object.append('}').toString();
    }
}
