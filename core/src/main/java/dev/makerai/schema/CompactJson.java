package dev.makerai.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values in a well-formed JSON text without white space, whose names of members have no escapes. */
final class CompactJson {
    /**
     * Where a value stands.
     *
     * @param start of its first character
     * @param end behind its last one
     */
    record Slice(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    private final String text;

    CompactJson(String text) {
        this.text = text;
    }

    /** A value inside objects; null if it is not there. */
    @Nullable
    Slice find(List<String> path) {
        Slice at = text.isEmpty() ? null : new Slice(0, text.length());
        for (String name : path) {
            at = at == null ? null : members(at).get(name);
        }
        return at;
    }

    /** The members of an object; none if it is something else. */
    Map<String, Slice> members(Slice object) {
        Map<String, Slice> members = new LinkedHashMap<>();
        int at = object.start;
        while (text.charAt(object.start) == '{' && text.charAt(at) != '}' && text.charAt(at + 1) != '}') {
            int nameEnd = text.indexOf('"', at + 2);
            int valueEnd = end(nameEnd + 2);
            members.put(text.substring(at + 2, nameEnd), new Slice(nameEnd + 2, valueEnd));
            at = valueEnd;
        }
        return members;
    }

    private int end(int start) {
        int depth = 0;
        int at = start;
        do {
            switch (text.charAt(at)) {
                case '"' -> at = endOfString(at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> at = endOfRest(at) - 1;
            }
            at++;
        } while (depth > 0);
        return at;
    }

    private int endOfString(int quote) {
        int at = quote + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** The end of a number, a literal, or a separator. */
    private int endOfRest(int start) {
        int at = start + 1;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0 && "{[\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
