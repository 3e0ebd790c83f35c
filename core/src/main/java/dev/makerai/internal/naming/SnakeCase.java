package dev.makerai.internal.naming;

/**
 * Turns a Java name into its wire name: {@code weightGrams} into {@code weight_grams}, {@code parseURL} into
 * {@code parse_url}, {@code URLParser} into {@code url_parser}.
 */
public final class SnakeCase {
    private SnakeCase() {}

    /**
     * Puts an underscore before each capital that starts a word and writes all letters small. A capital starts a word
     * after a small letter or a digit, and as the last of several capitals when a small letter follows. Digits belong
     * to the word before them ({@code x2}, {@code sha256_sum}); underscores stay where they are.
     */
    public static String of(String javaName) {
        StringBuilder wire = new StringBuilder(javaName.length() + 8);
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c) && startsWord(javaName, i)) {
                wire.append('_');
            }
            wire.append(Character.toLowerCase(c));
        }
        return wire.toString();
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || name.charAt(i - 1) == '_') {
            return false;
        }
        boolean endsCapitals = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(name.charAt(i - 1)) || endsCapitals;
    }
}
