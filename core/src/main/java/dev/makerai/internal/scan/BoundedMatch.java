package dev.makerai.internal.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches regular expressions in bounded time: some need more steps than there are atoms, on texts that are made for
 * it.
 */
public final class BoundedMatch {
    /** A text that a good expression needs more steps for is none that a model should write. */
    private static final int MAX_STEPS = 5_000_000;

    private BoundedMatch() {}

    /** Whether the whole text matches; false also if that takes too long to find out. */
    public static boolean matches(Pattern pattern, String text) {
        return bounded(pattern, text, true);
    }

    /** Whether something in the text matches; false also if that takes too long to find out. */
    public static boolean finds(Pattern pattern, String text) {
        return bounded(pattern, text, false);
    }

    private static boolean bounded(Pattern pattern, String text, boolean whole) {
        try {
            Matcher matcher = pattern.matcher(new CountedText(text));
            return whole ? matcher.matches() : matcher.find();
        } catch (TooManySteps | StackOverflowError e) {
            // Java's matcher recurses on some repeated groups. What it cannot check is not let in.
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character, to stop it when it tries one way after another. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int stepsLeft = MAX_STEPS;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--stepsLeft < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
