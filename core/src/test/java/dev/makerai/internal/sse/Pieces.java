package dev.makerai.internal.sse;

import java.util.function.IntUnaryOperator;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** A stream that comes in pieces, as from a network. */
public final class Pieces implements Source {
    private final byte[] bytes;
    private final IntUnaryOperator length;
    private int at;

    private Pieces(byte[] bytes, IntUnaryOperator length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * Cuts a stream.
     *
     * @param bytes the whole stream
     * @param length how long the piece at a position is to be, at least 1
     */
    public static BufferedSource of(byte[] bytes, IntUnaryOperator length) {
        return Okio.buffer(new Pieces(bytes, length));
    }

    @Override
    public long read(Buffer sink, long byteCount) {
        if (at == bytes.length) {
            return -1;
        }
        int count = (int) Math.min(byteCount, Math.min(bytes.length - at, length.applyAsInt(at)));
        sink.write(bytes, at, count);
        at += count;
        return count;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {}
}
