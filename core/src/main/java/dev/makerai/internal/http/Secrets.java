package dev.makerai.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the key, and whatever looks like one, out of texts that others wrote. */
final class Secrets {
    private static final String MASK = "[secret]";

    /** Shorter keys are stand-ins for servers that want none, and would mask ordinary words. */
    private static final int SHORTEST_KEY = 4;

    private final @Nullable String key;

    Secrets(@Nullable String key) {
        this.key = key != null && key.length() >= SHORTEST_KEY ? key : null;
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
