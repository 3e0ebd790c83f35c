package dev.makerai.audio;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.http.OpenAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okio.BufferedSource;

/** Reads answers that are not JSON. */
final class SoundAnswer {
    /** As much as is read of any answer. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private static final int CHUNK = 8192;
    private static final int SHOWN = 200;

    private SoundAnswer() {}

    /** All of the sound. */
    static byte[] bytes(OpenAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copySound(answer, bytes, MOST_BYTES);
        return bytes.toByteArray();
    }

    /** All of a text, which is no page of a proxy. */
    static String text(OpenAnswer answer) {
        refuse(answer, "a text", "text/html");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long unused = copy(answer, bytes, MOST_BYTES);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Copies the sound as it comes. */
    static void copy(OpenAnswer answer, OutputStream out) {
        copySound(answer, out, Long.MAX_VALUE);
    }

    private static void copySound(OpenAnswer answer, OutputStream out, long most) {
        refuse(answer, "sound", "text/", "application/json");
        if (copy(answer, out, most) == 0) {
            throw new DecodeException(
                    "The answer holds no sound at all: a proxy may have emptied it", "$", "", answer.requestId(), null);
        }
    }

    private static void refuse(OpenAnswer answer, String wanted, String... types) {
        String type = answer.header("Content-Type");
        for (String other : types) {
            if (type != null && type.startsWith(other)) {
                throw new DecodeException(
                        "The answer is " + answer.masked(type) + " and not " + wanted + ": the base URL may be wrong,"
                                + " or a proxy answered; it begins",
                        "$",
                        answer.masked(start(answer)),
                        answer.requestId(),
                        null);
            }
        }
    }

    private static long copy(OpenAnswer answer, OutputStream out, long most) {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = read(answer, chunk); read >= 0; read = read(answer, chunk)) {
            total += read;
            if (total > most) {
                throw new DecodeException(
                        "The answer is larger than " + most + " bytes, the most that is read into memory",
                        "$",
                        "",
                        answer.requestId(),
                        null);
            }
            write(out, chunk, read);
        }
        answer.end();
        return total;
    }

    private static String start(OpenAnswer answer) {
        try {
            BufferedSource source = answer.source();
            boolean unused = source.request(SHOWN);
            return source.readUtf8(Math.min(SHOWN, source.getBuffer().size()));
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private static int read(OpenAnswer answer, byte[] chunk) {
        try {
            return answer.source().read(chunk);
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The speech cannot be written", e);
        }
    }
}
