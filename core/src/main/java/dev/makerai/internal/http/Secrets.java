package dev.makerai.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the key, and whatever looks like one, out of texts that others wrote. */
final class Secrets {
    private static final String MASK = "[secret]";

    /** Shorter keys are stand-ins for servers that want none, and would mask ordinary words. */
    private static final int SHORTEST_KEY = 4;

    /** What a model says is data: a short stand-in such as "local" must not be cut out of it. */
    private static final int SHORTEST_KEY_IN_ANSWERS = 12;

    private final @Nullable String key;

    Secrets(@Nullable String key) {
        this.key = key != null && key.length() >= SHORTEST_KEY ? key : null;
    }

    /**
     * The same answer without the key, so that nothing which is made of it can repeat the key. Costs one pass over the
     * bytes, and no copy unless the key is there.
     *
     * @param body JSON in UTF-8
     */
    byte[] maskAnswer(byte[] body) {
        return key == null || key.length() < SHORTEST_KEY_IN_ANSWERS ? body : EscapedText.replace(body, key, MASK);
    }

    /** Whether a text that was made of an answer's parts holds the key, as none of the parts does. */
    boolean holdsKey(String text) {
        return key != null && key.length() >= SHORTEST_KEY_IN_ANSWERS && text.contains(key);
    }

    /** Masks the words of an error, in which characters may be escaped as in JSON. */
    String maskEscaped(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return mask(key == null ? text : new String(EscapedText.replace(body, key, MASK), StandardCharsets.UTF_8));
    }

    /** An id that others gave, without the key; what only looks like a key stays. */
    @Nullable
    String maskId(@Nullable String id) {
        return id == null || key == null ? id : id.replace(key, MASK);
    }

    String mask(String text) {
        String masked = key == null ? text : text.replace(key, MASK);
        return Patterns.KEY.matcher(masked).replaceAll(MASK);
    }

    @Nullable
    String maskOrNull(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    /** The fault itself, or one with masked words if it or a cause of it repeats a secret. */
    IOException mask(IOException fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && !mask(message).equals(message)) {
                IOException masked = new IOException(mask(fault.toString()));
                masked.setStackTrace(fault.getStackTrace());
                return masked;
            }
        }
        return fault;
    }

    /** Made when an error first needs it: a good call pays nothing for it. */
    private static final class Patterns {
        static final Pattern KEY =
                Pattern.compile("(?<![A-Za-z0-9])(?:sk|ek)[-_][A-Za-z0-9_-]{8,}|(?<=[Bb]earer )[^\\s\"']+");
    }
}
