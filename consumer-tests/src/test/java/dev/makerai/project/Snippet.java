package dev.makerai.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code that a document shows.
 *
 * @param place the document and the line
 * @param code the code as it is shown
 */
record Snippet(String place, String code) {
    private static final Pattern MARKDOWN =
            Pattern.compile("^([ \t]*+)```java\\b[^\n]*\n(.*?)^\\1```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern JAVADOC = Pattern.compile("<pre>[\\s*]*\\{@code\\b");
    private static final Pattern AFTER = Pattern.compile("[\\s*]*</pre>");
    private static final Pattern STAR = Pattern.compile("^[ \t]*\\* ?", Pattern.MULTILINE);

    /** The blocks of a Markdown text that are fenced as {@code java}. */
    static List<Snippet> ofMarkdown(String document, String text) {
        List<Snippet> snippets = new ArrayList<>();
        Matcher block = MARKDOWN.matcher(text);
        while (block.find()) {
            snippets.add(new Snippet(place(document, text, block.start()), block.group(2)));
        }
        return snippets;
    }

    /** The blocks of code in the Javadoc of a source. */
    static List<Snippet> ofJavadoc(String document, String source) {
        List<Snippet> snippets = new ArrayList<>();
        for (JavaCode.Comment comment : JavaCode.javadoc(source)) {
            Matcher block = JAVADOC.matcher(comment.text());
            while (block.find()) {
                String place = place(document, source, comment.start() + block.start());
                int end = closingBrace(comment.text(), block.end(), place);
                String shown = comment.text().substring(block.end(), end);
                snippets.add(new Snippet(place, STAR.matcher(shown).replaceAll("")));
            }
        }
        return snippets;
    }

    /** Javadoc counts braces, also those in strings and comments. */
    private static int closingBrace(String comment, int from, String place) {
        int open = 1;
        int i = from;
        while (open > 0 && i < comment.length()) {
            char c = comment.charAt(i++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        if (open > 0 || !AFTER.matcher(comment).region(i, comment.length()).lookingAt()) {
            throw new AssertionError("The snippet at " + place + " does not end with }</pre> where its braces balance;"
                    + " Javadoc counts those in strings and comments too");
        }
        return i - 1;
    }

    private static String place(String document, String text, int offset) {
        long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return document + ":" + line;
    }
}
