package dev.makerai.internal.json;

/** Turns Java's names into the wire's. */
final class SnakeCase {
    private SnakeCase() {}

    /** The name with each capital letter as an underscore and its small letter: {@code callId} is {@code call_id}. */
    static String of(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                snake.append('_').append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
