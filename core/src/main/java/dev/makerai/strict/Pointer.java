package dev.makerai.strict;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places in a schema, as the JSON pointers (RFC 6901) that references use. */
final class Pointer {
    private Pointer() {}

    static String child(String at, String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String child(String at, int index) {
        return at + "/" + index;
    }

    /** What a reference inside the document names; null if it names nothing there. */
    static @Nullable Object resolve(Object root, String reference) {
        if (!reference.startsWith("#")) {
            return null;
        }
        String path = reference.substring(1);
        if (path.isEmpty()) {
            return root;
        }
        if (!path.startsWith("/")) {
            return null;
        }
        Object at = root;
        for (String step : path.substring(1).split("/", -1)) {
            Object next = step(at, step.replace("~1", "/").replace("~0", "~"));
            next = next == null ? step(at, decoded(step)) : next;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /** Some writers encode names as in a URI. */
    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
        } catch (IllegalArgumentException notEncoded) {
            return step;
        }
    }

    private static @Nullable Object step(Object at, String name) {
        if (at instanceof Map<?, ?> members) {
            return members.get(name);
        }
        if (at instanceof List<?> elements && name.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(name);
            return index < elements.size() ? elements.get(index) : null;
        }
        return null;
    }
}
