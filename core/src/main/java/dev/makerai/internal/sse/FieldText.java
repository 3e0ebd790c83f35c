package dev.makerai.internal.sse;

import java.nio.charset.StandardCharsets;

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

    /** A new string each time. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
