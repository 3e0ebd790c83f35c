package dev.makerai.internal.json;

import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks up one member of an object by its bytes, without reading the object. */
public final class StringMember {
    private final byte[] quotedName;

    /**
     * Names the member.
     *
     * @param name of letters that need no escapes
     */
    public StringMember(String name) {
        this.quotedName = ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The member's characters.
     *
     * @param document an object in UTF-8; it may be broken, which its reader will find
     * @return null if the document does not begin with an object, or the object has no such member that is a string
     */
    public @Nullable String of(byte[] document) {
        int start = 0;
        while (start < document.length && document[start] <= ' ') {
            start++;
        }
        if (start == document.length || document[start] != '{') {
            return null;
        }
        int quote = TypeLabel.find(document, quotedName, start);
        if (quote < 0) {
            return null;
        }
        int end = TypeLabel.endOfString(document, quote);
        return Json.trusted(new String(document, quote, end - quote, StandardCharsets.UTF_8))
                .string();
    }
}
