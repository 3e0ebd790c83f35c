package dev.makerai.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java code as the row of its tokens: layout and comments do not count, everything else does. */
final class JavaCode {
    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "(?<comment>//[^\n]*|/\\*(?s:.*?)\\*/)",
            "(?<block>\"\"\"(?:[^\"\\\\]++|\\\\(?s:.)|\"(?!\"\"))*+\"\"\")",
            "\"(?:[^\"\\\\\n]++|\\\\.)*+\"",
            "'(?:[^'\\\\\n]++|\\\\.)*+'",
            "\\p{javaJavaIdentifierPart}++",
            "\\S"));

    /** Stands around each token, so that {@code price(} is not found in {@code unitPrice(}. */
    private static final char BORDER = '\0';

    private final String tokens;

    JavaCode(String text) {
        StringBuilder joined = new StringBuilder().append(BORDER);
        Matcher token = tokensOf(text);
        while (token.find()) {
            if (token.group("comment") == null) {
                joined.append(token.group("block") == null ? token.group() : textBlock(token.group()));
                joined.append(BORDER);
            }
        }
        tokens = joined.toString();
    }

    /** Whether there is anything but comments. */
    boolean isEmpty() {
        return tokens.length() == 1;
    }

    /** Whether the part's tokens stand in this code, one after the other. */
    boolean contains(JavaCode part) {
        return tokens.contains(part.tokens);
    }

    /** The Javadoc comments of a source, each with its place in it. */
    static List<Comment> javadoc(String source) {
        List<Comment> found = new ArrayList<>();
        Matcher token = tokensOf(source);
        while (token.find()) {
            if (token.group().startsWith("/**")) {
                found.add(new Comment(token.start(), token.group()));
            }
        }
        return found;
    }

    /**
     * A comment in a source.
     *
     * @param start where it begins
     * @param text all of it, from its first slash to its last
     */
    record Comment(int start, String text) {}

    private static Matcher tokensOf(String text) {
        return TOKEN.matcher(text);
    }

    /** How far a text block is indented means nothing. */
    private static String textBlock(String token) {
        return "\"\"\""
                + token.substring(token.indexOf('\n') + 1, token.length() - 3).stripIndent();
    }
}
