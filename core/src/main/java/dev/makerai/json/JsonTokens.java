package dev.makerai.json;

import dev.makerai.errors.DecodeException;

/** What the reader lets pass though it is not JSON: literals in capitals, and control characters in strings. */
final class JsonTokens {
    private JsonTokens() {}

    /**
     * Checks a text that the reader has taken for JSON.
     *
     * @throws DecodeException at the first token that is none
     */
    static void check(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfString(text, at);
            } else if (Character.isLetter(c)) {
                at = endOfLiteral(text, at);
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                at = endOfNumber(text, at);
            } else {
                at++;
            }
        }
    }

    private static int endOfString(String text, int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c < ' ') {
                throw refuse("A control character stands bare in a string", at, text);
            }
            if (c == '\\') {
                at++;
            }
        }
        throw refuse("A string does not end", start, text);
    }

    private static int endOfLiteral(String text, int start) {
        for (String literal : new String[] {"true", "false", "null"}) {
            if (text.startsWith(literal, start)) {
                return start + literal.length();
            }
        }
        throw refuse("This is no literal of JSON", start, text);
    }

    private static int endOfNumber(String text, int start) {
        int at = start;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static DecodeException refuse(String problem, int at, String text) {
        return new DecodeException(problem + " (character " + (at + 1) + ")", "$", text, null, null);
    }
}
