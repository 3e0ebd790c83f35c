package dev.makerai.internal.sse;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.scan.HeapShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events by the rules of the WHATWG standard (HTML, section 9.2.6), an event at a time and without
 * copying it: the data stands in a buffer that the next event overwrites.
 *
 * <p>An event that no blank line ends is dropped, as the standard says: who needs to know whether a stream was cut
 * looks for the event that ends it. The field {@code retry} is passed over, since nothing here connects again.
 */
public final class EventReader {
    /** The most bytes that an event may have; a picture in base64 fits well. Less where the heap is small. */
    public static final int MAX_BYTES = HeapShare.bytes(64 * 1024 * 1024, 32);

    private static final int FIRST_SIZE = 8 * 1024;

    /** A buffer that a large event has grown beyond this is given back before the next event. */
    private static final int KEPT_SIZE = 256 * 1024;

    private static final int SHOWN_BYTES = 2000;
    private static final byte[] DATA = ascii("data");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] ID = ascii("id");
    private static final byte[] DONE = ascii("[DONE]");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BufferedSource source;
    private final int maxBytes;
    private final @Nullable String requestId;
    private final FieldText name = new FieldText();
    private final FieldText lastId = new FieldText();

    /** What was read and is still needed: the data of this event, and behind it the lines not yet looked at. */
    private byte[] buffer;

    private int limit;
    private int lineStart;
    private boolean hasData;
    private int dataStart;
    private int dataEnd;
    private boolean atStart = true;
    private boolean afterCarriageReturn;

    /**
     * Reads from the start of a stream.
     *
     * @param source the body; whoever opened it closes it
     * @param requestId for the error, or null
     */
    public EventReader(BufferedSource source, @Nullable String requestId) {
        this(source, requestId, MAX_BYTES);
    }

    EventReader(BufferedSource source, @Nullable String requestId, int maxBytes) {
        this.source = source;
        this.requestId = requestId;
        this.maxBytes = maxBytes;
        this.buffer = new byte[Math.min(FIRST_SIZE, maxBytes + 1)];
    }

    /**
     * Goes to the next event that has data.
     *
     * @return false if the stream is at its end
     * @throws IOException if the source fails
     * @throws DecodeException if an event or a line is too large
     */
    public boolean next() throws IOException {
        forget();
        while (true) {
            int end = endOfLine();
            if (end < 0) {
                hasData = false;
                return false;
            }
            int start = lineStart;
            lineStart = end + 1;
            afterCarriageReturn = buffer[end] == '\r';
            if (atStart) {
                atStart = false;
                start += startsWith(BYTE_ORDER_MARK, start, end) ? BYTE_ORDER_MARK.length : 0;
            }
            if (start < end) {
                field(start, end);
            } else if (hasData) {
                return true;
            } else {
                name.clear();
            }
        }
    }

    /** Holds the data from {@link #offset} on; it changes with the next event. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer the data begins. */
    public int offset() {
        return dataStart;
    }

    /** How many bytes the data has; 0 before the first event and behind the last. */
    public int length() {
        return hasData ? dataEnd - dataStart : 0;
    }

    /** A copy of the data, which nobody else changes. */
    public byte[] data() {
        return Arrays.copyOfRange(buffer, dataStart, dataStart + length());
    }

    /** Whether the event's name is {@code error}. */
    public boolean isError() {
        return name.is(ERROR);
    }

    /** The event's name; empty if it has none. */
    public String name() {
        return name.toString();
    }

    /** The newest id that any event so far has brought; empty if there was none. */
    public String lastId() {
        return lastId.toString();
    }

    /** Whether the data is {@code [DONE]}, with which some services end a stream. */
    public boolean isDone() {
        return length() == DONE.length && startsWith(DONE, dataStart, dataEnd);
    }

    private void forget() {
        hasData = false;
        dataStart = 0;
        dataEnd = 0;
        name.clear();
        if (buffer.length > KEPT_SIZE && limit - lineStart < FIRST_SIZE) {
            byte[] smaller = new byte[FIRST_SIZE];
            System.arraycopy(buffer, lineStart, smaller, 0, limit - lineStart);
            buffer = smaller;
            limit -= lineStart;
            lineStart = 0;
        }
    }

    /** Where the line ends that begins at {@code lineStart}; -1 if the stream ends before it. */
    private int endOfLine() throws IOException {
        int at = lineStart;
        while (true) {
            if (afterCarriageReturn && lineStart < limit) {
                // A line feed here belongs to the line before, even if it has come later.
                afterCarriageReturn = false;
                if (buffer[lineStart] == '\n') {
                    at = ++lineStart;
                }
            }
            byte[] bytes = buffer;
            int to = limit;
            while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            if (at < to) {
                return at;
            }
            int read = at - lineStart;
            if (!fill()) {
                return -1;
            }
            at = lineStart + read;
        }
    }

    /** Reads what is there, or waits for more; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (limit == buffer.length) {
            makeRoom();
        }
        int count = source.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count >= 0;
    }

    /** Moves the data and the line behind it to the front, into a larger buffer if they fill half of this one. */
    private void makeRoom() {
        int data = length();
        int line = limit - lineStart;
        int kept = data + line;
        if (kept > maxBytes) {
            throw tooLarge(data > 0 ? dataStart : lineStart);
        }
        // In long arithmetic: twice the bound is near the largest int.
        int size = kept <= buffer.length / 2 ? buffer.length : (int) Math.min(2L * buffer.length, maxBytes + 1L);
        byte[] to = size == buffer.length ? buffer : new byte[size];
        if (dataStart > 0 || to != buffer) {
            System.arraycopy(buffer, dataStart, to, 0, data);
        }
        System.arraycopy(buffer, lineStart, to, data, line);
        buffer = to;
        dataStart = 0;
        dataEnd = data;
        lineStart = data;
        limit = kept;
    }

    private void field(int start, int end) {
        int colon = start;
        while (colon < end && buffer[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, end);
        if (value < end && buffer[value] == ' ') {
            value++;
        }
        if (is(DATA, start, colon)) {
            addData(value, end);
        } else if (is(EVENT, start, colon)) {
            name.set(buffer, value, end);
        } else if (is(ID, start, colon) && !hasNull(value, end)) {
            lastId.set(buffer, value, end);
        }
    }

    private void addData(int start, int end) {
        if (!hasData) {
            hasData = true;
            dataStart = start;
            dataEnd = end;
            return;
        }
        // The new line lies behind a field name at least, so moving it up overwrites nothing that is still needed.
        buffer[dataEnd++] = '\n';
        System.arraycopy(buffer, start, buffer, dataEnd, end - start);
        dataEnd += end - start;
    }

    private boolean is(byte[] field, int start, int end) {
        return end - start == field.length && startsWith(field, start, end);
    }

    private boolean startsWith(byte[] expected, int start, int end) {
        if (end - start < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (buffer[start + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean hasNull(int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private DecodeException tooLarge(int start) {
        String text = new String(buffer, start, Math.min(SHOWN_BYTES, limit - start), StandardCharsets.UTF_8);
        return new DecodeException(
                "An event of the stream is larger than " + maxBytes + " bytes, the most that is read",
                "$",
                text,
                requestId,
                null);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
