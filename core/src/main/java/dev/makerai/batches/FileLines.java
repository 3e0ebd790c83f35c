package dev.makerai.batches;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.scan.HeapShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The lines of a file that is being downloaded, one at a time, so that its size does not matter. */
final class FileLines implements AutoCloseable {
    /** As much as the longest answer that is read whole. */
    static final int LONGEST_LINE = HeapShare.bytes(128 * 1024 * 1024, 16);

    private static final int SHOWN = 200;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final OpenAnswer answer;
    private final int longest;
    private long number;

    FileLines(OpenAnswer answer, int longest) {
        this.answer = answer;
        this.longest = longest;
    }

    /** The number of the line that was read last, counted from 1. */
    long number() {
        return number;
    }

    /**
     * Reads up to the next line that is not blank.
     *
     * @return the line without its break; null at the end
     * @throws DecodeException if the line is too long; the next call goes on behind it
     * @throws dev.makerai.errors.TransportException if the download breaks off
     */
    byte @Nullable [] next() {
        try {
            BufferedSource source = answer.source();
            while (!source.exhausted()) {
                number++;
                byte[] line = answer.withoutKey(line(source));
                if (!isBlank(line)) {
                    return line;
                }
            }
            answer.end();
            return null;
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    /**
     * A line as an error shows it.
     *
     * @param line as it was read
     */
    String shown(byte[] line) {
        return answer.masked(new String(line, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        answer.close();
    }

    private byte[] line(BufferedSource source) throws IOException {
        if (number == 1 && source.rangeEquals(0, okio.ByteString.of(BYTE_ORDER_MARK))) {
            source.skip(BYTE_ORDER_MARK.length);
        }
        long end = source.indexOf((byte) '\n', 0, longest);
        if (end < 0 && source.request(longest)) {
            String start = answer.masked(source.readUtf8(SHOWN));
            skipLine(source);
            throw new DecodeException(
                    "The line is longer than " + longest + " bytes, the most that is read", "$", start, null, null);
        }
        byte[] line = end < 0 ? source.readByteArray() : source.readByteArray(end);
        if (end >= 0) {
            source.skip(1);
        }
        return line;
    }

    private static void skipLine(BufferedSource source) throws IOException {
        while (!source.exhausted()) {
            long end = source.getBuffer().indexOf((byte) '\n');
            if (end >= 0) {
                source.skip(end + 1);
                return;
            }
            source.skip(source.getBuffer().size());
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
