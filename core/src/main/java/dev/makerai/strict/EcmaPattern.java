package dev.makerai.strict;

import dev.makerai.internal.scan.BoundedMatch;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression as JSON Schema has them, in the language of JavaScript, for Java's matcher. */
final class EcmaPattern {
    private static final int MAX_CHARACTERS = 2_000;

    /** What is not the same in all languages, and what an automaton cannot follow. */
    private static final Pattern NOT_PLAIN = Pattern.compile("\\(\\?(?!:)|\\\\[1-9kpPuxcBb]");

    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if it is no expression, or longer than 2000 characters */
    static EcmaPattern of(String regex) {
        if (regex.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("is longer than 2000 characters");
        }
        try {
            return new EcmaPattern(Pattern.compile(translated(regex)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("is no regular expression: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("nests too deep", e);
        }
    }

    /** What strict mode may have against an expression, the end of a sentence; null if nothing. */
    static @Nullable String problem(String regex) {
        try {
            EcmaPattern.of(regex);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return NOT_PLAIN.matcher(regex.replaceAll("\\\\[^\\w]", "_")).find()
                ? "looks around, refers back, or uses what not every reader has"
                : null;
    }

    /** Whether the expression is somewhere in the text; false also if that takes too long to find out. */
    boolean isIn(String text) {
        return BoundedMatch.finds(pattern, text);
    }

    /** The same expression for Java: its classes nest and take && as an operator, and its $ also fits before a line end. */
    private static String translated(String regex) {
        StringBuilder java = new StringBuilder(regex.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                java.append(escaped(regex.charAt(++i)));
            } else if (inClass) {
                inClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else if (c == '[') {
                inClass = true;
                java.append(c);
                if (regex.startsWith("^]", i + 1)) {
                    // All characters.
                    java.setLength(java.length() - 1);
                    java.append("[\\s\\S]");
                    inClass = false;
                    i += 2;
                } else if (regex.startsWith("]", i + 1)) {
                    // No character.
                    java.setLength(java.length() - 1);
                    java.append("(?!)");
                    inClass = false;
                    i++;
                }
            } else {
                java.append(c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        return java.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd', 'D', 'w', 'W', 's', 'S', 'b', 'B', 't', 'n', 'r', 'f', 'x', 'u', 'c', 'k', 'p', 'P' -> "\\" + c;
            case 'v' -> "\\x0B";
            case '0' -> "\\x00";
            default -> {
                // Java gives letters a meaning that they do not have here.
                boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
                yield isLetter ? String.valueOf(c) : "\\" + c;
            }
        };
    }
}
