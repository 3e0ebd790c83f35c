package dev.makerai.printing.mesh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/** The bytes of an STL file, through one buffer that always holds what comes next. */
final class StlInput {
    private static final int CAPACITY = 1 << 17;

    private final ReadableByteChannel channel;
    private final long size;
    private ByteBuffer buffer;
    private boolean ended;
    private long linesSkipped;

    private StlInput(ReadableByteChannel channel, long size) {
        this.channel = channel;
        this.size = size;
        this.buffer = allocate(CAPACITY);
        buffer.limit(0);
    }

    /** Takes over an opened source and reads its beginning. */
    static StlInput of(StlSource.Opened source) {
        StlInput input = new StlInput(source.channel(), source.size());
        input.fill();
        if (input.ended && input.buffer.remaining() < source.size()) {
            throw MeshFormatException.of(
                    "unreadable",
                    "The file should have " + source.size() + " bytes, but only " + input.buffer.remaining()
                            + " could be read: it is a special file that the system makes up, or it became shorter"
                            + " while it was read. Copy its content into a regular file.");
        }
        return input;
    }

    /** The size of the file when it was opened, in bytes. */
    long size() {
        return size;
    }

    /** What was read and not used yet, little-endian, from its position to its limit. Changes with {@link #fill}. */
    ByteBuffer buffer() {
        return buffer;
    }

    /**
     * Keeps what was not used and reads on until the buffer is full or the file ends.
     *
     * @return whether there is anything more than before
     */
    boolean fill() {
        int kept = buffer.remaining();
        buffer.compact();
        try {
            while (!ended && buffer.hasRemaining()) {
                ended = channel.read(buffer) < 0;
            }
        } catch (IOException e) {
            throw StlSource.unreadable(e);
        }
        buffer.flip();
        return buffer.remaining() > kept;
    }

    /**
     * Skips the blanks that come next if they are many, up to the word behind them.
     *
     * @param many from how many on
     * @return whether they were
     */
    boolean skipBlanks(int many) {
        int blanks = blanks();
        if (blanks < many) {
            return false;
        }
        boolean more = true;
        while (more && blanks > 1) {
            // The last one stays, for only with the next one is it known whether a CR ends a line or begins a CRLF.
            for (; blanks > 1; blanks--) {
                byte b = buffer.get();
                linesSkipped += b == '\n' || (b == '\r' && buffer.get(buffer.position()) != '\n') ? 1 : 0;
            }
            more = fill();
            blanks = blanks();
        }
        return true;
    }

    private int blanks() {
        int i = buffer.position();
        while (i < buffer.limit() && FileHead.isBlank(buffer.get(i))) {
            i++;
        }
        return i - buffer.position();
    }

    /** How many lines ended in what was skipped. */
    long linesSkipped() {
        return linesSkipped;
    }

    /** Makes room for longer pieces than the buffer can hold; the position and the content stay. */
    void grow() {
        ByteBuffer larger = allocate(buffer.capacity() * 2);
        larger.put(buffer.duplicate()).flip();
        buffer = larger;
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
