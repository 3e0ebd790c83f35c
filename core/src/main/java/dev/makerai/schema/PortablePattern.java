package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.internal.scan.BoundedMatch;
import java.lang.reflect.Type;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that means the same in Java and in JSON Schema, and whose match always comes to an end.
 */
final class PortablePattern {
    /** Groups with an option or a look around, escapes of Java's own, back references, set operations. */
    private static final Pattern NOT_PORTABLE =
            Pattern.compile("\\(\\?(?!:)|\\\\[pPAzZGQEkKRXhHvVNaecxu0-9]|&&|\\[[^]]*\\[");

    /** In Java the bracket stands for itself; in JavaScript, as JSON Schema has it, the class ends here. */
    private static final Pattern LEADING_BRACKET = Pattern.compile("\\[\\^?]");

    private static final Pattern POSSESSIVE = Pattern.compile("[*+?}]\\+");
    private static final Pattern CLASS = Pattern.compile("\\[[^]]*]");

    private final Pattern pattern;
    private final String text;

    private PortablePattern(Pattern pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    static PortablePattern of(String regex, Place place, Type type) {
        String plain = withoutEscapedSigns(regex);
        if (NOT_PORTABLE.matcher(plain).find()
                || POSSESSIVE.matcher(CLASS.matcher(plain).replaceAll("_")).find()) {
            throw place.refuse(
                    type,
                    "its @Pattern uses what JSON Schema does not share with Java (look-around, back references,"
                            + " inline flags, possessive quantifiers, \\p, nested classes)",
                    "Use plain classes, groups and quantifiers");
        }
        if (LEADING_BRACKET.matcher(plain).find()) {
            throw place.refuse(
                    type,
                    "its @Pattern has a class that begins with ], which is an empty class in JavaScript and not"
                            + " portable",
                    "Write the bracket as \\\\]");
        }
        try {
            String text = anchored(regex);
            return new PortablePattern(Pattern.compile(text), text);
        } catch (PatternSyntaxException e) {
            throw place.refuse(type, "its @Pattern is no regular expression: " + e.getDescription(), "Correct it");
        }
    }

    /** The expression with its anchors, for the schema. */
    String text() {
        return text;
    }

    boolean matches(String value) {
        return BoundedMatch.matches(pattern, value);
    }

    /** Without these, {@code \\p} (a backslash before a p) would be taken for a class. */
    private static String withoutEscapedSigns(String regex) {
        return regex.replaceAll("\\\\[^\\w]", "_");
    }

    private static String anchored(String regex) {
        // Of the whole string these change nothing, also where they stand in one of several alternatives only.
        int end = regex.endsWith("$") && !isEscaped(regex, regex.length() - 1) ? regex.length() - 1 : regex.length();
        String body = regex.substring(regex.startsWith("^") ? 1 : 0, end);
        return hasAlternatives(body) ? "^(?:" + body + ")$" : "^" + body + "$";
    }

    private static boolean isEscaped(String regex, int at) {
        int first = at;
        while (first > 0 && regex.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    /** Whether there is a bar outside of all groups and classes. */
    private static boolean hasAlternatives(String regex) {
        int groups = 0;
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> groups += inClass ? 0 : 1;
                case ')' -> groups -= inClass ? 0 : 1;
                case '|' -> {
                    if (groups == 0 && !inClass) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}
