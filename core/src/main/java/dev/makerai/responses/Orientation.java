package dev.makerai.responses;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a picture is, as EXIF says it: a number from 1, upright, to 8. It is one of the tags in the first
 * directory of a TIFF structure; the layout is that of the TIFF 6.0 and EXIF 2.3 specifications.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /**
     * Reads it.
     *
     * @param bytes holds a TIFF structure
     * @param start where that begins
     * @param end where it ends
     * @return from 1 to 8; 1 if the structure does not say, or is broken
     */
    static int read(byte[] bytes, int start, int end) {
        int last = Math.min(end, bytes.length);
        if (last - start < 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start, last - start).slice();
        if (tiff.get(0) == 'I' && tiff.get(1) == 'I') {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        }
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Math.min(tiff.getShort(directory) & 0xffff, (tiff.limit() - directory - 2) / ENTRY_BYTES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /**
     * A TIFF structure that says nothing else.
     *
     * @param orientation from 1 to 8
     */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
