package dev.makerai.internal.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The value of a field, kept as bytes in one array that is used again. */
final class FieldText {
    private byte[] bytes = {};
    private int length;

    void clear() {
        length = 0;
    }

    void set(byte[] from, int start, int end) {
        length = end - start;
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        System.arraycopy(from, start, bytes, 0, length);
    }

    boolean is(byte[] text) {
        return Arrays.equals(bytes, 0, length, text, 0, text.length);
    }

    /** A new string each time. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
