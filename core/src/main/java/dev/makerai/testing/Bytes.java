package dev.makerai.testing;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies as what they may be. */
final class Bytes {
    private Bytes() {}

    static byte[] joined(List<byte[]> chunks) {
        byte[] all = new byte[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }

    /** The text, or null if it is none in UTF-8. */
    static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The JSON value, or null if it is none. */
    static @Nullable Json json(byte[] bytes) {
        String text = text(bytes);
        try {
            return text == null || text.isBlank() ? null : Json.parse(text);
        } catch (DecodeException e) {
            return null;
        }
    }
}
